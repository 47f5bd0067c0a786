// Keys of the desk. Single letters and digits do something only while nobody types, with no modifier, and can be turned
// off in the map (WCAG 2.1.4; a screen reader's own keys stay its own). Ctrl+S and Ctrl+Enter work everywhere on the page.
import { off, startMap } from './queue.js'

export function startDeskKeys() {
  const desk = document.querySelector('[data-desk]')
  if (!desk) return
  const map = document.querySelector('dialog[data-desk-keys]')
  startMap(map, '[data-desk-keys-open]')
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return
    const done = event.ctrlKey || event.metaKey ? withControl(event) : isTyping(event.target) ? whileTyping(event) : plain(event)
    if (done) event.preventDefault()
  })

  const press = name => {
    const button = desk.querySelector(`[data-desk-${name}]`)
    button?.click()
    return !!button
  }

  function withControl(event) {
    if (event.key === 'Enter') return press('submit')
    return event.key.toLowerCase() === 's' && !event.shiftKey && press('save')
  }

  function whileTyping(event) {
    const isPoints = event.target.matches('[data-points]')
    if (event.key === 'Escape') return leave(event.target)
    if (!isPoints) return false
    if (event.key === 'Enter') return field(step(1))
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return field(step(event.key === 'ArrowDown' ? 1 : -1))
    return false
  }

  function plain(event) {
    const inRow = rowOf(document.activeElement)
    if (inRow && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) return level(step(event.key === 'ArrowDown' ? 1 : -1))
    if (inRow && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) return beside(event.key === 'ArrowRight' ? 1 : -1)
    if (localStorage.getItem(off) || event.shiftKey && event.key !== '?') return false
    if (event.key === '?') return map?.showModal(), true
    if (event.key === 'j' || event.key === 'k') return level(step(event.key === 'j' ? 1 : -1))
    if (event.key === 'c') return comment()
    if (event.key === 's') return press('aside')
    if (event.key === 'n' || event.key === 'p') return go(event.key === 'n' ? 'following' : 'previous')
    return /^[1-9]$/.test(event.key) && choose(Number(event.key))
  }

  const rows = () => [...desk.querySelectorAll('[data-score-row]')]
  const rowOf = element => element?.closest?.('[data-score-row]')

  /** The row after or before the one that has the focus; with none, the first that is not scored. */
  function step(by) {
    const all = rows()
    const at = all.indexOf(rowOf(document.activeElement))
    if (at < 0) return all.find(row => row.querySelector('[data-points]').value.trim() === '') ?? all[0]
    return all[Math.min(all.length - 1, Math.max(0, at + by))]
  }

  function unfold(row) {
    for (let fold = row?.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
  }

  function field(row) {
    unfold(row)
    const input = row?.querySelector('[data-points]')
    input?.focus()
    input?.select()
    return true
  }

  function level(row) {
    unfold(row)
    const button = row?.querySelector('[data-level][aria-pressed=true]:not(:disabled)') ?? row?.querySelector('[data-level]:not(:disabled)')
    ;(button ?? row?.querySelector('[data-points]'))?.focus()
    row?.scrollIntoView({ block: 'nearest' })
    return true
  }

  function beside(by) {
    const all = [...rowOf(document.activeElement).querySelectorAll('[data-level]')]
    const at = all.indexOf(document.activeElement)
    all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus()
    return at >= 0
  }

  function choose(number) {
    const row = rowOf(document.activeElement)
    const button = row?.querySelectorAll('[data-level]:not(:disabled)')[number - 1]
    button?.click()
    button?.focus()
    return !!button
  }

  function comment() {
    const criterion = document.activeElement?.closest?.('[data-criterion]') ?? desk.querySelector('[data-criterion][open]')
    const text = criterion?.querySelector('textarea')
    unfold(text)
    text?.focus()
    return !!text
  }

  /** Out of a field to where single keys work: its row, or the last row of its criterion. */
  function leave(target) {
    const row = rowOf(target) ?? [...(target.closest('[data-criterion]')?.querySelectorAll('[data-score-row]') ?? [])].at(-1)
    return row ? level(row) : (target.blur(), true)
  }

  function go(where) {
    const link = document.querySelector(`[data-desk-${where}]`)
    link?.click()
    return !!link
  }
}

function isTyping(target) {
  return !!target.closest?.('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true], [role=textbox]')
}
