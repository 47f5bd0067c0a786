// The mark: one petal turned five times. Petal 0 is the initiative and has its own colour.
// Colours come from custom properties of the page, so that one symbol serves header, chip and empty state.
const petal =
  'M0,-2.4C-.9,-7.2 -8.3,-9.8 -8.5,-16.4C-8.6,-21.8 -4.7,-24.4 0,-24.4C4.7,-24.4 8.6,-21.8 8.5,-16.4C8.3,-9.8 .9,-7.2 0,-2.4Z'
const stamens = 'M0,-9.5V-17M-2,-10.5L-3.6,-16M2,-10.5L3.6,-16'
const turns = [72, 144, 216, 288]
const box = 'viewBox="-25 -25 50 50"'

const path = (turn, paint) => `<path d="${petal}"${turn ? ` transform="rotate(${turn})"` : ''} ${paint}/>`

export function flower({ petals = 'currentColor', first = 'currentColor', stamen = 'currentColor' }) {
  return (
    turns.map(turn => path(turn, `fill="${petals}"`)).join('') +
    path(0, `fill="${first}"`) +
    `<path d="${stamens}" fill="none" stroke="${stamen}" stroke-width="1.1" stroke-linecap="round"/>`
  )
}

const outline = turn => path(turn, 'fill="none" stroke="currentColor" stroke-width="1.6"')

/** n petals filled from the first, the rest outlined: the counter of merit places. */
const counter = n =>
  [0, ...turns].map((turn, i) => (i < n ? path(turn, 'fill="var(--flower, currentColor)"') : outline(turn))).join('')

export function flowerSymbols() {
  const live = flower({
    petals: 'var(--flower, currentColor)',
    first: 'var(--flower-first, currentColor)',
    stamen: 'var(--flower-stamen, none)',
  })
  return [
    `<symbol id="flower" ${box}>${live}</symbol>`,
    `<symbol id="flower-outline" ${box}>${[0, ...turns].map(outline).join('')}</symbol>`,
    ...[0, 1, 2, 3, 4, 5].map(n => `<symbol id="petals-${n}" ${box}>${counter(n)}</symbol>`),
  ].join('\n')
}
