// How long one may still send: the seconds run by the server's clock. At zero the box turns over; the form beside it, and
// what is typed in it, is left alone. The server alone decides what is in time.
import { serverNow, watchClock } from './server-clock.js'

const hour = 3_600_000
const day = 24 * hour

export function startCutOffs() {
  const boxes = [...document.querySelectorAll('[data-cut-off]')]
  const words = [...document.querySelectorAll('[data-over-at]:not([data-over-at=""])')]
  if (boxes.length + words.length === 0) return
  const tick = () => {
    watchClock()
    const now = serverNow()
    boxes.forEach(box => show(box, Date.parse(box.dataset.cutOff) - now))
    words.forEach(element => tellOver(element, Date.parse(element.dataset.overAt) - now))
    setTimeout(tick, 1000 - (now % 1000) + 5)   // just after the server's second has turned
  }
  tick()
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) boxes.forEach(box => show(box, Date.parse(box.dataset.cutOff) - serverNow()))
  })
}

function show(box, left) {
  if (Number.isNaN(left)) return
  const state = left <= 0 ? 'closed' : left <= hour ? 'last-hour' : 'open'
  if (box.dataset.state !== state) box.dataset.state = state
  if (left <= 0) return
  const place = box.querySelector('[data-cut-off-left]')
  const text = inWords(left)
  if (place.textContent !== text) place.textContent = text
}

function tellOver(element, left) {
  if (left > 0 || element.dataset.over === 'true') return
  element.dataset.over = 'true'
  if (element.dataset.whenOver) element.textContent = element.dataset.whenOver
}

/** Cut off, never rounded up: "6 ngày 9 giờ", within the last day "00:41:12". */
function inWords(left) {
  const seconds = Math.floor(left / 1000)
  if (left >= day) return `${Math.floor(left / day)} ngày ${Math.floor(left / hour) % 24} giờ`
  return [seconds / 3600, seconds / 60 % 60, seconds % 60].map(part => String(Math.floor(part)).padStart(2, '0')).join(':')
}
