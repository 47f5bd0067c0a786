// The score desk: points light their level, a level offers its points, totals follow.
import { icon } from './draft-show.js'
import { readNumber, sum, writeNumber } from './numbers.js'

export function startScores() {
  // On a phone the descriptions would fill what the sheet leaves; there they open on request.
  if (matchMedia('(max-width: 61.99rem)').matches) for (const bands of document.querySelectorAll('details.bands[open]')) bands.open = false
  for (const sheet of document.querySelectorAll('[data-scores]')) {
    sheet.addEventListener('input', event => {
      if (!event.target.matches('[data-points]')) return
      light(event.target)
      showTotals(sheet)
    })
    sheet.addEventListener('change', event => {
      if (event.target.matches('[data-points]')) tidy(event.target)
    })
    sheet.addEventListener('click', event => {
      const level = event.target.closest('[data-level]')
      if (level) offer(level)
    })
    for (const [on, off] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
      sheet.addEventListener(on, event => tell(event.target.closest?.('[data-level]')))
      sheet.addEventListener(off, event => untell(event.target.closest?.('[data-level]')))
    }
    sheet.addEventListener('sheet-filled', () => {
      pointsOf(sheet).forEach(light)
      showTotals(sheet)
    })
    pointsOf(sheet).forEach(light)
    showTotals(sheet)
  }
}

const pointsOf = scope => [...scope.querySelectorAll('[data-points]')]
const rowOf = element => element.closest('[data-score-row]') ?? element.closest('.score-row')

function light(field) {
  const row = rowOf(field)
  if (!row) return
  const points = readNumber(field.value)
  let words = ''
  for (const level of row.querySelectorAll('[data-level]')) {
    const isIn = points >= readNumber(level.dataset.from) && points <= readNumber(level.dataset.to)
    level.setAttribute('aria-pressed', String(isIn))
    if (isIn) words = level.dataset.text ?? ''
  }
  const text = row.querySelector('[data-level-text]')
  if (text && (words || row.querySelector('[data-level][data-text]'))) text.textContent = words
  if (field.value.trim() !== '' && !fits(field)) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
}

/** The description of the level under the pointer or the focus, until it is left; then the chosen one's again. */
function tell(level) {
  const text = rowOf(level ?? document.body)?.querySelector('[data-level-text]')
  if (text && level.dataset.text) text.textContent = level.dataset.text
}

function untell(level) {
  const row = level && rowOf(level)
  const text = row?.querySelector('[data-level-text]')
  if (text) text.textContent = row.querySelector('[data-level][aria-pressed=true]')?.dataset.text ?? ''
}

function fits(field) {
  const points = readNumber(field.value)
  return points >= 0 && points <= readNumber(field.dataset.max) && isMultiple(points, readNumber(field.dataset.step))
}

function isMultiple(value, step) {
  return !(step > 0) || Math.abs(value / step - Math.round(value / step)) < 1e-9
}

/** On leaving the field "12.5" becomes "12,5", the way everything else here is written. */
function tidy(field) {
  const points = readNumber(field.value)
  if (Number.isFinite(points)) field.value = writeNumber(points)
}

function offer(level) {
  const field = rowOf(level)?.querySelector('[data-points]')
  if (!field || field.readOnly) return
  field.value = writeNumber(readNumber(level.dataset.offer))
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

function showTotals(sheet) {
  const fields = pointsOf(sheet)
  for (const place of sheet.querySelectorAll('[data-criterion-total]')) {
    const key = place.dataset.criterionTotal
    const own = fields.filter(field => field.closest('[data-criterion]')?.dataset.criterion === key)
    write(place, writeNumber(totalOf(own)))
    showState(place.closest('summary')?.querySelector('.crit-state'), own.filter(fits).length, own.length)
  }
  document.querySelectorAll('[data-total]').forEach(place => write(place, writeNumber(totalOf(fields))))
  const done = fields.filter(fits).length
  document.querySelectorAll('[data-scored-count]').forEach(place => write(place, `${done}/${fields.length}`))
  document.querySelectorAll('progress[data-total-bar]').forEach(bar => (bar.value = totalOf(fields)))
  announce(sheet, totalOf(fields))
}

/** The mark before a criterion's name: none of its parts is scored, some, all. */
function showState(state, done, all) {
  const words = state?.querySelector('.visually-hidden')
  if (!words || words.textContent === `${done}/${all} mục`) return
  words.textContent = `${done}/${all} mục`
  state.classList.toggle('done', done === all)
  state.querySelector('svg').replaceWith(icon(done === all ? 'check-circle-fill' : done > 0 ? 'circle-half' : 'circle'))
}

/** What would be refused is not counted. */
function totalOf(fields) {
  return sum(fields.filter(fits).map(field => readNumber(field.value)))
}

let waiting
/** One polite sentence after the typing pauses, not one per key. */
function announce(sheet, total) {
  const live = sheet.querySelector('[data-total-live]')
  if (!live) return
  clearTimeout(waiting)
  waiting = setTimeout(() => write(live, `Tổng ${writeNumber(total)} điểm`), 800)
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text
}
