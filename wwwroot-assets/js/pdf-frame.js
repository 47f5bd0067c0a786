// The page within the sandboxed frame: it has no origin of ours and fetches nothing. The page around it hands it the
// bytes of a PDF; it draws them, page by page, when they come into sight.
import * as pdfjs from 'pdfjs-dist/build/pdf.mjs'
import * as worker from 'pdfjs-dist/build/pdf.worker.mjs'

globalThis.pdfjsWorker = worker   // no worker of its own: a page without origin may start none

const MOST_PAGES = 500
const pages = document.getElementById('pages')
const state = document.getElementById('state')

// The page around may not listen yet: ask until it answers.
const asking = setInterval(() => parent.postMessage('ready', '*'), 200)

addEventListener('message', event => {
  if (event.source !== parent || !(event.data instanceof ArrayBuffer)) return
  clearInterval(asking)
  show(event.data)
})

async function show(data) {
  try {
    const file = await pdfjs.getDocument({ data, isEvalSupported: false, enableXfa: false, stopAtErrors: false, useSystemFonts: true, disableAutoFetch: true }).promise
    state.remove()
    const watch = new IntersectionObserver(entries => entries.forEach(entry => entry.isIntersecting && draw(entry.target)), { rootMargin: '600px' })
    const draw = sheet => {
      watch.unobserve(sheet)
      paint(file, sheet).catch(() => sheet.setAttribute('data-broken', ''))
    }
    const count = Math.min(file.numPages, MOST_PAGES)
    const first = (await file.getPage(1)).getViewport({ scale: 1 })
    for (let number = 1; number <= count; number++) {
      const sheet = document.createElement('figure')
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(first.width)
      canvas.height = Math.round(first.height)
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', `Trang ${number} trên ${file.numPages}`)
      const caption = document.createElement('figcaption')
      caption.textContent = `Trang ${number}/${file.numPages}`
      sheet.dataset.number = number
      sheet.append(canvas, caption)
      pages.append(sheet)
      watch.observe(sheet)
    }
    parent.postMessage('drawn', '*')
  } catch {
    state.textContent = 'Không vẽ được tệp này.'
    parent.postMessage('failed', '*')
  }
}

async function paint(file, sheet) {
  const page = await file.getPage(Number(sheet.dataset.number))
  const width = page.getViewport({ scale: 1 }).width
  const scale = Math.min((sheet.clientWidth / width) * Math.min(devicePixelRatio, 2), 4000 / width)
  const viewport = page.getViewport({ scale })
  const canvas = sheet.querySelector('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvasContext: canvas.getContext('2d'), viewport, annotationMode: pdfjs.AnnotationMode.ENABLE }).promise
  page.cleanup()
}
