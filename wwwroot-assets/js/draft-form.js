// The fields of a draft form as a list of [name, value], and back.
const technical = new Set(['__RequestVerificationToken', 'op', 'FormKey', 'Version', 'Tab', 'Sequence', 'Loai', 'Tep'])

export function entriesOf(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !technical.has(name))
}

export function same(a, b) {
  return JSON.stringify(a.map(plain)) === JSON.stringify(b.map(plain))
}

// Line ends come as \r\n out of FormData in some browsers and as \n in others.
const plain = ([name, value]) => [name, value.replaceAll('\r\n', '\n')]

export function isTechnical(field) {
  return !field.name || technical.has(field.name) || field.type === 'file'
}

/** Writes entries into the form, adding and taking out rows; says nothing to anybody. */
export function fill(form, entries) {
  const values = Map.groupBy ? Map.groupBy(entries, ([name]) => name) : grouped(entries)
  for (const box of form.querySelectorAll('[data-repeat][id]')) {
    const rows = entries.map(([name]) => name.match(new RegExp(`^${box.id}\\[(\\d+)\\]`))).filter(Boolean).map(match => Number(match[1]))
    box.dispatchEvent(new CustomEvent('repeat-count', { detail: Math.max(-1, ...rows) + 1 }))
  }
  for (const field of form.elements) {
    if (isTechnical(field)) continue
    const found = (values.get(field.name) ?? []).map(([, value]) => value)
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = found.includes(field.value)
    else field.value = found[0] ?? ''
    if (field.dataset.rich === 'on') field.dispatchEvent(new CustomEvent('rich-set'))
  }
}

function grouped(entries) {
  const groups = new Map()
  for (const entry of entries) groups.set(entry[0], [...(groups.get(entry[0]) ?? []), entry])
  return groups
}

/** A name that nobody else's window has; crypto.randomUUID is not there on plain http. */
export function newName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
