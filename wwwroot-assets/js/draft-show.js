// What the draft form shows of its own saving: the line in the bar, the completeness list, refusals beside their fields.
// Nothing here moves the focus or the caret.
const sprite = document.currentScript?.src.replace(/[^/]*$/, '') ?? '/assets/'

export function icon(name) {
  const ns = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(ns, 'svg')
  svg.setAttribute('class', 'i')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(ns, 'use')
  use.setAttribute('href', `${sprite}icons.svg#${name}`)
  svg.append(use)
  return svg
}

export function link(text, href, attributes = {}) {
  const a = document.createElement('a')
  a.textContent = text
  a.href = href
  for (const [name, value] of Object.entries(attributes)) a.setAttribute(name, value)
  return a
}

export function strong(text) {
  const element = document.createElement('strong')
  element.textContent = text
  return element
}

/** The line in the bar, wherever a page shows it; in the handle of a fold its words alone. `state`: ok, late (waits), bad (needs somebody). */
export function line(state, name, strong, ...rest) {
  for (const place of document.querySelectorAll('[data-save-line]')) {
    const b = document.createElement('b')
    b.textContent = strong
    place.dataset.state = state
    place.replaceChildren(icon(name), ' ', b, ...rest.map(part => (place.closest('summary') ? part.textContent : part.cloneNode?.(true)) ?? part))
  }
}

/** Read aloud only when something changed for the writer, not at every save. */
export function say(sentence) {
  const voice = document.querySelector('[data-save-voice]')
  if (voice && voice.textContent !== sentence) voice.textContent = sentence
}

/** A notice above the form; the same name replaces the one before. */
export function notice(name, tone, symbol, nodes, actions = []) {
  dropNotice(name)
  const place = document.querySelector('[data-draft-notices]')
  const box = document.createElement('div')
  box.className = `notice notice-${tone}`
  box.dataset.notice = name
  const text = document.createElement('div')
  text.append(...nodes)
  if (actions.length > 0) {
    const row = document.createElement('div')
    row.className = 'actions'
    row.append(...actions)
    text.append(row)
  }
  box.append(icon(symbol), text)
  place?.append(box)
}

export function dropNotice(name) {
  document.querySelector(`[data-notice="${name}"]`)?.remove()
}

export function button(text, primary, run) {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = `btn ${primary ? 'btn-primary' : 'btn-plain'}`
  element.textContent = text
  element.addEventListener('click', run)
  return element
}

export function sections(list) {
  for (const { number, complete, reason, note } of list) {
    const item = document.querySelector(`[data-section="${number}"]`)
    if (item) {
      item.className = complete ? 'ok' : 'bad'
      item.querySelector('svg').replaceWith(icon(complete ? 'check-circle-fill' : 'exclamation-circle-fill'))
      write(item.querySelector('[data-section-reason]'), reason)
    }
    const state = document.querySelector(`[data-section-state="${number}"]`)
    if (state) {
      state.hidden = false
      state.classList.toggle('tone-green', complete)
      state.classList.toggle('tone-brick', !complete)
      state.querySelector('svg').replaceWith(icon(complete ? 'check-circle-fill' : 'exclamation-circle-fill'))
      write(state.querySelector('span'), complete ? 'đủ' : 'còn thiếu')
    }
    write(document.querySelector(`[data-section-note="${number}"]`), note)
  }
  const done = list.filter(section => section.complete).length
  write(document.querySelector('[data-sections-complete]'), String(done))
  const bar = document.querySelector('[data-sections-bar]')
  if (bar) bar.value = done
  write(document.querySelector('[data-sections-missing]'),
    done === list.length ? `Đủ ${list.length} mục nội dung` : `Còn ${list.length - done} mục trước khi trình`)
}

/** Refusals beside their fields, by the field's name; those of before that are gone are taken away. */
export function problems(form, found) {
  for (const old of form.querySelectorAll('[data-live-error]')) {
    const field = old.closest('.field, fieldset, [data-repeat]')
    field?.classList.remove('bad')
    field?.querySelectorAll('[aria-invalid]').forEach(control => {
      control.removeAttribute('aria-invalid')
      const ids = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id && id !== old.id)
      if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '))
      else control.removeAttribute('aria-describedby')
    })
    old.remove()
  }
  return found.map(({ field, message }) => mark(form, field, message)).find(Boolean) ?? null
}

function mark(form, name, message) {
  const control = [...form.elements].find(element => element.name === name) ?? document.getElementById(name)
  if (!control) return null
  const box = control.closest('.field') ?? control.closest('fieldset') ?? control
  box.querySelectorAll('.error:not([data-live-error])').forEach(old => old.remove())   // what the page came with
  const error = document.createElement('div')
  error.className = 'error'
  error.id = `${control.id || name.replace(/\W+/g, '-')}-live`
  error.dataset.liveError = ''
  const text = document.createElement('span')
  text.textContent = message
  error.append(icon('exclamation-circle-fill'), text)
  box.append(error)
  box.classList.add('bad')
  if (control.matches('input, select, textarea')) {
    control.setAttribute('aria-invalid', 'true')
    control.setAttribute('aria-describedby', [control.getAttribute('aria-describedby'), error.id].filter(Boolean).join(' '))
  }
  return control
}

function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text
}
