// A button that prints the page; without script one uses the browser's own menu.
export function startPrints() {
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print())
}
