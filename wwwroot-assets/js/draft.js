// The draft form saves itself. Typing never waits: every change goes into a copy on this computer at once and to the
// server when the fingers rest. A copy is let go only when the version number of its text has come back.
import { drop, keep } from './draft-copies.js'
import { entriesOf, isTechnical } from './draft-form.js'
import { handOver, recover } from './draft-recover.js'
import { button, dropNotice, line, link, notice, problems, say, sections, strong } from './draft-show.js'
import { Saving } from './saving.js'

const renewal = 20_000      // a token is not asked for more often

export function startDraft() {
  const form = document.querySelector('form[data-draft]')
  if (form && 'fetch' in window) new Draft(form).open()
}

class Draft extends Saving {
  constructor(form) {
    super(form, 1_500, 'Phần bạn gõ')
    this.id = Number(form.dataset.id)
    this.held = []           // refused: everything else is saved, these wait for their writer
  }

  get version() {
    return Number(this.field('Version').value)
  }

  open() {
    const { form } = this
    this.listen()
    const changed = event => {
      if (event.target.closest?.('[data-draft-skip]') || (event.target.matches?.('input, select, textarea') && isTechnical(event.target))) return
      this.change()
    }
    form.addEventListener('input', changed)
    form.addEventListener('focusout', () => this.isUnsaved && this.failures === 0 && this.tried !== this.sequence && this.soon(200))
    form.addEventListener('submit', event => this.submit(event))
    if (form.dataset.unsaved === 'true') {
      this.baseline = []   // what stands here was refused: it is nothing to fall back on
      this.change(0)
      this.keep()
    }
    recover(this)
  }

  change(delay = this.rest) {
    this.sequence++
    clearTimeout(this.keeping)
    this.keeping = setTimeout(() => this.keep(), 250)
    this.soon(delay)
  }

  keep() {
    clearTimeout(this.keeping)
    this.keeping = null
    if (!this.isUnsaved) return
    this.kept = keep({
      owner: this.owner, tab: this.tab, draft: this.id, formKey: this.field('FormKey').value, base: this.version,
      sequence: this.sequence, at: Date.now(), title: this.form.elements.Title?.value ?? '', held: this.held.length > 0, entries: entriesOf(this.form),
    })
  }

  async send() {
    if (this.stopped) return 'stopped'
    if (!this.isUnsaved) return 'saved'
    const sequence = this.sequence
    const entries = entriesOf(this.form)
    const slow = setTimeout(() => line('ok', 'arrow-repeat', 'Đang lưu…'), 400)
    let held = []
    try {
      for (let round = 0; round < 4; round++) {
        const answer = await this.post(without(entries, held, this.baseline), sequence)
        const refused = answer.status === 422 ? (await answer.json()).problems : null
        if (!refused) return await this.answered(answer, sequence, entries, held)
        const fresh = refused.filter(problem => !held.some(known => known.field === problem.field))
        held = [...held, ...fresh]
        if (fresh.length === 0 || refused.some(problem => problem.field === '')) return this.refused(sequence, held)
      }
      return this.refused(sequence, held)
    } catch {
      return this.away()
    } finally {
      clearTimeout(slow)
    }
  }

  post(entries, sequence) {
    const body = new FormData()
    for (const [name, value] of [['FormKey', this.field('FormKey').value], ['Tab', this.tab], ['Sequence', sequence], ...entries]) body.append(name, value)
    return super.post(body)
  }

  async answered(answer, sequence, entries, held) {
    if (answer.status === 200) return this.stored(await answer.json(), sequence, entries, held)
    if (answer.status === 409) return this.conflict(await answer.json())
    if (answer.status === 401) return this.signIn()
    if (answer.status === 400) return await this.renew() ? this.send() : this.stranger()
    if (answer.status === 413) return this.refused(sequence, [{ field: '', message: 'Nội dung quá dài để lưu. Đưa phần chi tiết vào tệp kèm theo.' }])
    if (answer.status === 403 || answer.status === 404) return this.closed('Bạn không còn quyền sửa hồ sơ này.')
    return this.away()
  }

  stored(saved, sequence, entries, held) {
    const copy = { owner: this.owner, tab: this.tab }
    this.field('Version').value = saved.version
    if (this.id === 0) {
      this.id = saved.id
      this.form.action = `/sang-kien/${saved.id}/soan`
      this.form.dataset.id = saved.id
      history.replaceState(history.state, '', this.form.action + location.hash)
    }
    this.tried = sequence
    this.held = held
    const first = problems(this.form, held)
    sections(saved.sections)
    const late = this.failures > 0
    this.failures = 0
    dropNotice('away')
    dropNotice('signin')
    const versions = link('xem lại', `/sang-kien/${saved.id}/ban-luu`)
    if (held.length > 0) {
      this.keep()
      line('late', 'exclamation-triangle', `Đã lưu ${saved.clock}`, ` · bản ${saved.version}, trừ ${held.length} ô cần sửa: `, link('xem', `#${first?.id ?? ''}`))
      say(`Đã lưu, trừ ${held.length} ô cần sửa.`)
      return 'held'
    }
    this.saved = sequence
    this.baseline = entries
    if (this.isUnsaved) this.keep()
    else drop(copy)
    line('ok', 'cloud-check', `Đã lưu ${saved.clock}`, ` · bản ${saved.version} · `, versions)
    say(late ? 'Có mạng lại, đã lưu.' : 'Đã lưu.')
    return 'saved'
  }

