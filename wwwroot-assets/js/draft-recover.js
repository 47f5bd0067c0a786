// Text of an earlier visit that never reached the server: put back where the draft has not moved on, else offered for a merge.
import { copiesOf, drop, withoutLiving } from './draft-copies.js'
import { entriesOf, fill, same } from './draft-form.js'
import { button, dropNotice, notice, strong } from './draft-show.js'

export async function recover(draft) {
  const key = draft.field('FormKey').value
  const found = copiesOf(draft.owner).filter(copy => copy.tab !== draft.tab && (copy.formKey === key || copy.draft === draft.id))
  const { markTab, markSequence } = draft.form.dataset
  for (const copy of await withoutLiving(found, draft.tab)) {
    // Of a save that left a field out the mark is as far as the text, but not all of the text is there.
    const isStored = !copy.held && copy.tab === markTab && copy.sequence <= Number(markSequence)
    if (isStored || same(copy.entries, entriesOf(draft.form))) drop(copy)
    else if (draft.sequence > 0 || copy.base !== draft.version) offer(draft, copy)
    else putBack(draft, copy)
  }
}

/** The window takes up where the closed one stopped, under its name: an answer lost on the way is then no conflict. */
function putBack(draft, copy) {
  draft.tab = copy.tab
  draft.sequence = copy.sequence
  draft.field('FormKey').value = copy.formKey
  fill(draft.form, copy.entries)
  draft.form.dispatchEvent(new CustomEvent('draft-filled', { bubbles: true }))
  notice('recovered', 'info', 'clock-history', [strong(`Đã lấy lại phần gõ lúc ${clock(copy.at)} chưa kịp lưu lên máy chủ.`), ' Phần này được lưu tiếp như thường.'],
    [button('Bỏ phần này', false, () => discard(draft, copy))])
  draft.save()
}

function offer(draft, copy) {
  const name = `copy-${copy.tab}`
  notice(name, 'warn', 'clock-history', [strong(`Trên máy này còn phần gõ lúc ${clock(copy.at)} chưa lưu lên máy chủ.`), ' Trộn với bản đang có để không mất đoạn nào.'],
    [button('Xem và trộn hai bản', true, () => handOver(draft, copy)), button('Bỏ phần này', false, () => (drop(copy), dropNotice(name)))])
}

/** Saved meanwhile it is an ordinary version, and the one before can be brought back from the list. */
async function discard(draft, copy) {
  clearTimeout(draft.timer)
  clearTimeout(draft.keeping)
  await draft.going
  draft.passing = true
  const lost = draft.isUnsaved
  draft.saved = draft.sequence
  drop(copy)
  location.href = lost || draft.id === 0 ? location.pathname : `/sang-kien/${draft.id}/ban-luu`
}

/** Hands a text to the page that lays both versions side by side, as a form without script does. */
export function handOver(draft, { entries, base, sequence, tab, draft: id, formKey }) {
  draft.keep()
  draft.passing = true
  const form = document.createElement('form')
  form.method = 'post'
  form.action = id || draft.id ? `/sang-kien/${id || draft.id}/soan` : '/sang-kien/soan'
  form.enctype = 'multipart/form-data'
  form.hidden = true
  const token = draft.field('__RequestVerificationToken').value
  for (const [name, value] of [['__RequestVerificationToken', token], ['FormKey', formKey], ['Version', base], ['Tab', tab], ['Sequence', sequence], ...entries]) {
    const field = document.createElement('textarea')   // an input would drop line ends
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}

function clock(at) {
  return new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'numeric' }).format(at)
}
