// A sheet that is not handed in saves itself: every change goes into a copy on this computer at once and to the server when
// the fingers rest. What was handed in never saves itself: it is changed by its button, with a reason.
import { copiesOf, drop, keep, withoutLiving } from './draft-copies.js'
import { entriesOf, fill, isTechnical, same } from './draft-form.js'
import { button, dropNotice, line, link, notice, problems, say, strong } from './draft-show.js'
import { Saving } from './saving.js'

export function startSheet() {
  const form = document.querySelector('form[data-sheet=draft]')
  if (form && 'fetch' in window) new Sheet(form).open()
}

class Sheet extends Saving {
  constructor(form) {
    super(form, 1_200, 'Điểm bạn gõ')
    this.key = `phieu-${form.dataset.id}`
    this.sent = []       // what an answer, lost on the way, may have stored
  }

  open() {
    const { form } = this
    this.listen()
    form.addEventListener('input', event => event.target.matches('input, textarea') && !isTechnical(event.target) && this.change())
    form.addEventListener('submit', event => this.submit(event), true)
    if (form.querySelector('.error-summary')) this.change(300)   // it came back refused: what stands here may not all be stored
    this.recover()
  }

  change(delay = this.rest) {
    this.sequence++
    this.keep()
    this.soon(delay)
  }

  keep() {
    if (!this.isUnsaved) return
    this.kept = keep({
      owner: this.owner, tab: this.tab, draft: this.key, formKey: this.key, base: Number(this.field('Version').value),
      sequence: this.sequence, at: Date.now(), title: `phiếu ${this.form.dataset.code}`, held: false, entries: entriesOf(this.form),
    })
  }

  async send() {
    if (this.stopped || !this.isUnsaved) return
    const sequence = this.sequence
    const entries = entriesOf(this.form)
    let held = []
    try {
      for (let round = 0; round < 3; round++) {
        const body = this.without(entries, held)
        const answer = await this.post(body)
        if (answer.status !== 422) return await this.answered(answer, sequence, entries, held)
        const fresh = (await answer.json()).problems.filter(problem => !held.some(known => known.field === problem.field))
        held = [...held, ...fresh]
        if (fresh.length === 0 || fresh.some(problem => problem.field === '' || problem.field === 'Reason')) break
      }
      this.refused(sequence, held)
    } catch {
      this.away()
    }
  }

  /** A field that is refused goes as it was stored; everything else is saved. */
  without(entries, held) {
    const names = new Set(held.map(problem => problem.field))
    const before = new Map(this.baseline)
    return entries.map(([name, value]) => [name, names.has(name) ? before.get(name) ?? '' : value])
  }

  post(entries) {
    this.sent.push(entries)
    return super.post(new URLSearchParams(entries), { keepalive: true })
  }

  async answered(answer, sequence, entries, held) {
    if (answer.status === 200) return this.stored(await answer.json(), sequence, entries, held)
    if (answer.status === 409) return this.stale(await answer.json())
    if (answer.status === 401) return this.signIn()
    if (answer.status === 400) return this.stop('stranger', 'Chưa lưu', ': trang này đã cũ hoặc trình duyệt đăng nhập tài khoản khác. Tải lại trang; điểm đã gõ được giữ trên máy này.')
    if (answer.status === 403 || answer.status === 404) return this.stop('closed', 'Chưa lưu', ': phiếu này không còn ở bàn của bạn.')
    this.away()
  }

  stored(saved, sequence, entries, held) {
    const late = this.failures > 0
    this.field('Version').value = saved.version
    this.sent = []
    this.tried = sequence
    this.failures = 0
    dropNotice('signin')
    const first = problems(this.form, held)
    if (held.length > 0) {
      this.keep()
      line('late', 'exclamation-triangle', `Đã lưu ${saved.clock}`, ` · bản ${saved.version}, trừ ${held.length} ô cần sửa: `, link('xem', `#${first?.id ?? ''}`))
      return say(`Đã lưu, trừ ${held.length} ô cần sửa.`)
    }
    this.saved = sequence
    this.baseline = entries
    if (this.isUnsaved) this.keep()
    else drop({ owner: this.owner, tab: this.tab })
    line('ok', 'cloud-check', `Đã lưu ${saved.clock}`, ` · bản ${saved.version}`)
    if (late) say('Có mạng lại, đã lưu.')
  }

  refused(sequence, found) {
    this.tried = sequence
    this.keep()
    const whole = found.find(problem => problem.field === '' || problem.field === 'Reason')
    if (whole) return this.stop('closed', 'Chưa lưu', `: ${whole.message}`)
    const first = problems(this.form, found)
    line('bad', 'exclamation-circle-fill', 'Chưa lưu', `: ${found[0]?.message ?? ''} `, ...(first ? [link('xem', `#${first.id}`)] : []))
  }

