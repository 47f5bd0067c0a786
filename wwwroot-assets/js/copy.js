// A button with data-copy="#id" copies what is shown there, as text and as the table it is, and says so on itself.
export function startCopies() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const source = document.querySelector(button.dataset.copy)
    if (!source) continue
    const label = button.innerHTML
    button.addEventListener('click', async () => {
      const done = await copy(source)
      button.textContent = done ? 'Đã chép' : 'Đã chọn, bấm Ctrl+C để chép'
      setTimeout(() => { button.innerHTML = label }, 3000)
    })
  }
}

async function copy(source) {
  const text = source.value ?? source.innerText
  try {
    if ('value' in source || typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(text)
    else await navigator.clipboard.write([new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([source.innerHTML], { type: 'text/html' }),
    })])
    return true
  } catch {
    select(source)   // no clipboard without https: the person copies what is selected
    return false
  }
}

function select(source) {
  if ('select' in source) { source.select(); return }
  const selection = getSelection()
  selection.removeAllRanges()
  const range = document.createRange()
  range.selectNodeContents(source)
  selection.addRange(range)
}
