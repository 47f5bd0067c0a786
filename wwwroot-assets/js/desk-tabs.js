// The parts of a dossier on the desk: without script they stand one below the other and the links lead to them; with it
// one is shown at a time. A file is shown in the sandboxed frame of its own page, here.
import { watch } from './preview.js'

export function startDeskTabs() {
  const bar = document.querySelector('[data-desk-tabs]')
  if (!bar) return
  const links = [...bar.querySelectorAll('a')]
  const parts = [...document.querySelectorAll('[data-desk-tab]')]
  const show = (id, goes) => {
    const part = parts.find(item => item.id === id) ?? parts[0]
    for (const item of parts) item.hidden = item !== part
    for (const link of links) {
      if (link.hash === `#${part.id}`) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    if (goes) part.focus({ preventScroll: true })
  }
  bar.addEventListener('click', event => {
    const link = event.target.closest('a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.replaceState(history.state, '', link.hash)
    show(link.hash.slice(1), true)
  })
  addEventListener('hashchange', () => parts.some(part => `#${part.id}` === location.hash) && show(location.hash.slice(1)))
  show(location.hash.slice(1))
  document.addEventListener('click', event => {
    const link = event.target.closest?.('[data-evidence]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(link)
  })
}

function open(link) {
  const { evidence, evidenceKind, evidenceName } = link.dataset
  const place = document.querySelector('[data-evidence-place]')
  document.querySelector('[data-preview-problem]')?.setAttribute('hidden', '')
  const frame = document.createElement('iframe')
  frame.className = 'preview'
  frame.title = `Nội dung ${evidenceName}`
  if (evidenceKind === 'pdf') {
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.dataset.pdfPreview = `/tep/${evidence}`
    frame.src = '/tep/khung'
    watch(frame)
  } else {
    frame.setAttribute('sandbox', '')
    frame.src = `/tep/${evidence}/noi-dung`
  }
  place.replaceChildren(frame)
  for (const other of document.querySelectorAll('[data-evidence]')) other.toggleAttribute('data-shown', other === link)
  frame.scrollIntoView({ block: 'nearest' })
}
