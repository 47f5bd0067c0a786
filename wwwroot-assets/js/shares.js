// The sum of the authors' shares beside the fields, while they are being typed.
import { readNumber, sum, writeNumber } from './numbers.js'

export function startShares() {
  document.addEventListener('input', event => {
    const scope = event.target.closest?.('form, [data-repeat]')
    if (scope) showTotal(scope)
  })
  document.addEventListener('draft-filled', event => showTotal(event.target))
  document.querySelectorAll('[data-share-total]').forEach(place => showTotal(place.closest('form') ?? document))
}

function showTotal(scope) {
  const form = scope.closest('form') ?? scope
  const place = form.querySelector('[data-share-total]')
  if (!place) return
  const total = sum([...form.querySelectorAll('[data-share]')].map(field => readNumber(field.value)))
  const rest = sum([100, -total])
  write(place, `${writeNumber(total, 2)}%`)
  const box = place.closest('.share-total')
  box?.toggleAttribute('data-ok', rest === 0)
  const remark = form.querySelector('[data-share-rest]')
  if (remark) write(remark, rest === 0 ? 'đủ 100%' : rest > 0 ? `còn thiếu ${writeNumber(rest, 2)}%` : `thừa ${writeNumber(-rest, 2)}%`)
}

// Writing the same words again would make a screen reader repeat them.
function write(element, text) {
  if (element.textContent !== text) element.textContent = text
}
