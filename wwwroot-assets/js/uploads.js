// Files of a dossier: chosen or dropped on a slot, each sent by a request of its own, with progress, retry and cancel.
const AT_ONCE = 2
const WAITS = [1000, 4000, 10_000]

const WORDS = {
  waiting: 'Đang chờ…',
  checking: 'Đã gửi, máy chủ đang kiểm tra…',
  offline: 'Mất mạng, tự gửi lại khi có mạng…',
  again: 'Máy chủ chưa nhận được, đang gửi lại…',
  failed: 'Chưa gửi được. Kiểm tra mạng rồi bấm Gửi lại.',
  session: 'Phiên làm việc đã đổi. Đăng nhập lại ở thẻ khác, tải lại trang này rồi chọn lại tệp.',
}

export function startUploads() {
  for (const root of document.querySelectorAll('[data-uploads]')) new Uploads(root)
}

class Uploads {
  constructor(root) {
    this.root = root
    this.queue = []
    this.running = 0
    this.voice = root.querySelector('[data-upload-voice]')
    for (const slot of root.querySelectorAll('[data-slot]')) this.listen(slot)
    root.addEventListener('click', event => {
      const button = event.target.closest('[data-file-remove]')
      if (button) this.remove(button)
    })
    // A file dropped beside a slot must not replace the page.
    for (const name of ['dragover', 'drop']) root.addEventListener(name, event => event.preventDefault())
    addEventListener('beforeunload', event => {
      if (this.running + this.queue.length > 0) event.preventDefault()
    })
  }

  /** The dossier; a new draft gets its number when it is saved for the first time. */
  get dossier() {
    return Number(this.root.closest('form[data-draft]')?.dataset.id ?? 0) || Number(this.root.dataset.dossier)
  }

  get token() {
    return (this.root.closest('form') ?? document).querySelector('input[name="__RequestVerificationToken"]')?.value ?? ''
  }

  listen(slot) {
    const input = slot.querySelector('[data-slot-input]')
    if (!input) return
    // The form around must not take a chosen file for typing.
    for (const name of ['input', 'change']) input.addEventListener(name, event => event.stopPropagation())
    input.addEventListener('change', () => {
      this.add(slot, [...input.files])
      input.value = ''
    })
    let depth = 0
    slot.addEventListener('dragenter', () => slot.classList.toggle('is-over', ++depth > 0))
    slot.addEventListener('dragleave', () => slot.classList.toggle('is-over', --depth > 0))
    slot.addEventListener('drop', event => {
      depth = 0
      slot.classList.remove('is-over')
      this.add(slot, [...(event.dataTransfer?.files ?? [])])
    })
  }

  add(slot, files) {
    if (files.length === 0) return
    if (!this.dossier) {
      // Nothing is stored yet: save first, then the page of files.
      this.root.closest('form')?.querySelector('[data-upload-page]')?.click()
      return
    }
    for (const file of files) {
      const item = this.row(slot, file)
      const problem = this.problemOf(file)
      if (problem) this.refuse(item, problem)
      else this.queue.push(item)
    }
    this.next()
  }

  /** What the server would say too, said before fifty megabytes have gone over a slow line. */
  problemOf(file) {
    if (file.size === 0) return `Tệp “${file.name}” rỗng, không có nội dung. Chọn lại tệp.`
    if (file.size > Number(this.root.dataset.maxBytes)) return `Tệp “${file.name}” lớn hơn ${this.root.dataset.maxText}. Thu nhỏ hoặc chia thành nhiều tệp.`
    return ''
  }

  row(slot, file) {
    const line = make('li', 'upload')
    const what = make('div', 'file-what')
    const bar = make('progress')
    bar.max = 100
    bar.value = 0
    bar.setAttribute('aria-label', `Tiến độ gửi ${file.name}`)
    const state = make('small')
    state.textContent = WORDS.waiting
    what.append(text('b', file.name), bar, state)
    const actions = make('div', 'upload-actions')
    line.append(icon('file-earmark-arrow-up'), what, actions)
    slot.querySelector('[data-slot-files]').append(line)
    const item = { slot, file, line, bar, state, actions, tries: 0 }
    this.offer(item, 'Hủy', 'x-lg', () => this.cancel(item))
    return item
  }

  next() {
    while (this.running < AT_ONCE && this.queue.length > 0) this.send(this.queue.shift())
  }

