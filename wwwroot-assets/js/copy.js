// A button that copies the text of a field; without it one selects and copies by hand.
export function startCopies() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.addEventListener('click', async () => {
      const field = document.querySelector(button.dataset.copy)
      const word = button.querySelector('[data-copy-word]') ?? button
      const usual = word.textContent
      try {
        await navigator.clipboard.writeText(field.value)
      } catch {
        field.select()
        document.execCommand('copy')
      }
      word.textContent = 'Đã chép'
      setTimeout(() => (word.textContent = usual), 2000)
    })
  }
}
