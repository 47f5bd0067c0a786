// A browser says "Choose file" in its own language: the field gets a button and the chosen name in ours.
export function startFileFields() {
  for (const input of document.querySelectorAll('input[type=file]:not([data-slot-input])')) {
    if (!input.closest('.no-js')) dress(input)
  }
}

function dress(input) {
  const several = input.multiple
  const box = make('div', 'file-pick')
  const button = make('span', 'btn btn-plain file-pick-button')   // the field itself lies over it, unseen, and takes click, key and drop
  const name = make('span', 'file-pick-name')
  name.setAttribute('aria-live', 'polite')
  input.replaceWith(box)
  button.append(icon(), several ? ' Chọn các tệp' : ' Chọn tệp', input)
  box.append(button, name)
  const show = () => {
    const files = [...input.files].map(file => file.name)
    name.textContent = files.length ? files.join(', ') : 'Chưa chọn tệp'
    input.title = name.textContent   // else the browser's own words hover there
  }
  input.addEventListener('change', show)
  // Once the form is emptied, and once the page comes back with what was chosen.
  input.form?.addEventListener('reset', () => setTimeout(show))
  addEventListener('pageshow', show)
  show()
}

function make(tag, className) {
  const element = document.createElement(tag)
  element.className = className
  return element
}

function icon() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'i')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', '/assets/icons.svg#upload')
  svg.append(use)
  return svg
}
