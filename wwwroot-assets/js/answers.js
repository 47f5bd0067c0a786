// Answers to a supplement save themselves while somebody types. Every item has a form of its own: whichever is sent, and
// when the page is left, what stands unsaved in the others is saved first. The buttons stay for where that fails.
const pause = 1500

export function startAnswers() {
  const answers = [...document.querySelectorAll('form[data-answer]')].map(form => new Answer(form))
  if (answers.length === 0) return
  document.addEventListener('submit', event => saveOthers(event, answers), true)
  document.addEventListener('visibilitychange', () => document.hidden && answers.forEach(answer => answer.save()))
  addEventListener('beforeunload', event => answers.some(answer => answer.isUnsaved) && event.preventDefault())
}

async function saveOthers(event, answers) {
  const form = event.target
  const own = answers.find(answer => answer.form === form)
  const others = answers.filter(answer => answer !== own && answer.isUnsaved)
  if (others.length === 0) {
    own?.sent()
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  for (const answer of others) await answer.save()
  const failed = others.find(answer => answer.isUnsaved)
  if (failed) failed.form.scrollIntoView({ block: 'center' })
  else form.requestSubmit(event.submitter)
}

class Answer {
  constructor(form) {
    this.form = form
    this.said = form.querySelector('[data-answer-said]')
    this.changes = 0   // grows with every change
    this.saved = 0     // the change up to which the server has everything
    this.going = Promise.resolve()
    form.removeAttribute('data-guard')   // only what is really unsaved keeps a person on the page
    form.addEventListener('input', () => {
      this.changes++
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.save(), pause)
    })
  }

  get isUnsaved() {
    return this.changes > this.saved
  }

  /** Its own button sends it: nothing is left to ask about. */
  sent() {
    clearTimeout(this.timer)
    this.saved = this.changes
  }

  /** One save at a time; whoever asks meanwhile waits for his own. */
  save() {
    clearTimeout(this.timer)
    return (this.going = this.going.then(() => this.isUnsaved && this.send()))
  }

  async send() {
    const changes = this.changes
    try {
      const response = await fetch(this.form.action, { method: 'POST', body: new FormData(this.form), headers: { Accept: 'application/json' } })
      if (!response.ok || response.redirected) return this.tell('Chưa lưu được. Bấm “Lưu mục này” để xem vì sao; chữ bạn gõ vẫn còn.', true)
      const saved = await response.json()
      this.form.querySelector('[name=Version]').value = saved.version
      this.saved = changes
      this.tell(`Đã lưu ${new Date(saved.at).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false })}, chưa gửi`, false)
    } catch {
      this.tell('Mất mạng: chưa lưu, chữ bạn gõ vẫn còn ở đây.', true)
    }
  }

  tell(text, failed) {
    if (!this.said) return
    this.said.textContent = text
    this.said.toggleAttribute('data-failed', failed)
  }
}