  /** Another window saved meanwhile. Where what it stored is only what this one had sent, its answer was lost: go on. */
  stale(other) {
    const stored = [...Object.entries(other.points).map(([code, value]) => [`Points[${code}]`, value]), ...Object.entries(other.comments).map(([code, value]) => [`Comments[${code}]`, value])]
    const differs = list => this.differences(list, stored)
    if (!other.isSubmitted && this.sent.slice(0, -1).some(list => differs(list).length === 0)) {
      this.field('Version').value = other.version
      this.sent = []
      return
    }
    const words = differs(entriesOf(this.form)).map(([name, mine, theirs]) => name.startsWith('Points')
      ? `${name.slice(7, -1)}: ở đây ${mine || 'trống'}, bản đã lưu ${theirs || 'trống'}` : `nhận xét ${name.slice(9, -1)} khác nhau`)
    notice('stale', 'warn', 'file-diff', [strong(`Phiếu vừa được lưu ở cửa sổ khác lúc ${other.clock} (bản ${other.version}).`), ` ${words.join('; ')}. Điểm bạn gõ ở đây còn nguyên, chưa lưu.`],
      other.isSubmitted
        ? [button('Lấy bản đã nộp', true, () => this.take(other, stored, true))]
        : [button('Giữ điểm ở đây', true, () => this.takeVersion(other)), button('Lấy bản đã lưu', false, () => this.take(other, stored))])
    this.stop('stale', 'Chưa lưu', ': có bản khác vừa được lưu')
  }

  differences(list, stored) {
    const theirs = new Map(stored)
    const number = (name, value) => (name.startsWith('Points') ? value.trim().replace('.', ',') : value.trim().replaceAll('\r\n', '\n'))
    return list.filter(([name]) => name.startsWith('Points[') || name.startsWith('Comments['))
      .map(([name, value]) => [name, number(name, value), number(name, theirs.get(name) ?? '')]).filter(([, mine, other]) => mine !== other)
  }

  takeVersion(other) {
    this.field('Version').value = other.version
    this.resume()
    this.save()
  }

  take(other, stored, reload = false) {
    drop({ owner: this.owner, tab: this.tab })
    this.saved = this.sequence
    this.passing = reload
    if (reload) return location.reload()
    const theirs = new Map(stored)
    fill(this.form, entriesOf(this.form).map(([name]) => [name, theirs.get(name) ?? '']))
    this.form.dispatchEvent(new CustomEvent('sheet-filled'))
    this.field('Version').value = other.version
    this.resume()
    line('ok', 'cloud-check', `Đã lưu ${other.clock}`, ` · bản ${other.version}`)
  }

  resume() {
    dropNotice('stale')
    this.stopped = null
    this.sent = []
    this.baseline = entriesOf(this.form)
  }

  /** Its buttons send it after what is unsaved is saved: nothing is lost when the network is away just then. */
  async submit(event) {
    if (this.passing || (!this.isUnsaved && !this.going)) {
      this.passing = true
      return
    }
    const { submitter } = event
    event.preventDefault()
    event.stopImmediatePropagation()
    if (this.stopped) return this.form.querySelector('[data-draft-notices]')?.scrollIntoView({ block: 'nearest' })
    await this.save()
    if (this.failures > 0 || this.stopped) return
    this.passing = true   // what was refused beside its field, the server says again
    this.form.requestSubmit(submitter)
  }

  /** Points of an earlier visit that never reached the server: put back, or laid beside what is stored now. */
  async recover() {
    const found = copiesOf(this.owner).filter(copy => copy.formKey === this.key && copy.tab !== this.tab)
    for (const copy of await withoutLiving(found, this.tab)) {
      if (same(copy.entries, entriesOf(this.form))) drop(copy)
      else if (this.sequence > 0 || copy.base !== Number(this.field('Version').value)) this.offer(copy)
      else this.putBack(copy)
    }
  }

  putBack(copy) {
    fill(this.form, copy.entries)
    this.form.dispatchEvent(new CustomEvent('sheet-filled'))
    drop(copy)
    notice('recovered', 'info', 'clock-history', [strong('Đã lấy lại điểm gõ chưa kịp lưu lên máy chủ.'), ' Phần này được lưu tiếp như thường.'])
    this.change(0)
  }

  offer(copy) {
    const name = `copy-${copy.tab}`
    const words = copy.entries.filter(([field, value]) => field.startsWith('Points[') && value).map(([field, value]) => `${field.slice(7, -1)} ${value}`).join(', ')
    notice(name, 'warn', 'clock-history', [strong('Trên máy này còn điểm gõ trước đây chưa lưu lên máy chủ'), `: ${words || 'chỉ có nhận xét'}.`],
      [button('Đưa vào phiếu', true, () => (dropNotice(name), this.putBack(copy))), button('Bỏ phần này', false, () => (drop(copy), dropNotice(name)))])
  }
}
