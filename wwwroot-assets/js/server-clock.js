// The server's clock in the browser. The page says which instant the server had when it wrote it (<html data-now>); from
// there the time since is counted, never the computer's own clock. After sleep, or when the page comes back from the
// browser's cache, the server is asked again.
const apart = 3000   // ms by which two ways of counting may differ before the server is asked
const again = 10_000

let base
let counted = { date: Date.now(), steady: performance.now() }
let asking = false
let next = 0

/** Milliseconds since 1970 at the server. */
export function serverNow() {
  base ??= first()
  return base.server + (performance.now() - base.steady)
}

/** Called at every tick: after a sleep the steady count lags behind the calendar. */
export function watchClock() {
  const [date, steady] = [Date.now(), performance.now()]
  const slept = (date - counted.date) - (steady - counted.steady)
  counted = { date, steady }
  if (slept > apart) {
    base = { server: serverNow() + slept, steady: performance.now() }   // until the server has answered
    ask()
  } else if (next > 0 && steady > next) {
    ask()
  }
}

export function startServerClock() {
  document.addEventListener('visibilitychange', () => { if (!document.hidden) ask() })
  addEventListener('pageshow', event => { if (event.persisted) ask() })
  addEventListener('online', ask)
}

function first() {
  const page = performance.getEntriesByType('navigation')[0]
  return { server: Date.parse(document.documentElement.dataset.now) || Date.now(), steady: page?.responseStart || performance.now() }
}

async function ask() {
  if (asking || document.querySelector('[data-cut-off], [data-countdown], [data-over-at]:not([data-over-at=""])') === null) return
  asking = true
  try {
    const asked = performance.now()
    const answer = await fetch('/gio-may-chu', { cache: 'no-store' })
    const server = Date.parse((await answer.json()).now)
    // Counted from the moment of asking: the way back is never shown as time that is left.
    if (!Number.isNaN(server)) base = { server, steady: asked }
    next = 0
  } catch {
    next = performance.now() + again
  } finally {
    asking = false
  }
}
