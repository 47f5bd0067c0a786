// Ticking rows: one box for all, the number of those ticked, the bar that acts on them.
export function startBulk() {
  for (const form of document.querySelectorAll('[data-bulk]')) {
    const boxes = () => [...form.querySelectorAll('[data-check]')]
    const all = [...form.querySelectorAll('[data-check-all]')]

    const show = () => {
      const ticked = boxes().filter(box => box.checked).length
      form.querySelectorAll('[data-checked-count]').forEach(place => (place.textContent = ticked))
      form.querySelectorAll('[data-bulk-bar]').forEach(bar => (bar.hidden = ticked === 0))
      all.forEach(box => {
        box.checked = ticked > 0 && ticked === boxes().length
        box.indeterminate = ticked > 0 && !box.checked
      })
    }
    form.addEventListener('change', event => {
      if (event.target.matches('[data-check-all]')) boxes().forEach(box => (box.checked = event.target.checked))
      show()
    })
    form.addEventListener('click', event => {
      if (!event.target.closest('[data-check-none]')) return
      boxes().forEach(box => (box.checked = false))
      show()
      form.querySelector('[data-check]')?.focus()
    })
    show()
  }
}
