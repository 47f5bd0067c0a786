// Keys of the queue: they move the focus from row to row, and leave every key alone while somebody types, holds a modifier
// or has turned them off (a screen reader's own keys stay its own).
export const off = 'phim-tat-tat'

export function startQueue() {
  // Filters fill a phone's first screens; there they open on request.
  const table = document.querySelector('[data-queue]')
  const marked = [...document.querySelectorAll('a[data-key]')]
  const map = document.querySelector('dialog[data-keys]')
  if (!table && marked.length === 0) return

  startMap(map)
  document.addEventListener('keydown', event => {
    if (localStorage.getItem(off) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (document.querySelector('dialog[open]') || event.target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=textbox]')) return
    if (act(event.key)) event.preventDefault()
  })

  function act(key) {
    if (key === '?' && map) return map.showModal(), true
    if (table) {
      if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1)
      if (key === 'x') return tick()
      if (key === '/') return document.querySelector('form[role=search] input[name=q]')?.focus(), true
      return false
    }
    const link = marked.find(item => item.dataset.key === key)
    return link ? (link.click(), true) : false
  }

  function rows() {
    return [...table.querySelectorAll('tbody tr')]
  }

  function move(step) {
    const all = rows()
    const at = all.indexOf(document.activeElement?.closest('tbody tr'))
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]
    next?.querySelector('th a')?.focus()
    next?.scrollIntoView({ block: 'nearest' })
    return true
  }

  function tick() {
    const box = document.activeElement?.closest('tbody tr')?.querySelector('[data-check]')
    if (!box) return false
    box.checked = !box.checked
    box.dispatchEvent(new Event('change', { bubbles: true }))
    return true
  }
}

/** The map of keys, and the switch in it that turns single keys off in this browser. */
export function startMap(map, opener = '[data-keys-open]') {
  if (!map) return
  document.querySelector(opener)?.addEventListener('click', () => map.showModal())
  const box = map.querySelector('[data-keys-on]')
  box.checked = !localStorage.getItem(off)
  box.addEventListener('change', () => (box.checked ? localStorage.removeItem(off) : localStorage.setItem(off, '1')))
}
