// Time left and the clock in the footer follow the server.
import { serverNow } from './server-clock.js'

const second = 1000

export function startCountdowns() {
  const counters = [...document.querySelectorAll('[data-countdown]')]
  const clocks = [...document.querySelectorAll('[data-clock]')]
  if (counters.length + clocks.length === 0) return

  const tick = () => {
    const instant = serverNow()
    counters.forEach(element => showLeft(element, Date.parse(element.dataset.countdown) - instant))
    clocks.forEach(element => showClock(element, instant))
  }
  tick()
  setInterval(tick, second)
}

function showLeft(element, left) {
  if (Number.isNaN(left)) return
  const total = Math.max(0, Math.floor(left / second))
  const parts = {
    d: Math.floor(total / 86_400),
    h: Math.floor(total / 3600) % 24,
    m: Math.floor(total / 60) % 60,
    s: total % 60,
  }
  const tiles = element.querySelectorAll('[data-part]')
  tiles.forEach(tile => write(tile, tile.dataset.part === 'd' ? String(parts.d) : twoDigits(parts[tile.dataset.part])))
  if (tiles.length === 0) write(element, total === 0 ? (element.dataset.over ?? 'đã hết hạn') : inWords(parts))
  element.toggleAttribute('data-ended', total === 0)
}

/** The two largest units are enough: "6 ngày 9 giờ", "4 giờ 12 phút", "3 phút 05 giây". */
function inWords({ d, h, m, s }) {
  if (d > 0) return `${d} ngày ${h} giờ`
  if (h > 0) return `${h} giờ ${m} phút`
  return `${m} phút ${twoDigits(s)} giây`
}

const vietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric', month: 'numeric', day: 'numeric',
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
})

function showClock(element, instant) {
  const at = Object.fromEntries(vietnam.formatToParts(instant).map(part => [part.type, part.value]))
  write(element, `Giờ máy chủ ${at.hour}:${at.minute}:${at.second}, ${Number(at.day)}/${Number(at.month)}/${at.year}`)
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text
}

function twoDigits(value) {
  return String(value).padStart(2, '0')
}