  send(item) {
    this.running++
    const body = new FormData()
    body.append('Loai', item.slot.dataset.slot)
    body.append('Tep', item.file, item.file.name)
    const request = (item.request = new XMLHttpRequest())
    request.open('POST', `/sang-kien/${this.dossier}/tep`)
    request.setRequestHeader('RequestVerificationToken', this.token)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', event => {
      const done = event.lengthComputable ? Math.floor((event.loaded / event.total) * 100) : 0
      item.bar.value = done
      item.state.textContent = done < 100 ? `Đang gửi ${done}%` : WORDS.checking
    })
    request.addEventListener('load', () => this.answered(item, request))
    request.addEventListener('error', () => this.failed(item, navigator.onLine ? WORDS.again : WORDS.offline))
    request.addEventListener('loadend', () => {
      this.running--
      this.next()
    })
    request.send(body)
  }

  answered(item, request) {
    const answer = json(request)
    if (request.status === 200 && answer?.files?.length > 0) return this.done(item, answer.files[0])
    if (request.status >= 500) return this.failed(item, WORDS.again, answer?.problems?.[0])
    if (!answer || request.status === 400 || request.status === 401 || request.status === 403) return this.refuse(item, WORDS.session)
    this.refuse(item, answer.problems?.[0] ?? WORDS.failed)
  }

  /** A line that broke or a server that stumbled: tried again by itself, then by hand. */
  failed(item, why, problem) {
    item.bar.value = 0
    if (item.tries >= WAITS.length) {
      this.refuse(item, problem ?? WORDS.failed)
      this.offer(item, 'Gửi lại', 'arrow-clockwise', () => this.again(item))
      return
    }
    item.state.textContent = why
    const wait = WAITS[item.tries++]
    if (navigator.onLine) item.timer = setTimeout(() => this.enqueue(item), wait)
    else addEventListener('online', () => this.enqueue(item), { once: true })
  }

  again(item) {
    item.tries = 0
    item.line.classList.remove('is-bad')
    item.line.querySelector('.error')?.remove()
    item.bar.hidden = false
    item.state.hidden = false
    this.offer(item, 'Hủy', 'x-lg', () => this.cancel(item))
    this.enqueue(item)
  }

  enqueue(item) {
    if (!item.line.isConnected) return
    this.queue.push(item)
    this.next()
  }

  cancel(item) {
    clearTimeout(item.timer)
    this.queue = this.queue.filter(other => other !== item)
    item.request?.abort()
    const input = item.slot.querySelector('[data-slot-input]')
    item.line.remove()
    input?.focus()
    this.say(`Đã hủy ${item.file.name}`)
  }

  refuse(item, sentence) {
    item.line.classList.add('is-bad')
    item.bar.hidden = true
    item.state.hidden = true
    const error = make('p', 'error')
    error.append(icon('exclamation-circle-fill'), text('span', sentence))
    item.line.querySelector('.file-what').append(error)
    this.offer(item, 'Ẩn', 'x-lg', () => this.cancel(item))
    this.say(sentence)
  }

  done(item, file) {
    const line = make('li')
    line.dataset.file = file.id
    const what = make('div', 'file-what')
    const link = text('a', file.name)
    link.href = `/tep/${file.id}`
    const digest = make('details', 'digest')
    digest.append(text('summary', `SHA-256 ${file.sha256.slice(0, 8)}…`), text('code', file.sha256))
    what.append(link, text('small', `${file.size} · vừa thêm`), digest)
    line.append(icon(file.icon), what)
    if (file.hasPreview) {
      const view = make('a', 'btn btn-plain btn-sm')
      view.href = `/tep/${file.id}/xem`
      view.setAttribute('aria-label', `Xem ${file.name}`)
      view.append(icon('eye'), ' Xem')
      line.append(view)
    }
    const remove = make('button', 'btn btn-careful btn-sm')
    remove.type = 'button'
    remove.dataset.fileRemove = file.id
    remove.setAttribute('aria-label', `Bỏ tệp ${file.name}`)
    remove.append(icon('trash'), ' Bỏ')
    line.append(remove)
    // The same bytes once more are the file that is there already.
    this.root.querySelector(`li[data-file="${file.id}"]`)?.remove()
    const had = item.line.contains(document.activeElement)
    item.line.replaceWith(line)
    if (had) remove.focus()
    this.count()
    this.say(`Đã thêm ${file.name}`)
  }

  async remove(button) {
    const id = button.dataset.fileRemove
    const line = button.closest('li')
    button.disabled = true
    line.querySelector('.error')?.remove()
    let sentence = WORDS.failed
    try {
      const answer = await fetch(`/tep/${id}/xoa`, { method: 'POST', headers: { RequestVerificationToken: this.token, Accept: 'application/json' } })
      if (answer.ok && !answer.redirected) {
        const input = line.closest('[data-slot]').querySelector('[data-slot-input]')
        const name = line.querySelector('a')?.textContent ?? ''
        line.remove()
        input?.focus()
        this.count()
        this.say(`Đã bỏ ${name}`)
        return
      }
      sentence = (await answer.json()).problems?.[0] ?? WORDS.session
    } catch {
      // The sentence says it.
    }
    button.disabled = false
    const error = make('p', 'error')
    error.append(icon('exclamation-circle-fill'), text('span', sentence))
    line.querySelector('.file-what').append(error)
    this.say(sentence)
  }

  count() {
    let all = 0
    for (const slot of this.root.querySelectorAll('[data-slot]')) {
      const files = slot.querySelectorAll('li[data-file]').length
      all += files
      slot.querySelector('[data-slot-count]').textContent = files ? `${files} tệp` : ''
    }
    const total = this.root.closest('.panel')?.querySelector('[data-upload-total]')
    if (total) total.textContent = all ? `${all} tệp` : 'chưa có tệp'
  }

  /** Buttons beside a file: one of each name. */
  offer(item, name, picture, act) {
    if (name !== 'Gửi lại') item.actions.replaceChildren()
    const button = make('button', 'btn btn-plain btn-sm')
    button.type = 'button'
    button.setAttribute('aria-label', `${name} ${item.file.name}`)
    button.append(icon(picture), ` ${name}`)
    button.addEventListener('click', act)
    item.actions.append(button)
  }

  say(sentence) {
    if (this.voice) this.voice.textContent = sentence
  }
}

function json(request) {
  try {
    return JSON.parse(request.responseText)
  } catch {
    return null
  }
}

function make(name, className = '') {
  const element = document.createElement(name)
  if (className) element.className = className
  return element
}

function text(name, words) {
  const element = make(name)
  element.textContent = words
  return element
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'i')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `/assets/icons.svg#${name}`)
  svg.append(use)
  return svg
}
