// Forms are sent once, do not lose what was typed, and show a password on request.
export function startForms() {
  document.addEventListener('submit', once)
  // Coming back with the browser's arrow, the form must be usable again.
  addEventListener('pageshow', () => document.querySelectorAll('form[aria-busy]').forEach(free))
  guard()
  showPasswords()
  document.querySelector('.error-summary[tabindex]')?.focus()
}

function once(event) {
  const form = event.target
  if (!form.matches('[data-once]') || event.defaultPrevented) return
  if (form.getAttribute('aria-busy') === 'true') return event.preventDefault()
  form.setAttribute('aria-busy', 'true')
  // A download or an error before sending leaves us on this page.
  setTimeout(() => free(form), 15_000)
}

function free(form) {
  form.removeAttribute('aria-busy')
}

function guard() {
  const changed = new Set()
  const note = event => {
    const form = event.target.form ?? event.target.closest?.('form')
    if (form?.matches('[data-guard]')) changed.add(form)
  }
  document.addEventListener('input', note)
  document.addEventListener('change', note)
  // What stands typed in another form of the page is asked about, not lost with this one.
  document.addEventListener('submit', event => event.defaultPrevented || changed.delete(event.target))
  addEventListener('beforeunload', event => {
    if (changed.size > 0) event.preventDefault()
  })
}

/** <input type=checkbox data-show-password="id of the field"> */
function showPasswords() {
  for (const box of document.querySelectorAll('[data-show-password]')) {
    const field = document.getElementById(box.dataset.showPassword)
    box.addEventListener('change', () => (field.type = box.checked ? 'text' : 'password'))
    // The browser may have kept the tick from before.
    if (box.checked) field.type = 'text'
    field?.form?.addEventListener('submit', () => (field.type = 'password'))
  }
}
