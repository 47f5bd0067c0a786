// Hands a PDF to the sandboxed frame that draws it.
export function startPreviews() {
  document.querySelectorAll('[data-pdf-preview]').forEach(watch)
}

/** A frame that a script adds later is watched from before it loads. */
export function watch(frame) {
  addEventListener('message', event => {
    if (event.source !== frame.contentWindow) return
    if (event.data === 'ready') hand(frame)
    if (event.data === 'failed') fail(frame)
  })
}

/** The frame asks until it is heard; it is answered once. */
async function hand(frame) {
  if (frame.dataset.isHanded) return
  frame.dataset.isHanded = 'yes'
  try {
    const answer = await fetch(frame.dataset.pdfPreview)
    if (!answer.ok || answer.redirected) return fail(frame)
    const bytes = await answer.arrayBuffer()
    frame.contentWindow.postMessage(bytes, '*', [bytes])
  } catch {
    fail(frame)
  }
}

function fail(frame) {
  frame.hidden = true
  document.querySelector('[data-preview-problem]')?.removeAttribute('hidden')
}
