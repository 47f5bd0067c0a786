// Rows that people add and remove. Names stay contiguous (Authors[0], Authors[1], …), because model binding stops at a gap.
export function startRepeats() {
  for (const box of document.querySelectorAll('[data-repeat]')) {
    box.addEventListener('click', event => {
      const add = event.target.closest('[data-repeat-add]')
      const remove = event.target.closest('[data-repeat-remove]')
      if (add && add.closest('[data-repeat]') === box) addRow(box)
      if (remove && remove.closest('[data-repeat]') === box) removeRow(box, remove.closest('[data-repeat-row]'))
    })
    // Text that comes back (draft-form.js) needs so many rows; nobody has typed, so nothing is announced.
    box.addEventListener('repeat-count', event => {
      while (rowsOf(box).length < event.detail) append(box)
      rowsOf(box).slice(event.detail).forEach(row => row.remove())
    })
  }
}

const rowsOf = box => [...list(box).querySelectorAll('[data-repeat-row]')]
const list = box => box.querySelector('[data-repeat-rows]') ?? box

function addRow(box) {
  const row = append(box)
  row.querySelector('input:not([type=hidden]), select, textarea')?.focus()
  changed(box)
}

function append(box) {
  const template = box.querySelector('template')
  const row = template.content.firstElementChild.cloneNode(true)
  row.setAttribute('data-repeat-row', '')
  if (list(box) === box) template.before(row)
  else list(box).append(row)
  number(row, rowsOf(box).length - 1)
  return row
}

function removeRow(box, row) {
  const rows = rowsOf(box)
  const least = Number(box.dataset.repeatMin ?? 0)
  if (!row || rows.length <= least) return
  const place = rows.indexOf(row)
  row.remove()
  const left = rowsOf(box)
  left.forEach(number)
  // The focus must not fall back to the top of the page.
  const next = left[Math.min(place, left.length - 1)]
  ;(next?.querySelector('[data-repeat-remove]') ?? box.querySelector('[data-repeat-add]'))?.focus()
  changed(box)
}

/** Only the outermost index of each name is ours: Effects[3].Sources[0].Name keeps its inner zero. */
function number(row, index) {
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const next = value
        .replaceAll('__i__', index)
        .replace(isReference(name) ? /(^|\s)([A-Za-z]+-)\d+(?=-)/g : /^()([\w.]+\[)\d+(?=\])/, `$1$2${index}`)
      if (next !== value && (isReference(name) || isName(name) || value.includes('__i__'))) element.setAttribute(name, next)
    }
  }
  row.querySelectorAll('[data-repeat-number]').forEach(place => (place.textContent = index + 1))
}

const isReference = name => ['id', 'for', 'aria-describedby', 'aria-labelledby', 'list'].includes(name)
const isName = name => ['name', 'data-valmsg-for'].includes(name)

function changed(box) {
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
