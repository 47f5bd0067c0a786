// A form that saves itself: one save at a time, when the fingers rest. What cannot reach the server is kept on this computer
// and tried again, ever more rarely. What is kept, what is sent and what an answer means, each kind of form says itself.
import { dropOld, live } from './draft-copies.js'
import { entriesOf, newName } from './draft-form.js'
import { line, link, notice, say, strong } from './draft-show.js'

const patience = 20_000     // for one answer
const waits = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000]

export class Saving {
  /** rest: milliseconds after the last key; typed: what the fingers make here, "Điểm bạn gõ". */
  constructor(form, rest, typed) {
    this.form = form
    this.rest = rest
    this.typed = typed
    this.owner = form.dataset.owner
    this.tab = newName()
    this.sequence = 0        // grows with every change
    this.saved = 0           // the change up to which the server has everything
    this.tried = 0           // the change up to which it was tried: what is refused is not tried again by itself
    this.failures = 0
    this.stopped = null      // why no more saving: signin, stranger, closed, a newer version elsewhere
    this.kept = true
    this.baseline = entriesOf(form)
  }

  field(name) {
    return this.form.querySelector(`input[name="${name}"]`)
  }

  get isUnsaved() {
    return this.sequence !== this.saved
  }

  listen() {
    this.form.removeAttribute('data-guard')   // from now on only what is really unsaved keeps a person on the page
    dropOld()
    live(() => this.tab)
    document.addEventListener('visibilitychange', () => (document.hidden ? this.leave() : this.back()))
    addEventListener('pagehide', () => this.leave())
    addEventListener('focus', () => this.back())
    addEventListener('online', () => this.back(true))
    addEventListener('offline', () => this.isUnsaved && !this.stopped && this.away())
    addEventListener('beforeunload', event => this.isUnsaved && !this.passing && event.preventDefault())
  }

  leave() {
    this.keep()
    if (this.isUnsaved && !this.passing) this.save()
  }

  /** Coming back to the window, or to the network: what waits is tried at once. */
  back(now = false) {
    if (this.stopped === 'signin' || this.stopped === 'stranger') this.stopped = null
    if (this.isUnsaved && !this.stopped && (now || this.failures > 0 || this.tried !== this.sequence)) this.save()
  }

  soon(delay) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), delay)
  }

  /** Whoever asks while a save is under way waits for the same answer. */
  save() {
    clearTimeout(this.timer)
    this.going ??= this.send().finally(() => {
      this.going = null
      if (this.isUnsaved && !this.stopped && this.tried !== this.sequence) this.soon(this.failures > 0 ? this.pause() : this.rest)
    })
    return this.going
  }

  pause() {
    return waits[Math.min(this.failures, waits.length) - 1]
  }

  /** Sends a body under the form's token and version; an answer that does not come is none. */
  post(body, more) {
    for (const name of ['__RequestVerificationToken', 'Version']) body.append(name, this.field(name).value)
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), patience)
    return fetch(this.form.getAttribute('action'), { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'error', signal: giveUp.signal, ...more })
      .finally(() => clearTimeout(timer))
  }

  away() {
    this.failures = Math.min(this.failures + 1, waits.length)
    this.keep()
    line('late', 'wifi-off', navigator.onLine ? 'Chưa tới được máy chủ' : 'Mất mạng', this.kept
      ? ', đang giữ trên máy này, sẽ lưu khi có mạng lại'
      : ', máy này không giữ được bản sao: đừng đóng trang, sẽ lưu khi có mạng lại')
    say(`Mất mạng. ${this.typed} đang được giữ trên máy này và sẽ lưu khi có mạng lại.`)
    if (!this.stopped) this.soon(this.pause())
    return 'away'
  }

  stop(why, first, ...more) {
    this.stopped = why
    this.keep()
    line('bad', 'exclamation-circle-fill', first, ...more)
    say(first + more.map(part => part.textContent ?? part).join(''))
    return 'stopped'
  }

  signIn() {
    notice('signin', 'warn', 'box-arrow-in-right', [strong('Phiên đăng nhập đã hết.'), ` ${this.typed} còn nguyên ở đây và được giữ trên máy này. `,
      link('Đăng nhập lại trong thẻ mới', '/dang-nhap?tiep=/sang-kien/da-dang-nhap', { target: '_blank' }), ', rồi quay lại thẻ này: việc lưu tự chạy tiếp.'])
    this.failures = 1
    this.stop('signin', 'Chưa lưu, phiên đăng nhập đã hết')
    say(`Phiên đăng nhập đã hết. ${this.typed} được giữ trên máy này. Đăng nhập lại trong thẻ mới rồi quay lại đây.`)
    return 'stopped'
  }
}