  refused(sequence, found) {
    this.tried = sequence
    this.held = found
    this.keep()
    const first = problems(this.form, found)
    const whole = found.find(problem => problem.field === '')
    if (whole) return this.closed(whole.message)
    line('bad', 'exclamation-circle-fill', 'Chưa lưu', `: ${found[0].message} `, ...(first ? [link('xem', `#${first.id}`)] : []), this.where())
    say(`Chưa lưu: ${found[0].message}`)
    return 'held'
  }

  where() {
    return this.kept ? ' Phần bạn gõ đang được giữ trên máy này.' : ''
  }

  stranger() {
    return this.stop('stranger', 'Chưa lưu', ': trình duyệt đang đăng nhập tài khoản khác. Đăng nhập lại tài khoản của bạn rồi quay lại thẻ này.', this.where())
  }

  closed(sentence) {
    return this.stop('closed', 'Chưa lưu', `: ${sentence}`, this.where())
  }

  conflict(other) {
    const who = other.savedBy || 'Bạn, ở một cửa sổ khác,'
    notice('conflict', 'warn', 'file-diff', [strong(`${who} vừa lưu bản ${other.version} lúc ${other.clock}.`),
      ' Phần bạn gõ còn nguyên, được giữ trên máy này, chưa lưu lên máy chủ. Trộn hai bản để không mất đoạn nào.'],
    [button('Xem và trộn hai bản', true, () => handOver(this, { entries: entriesOf(this.form), base: this.version, sequence: this.sequence, tab: this.tab, draft: other.id, formKey: this.field('FormKey').value }))])
    this.stop('conflict', 'Chưa lưu', ': có bản khác vừa được lưu')
    say(`${who} vừa lưu bản khác. Phần bạn gõ còn nguyên; có nút Xem và trộn hai bản ở đầu trang.`)
    return 'stopped'
  }

  /** A token that no longer fits: a new one, if it is still the same person who is signed in. */
  async renew() {
    if (this.renewed) return false
    this.renewed = true
    const page = await fetch(this.form.action, { headers: { Accept: 'text/html' }, redirect: 'error' })
    if (!page.ok) return false
    const form = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('form[data-draft]')
    const token = form?.querySelector('[name=__RequestVerificationToken]')?.value
    if (!token || form.dataset.owner !== this.owner) return false
    this.field('__RequestVerificationToken').value = token
    setTimeout(() => (this.renewed = false), renewal)
    return true
  }

  /** The buttons of the form: the draft is saved first, and by the same way as always. */
  async submit(event) {
    if (this.passing) return
    const op = event.submitter?.value ?? 'luu'
    if (op === 'luu' && this.id === 0 && !this.isUnsaved) this.change()   // an empty draft is kept too, when one says so
    if (op !== 'luu' && !this.isUnsaved) return this.pass()
    event.preventDefault()
    if (this.stopped === 'signin' || this.stopped === 'stranger') this.stopped = null
    let result = await this.save()
    if (result === 'saved' && this.isUnsaved) result = await this.save()   // the one that was under way had begun earlier
    if (op === 'luu') {
      if (result === 'held') this.form.querySelector('.bad :is(input, select, textarea)')?.focus()
      else if (result === 'saved') say('Đã lưu.')
      else if (result === 'stopped') document.querySelector('[data-draft-notices] .notice')?.scrollIntoView({ block: 'center' })
      return
    }
    if (result === 'stopped') document.querySelector('[data-draft-notices] .notice')?.scrollIntoView({ block: 'center' })
    if (result === 'away' || result === 'stopped') return
    this.pass()
    this.form.requestSubmit(event.submitter)
  }

  pass() {
    this.passing = true
    setTimeout(() => (this.passing = false), 15_000)   // a refusal before sending leaves us on this page
  }
}

/** The entries with what was refused as it stood at the last save; a row that was not there then has nothing. */
function without(entries, held, baseline) {
  if (held.length === 0) return entries
  const names = new Set(held.map(problem => problem.field))
  const sameRows = entries.length === baseline.length && entries.every(([name], i) => name === baseline[i][0])
  return entries
    .map(([name, value]) => names.has(name) ? [name, name.includes('[') && !sameRows ? '' : baseline.find(([known]) => known === name)?.[1] ?? ''] : [name, value])
}
