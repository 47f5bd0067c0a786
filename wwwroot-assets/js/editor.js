// A writing surface over textarea[data-rich]. The textarea stays the field of the form.
import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { pasteFromOffice } from './editor-paste.js'
import { tables } from './editor-tables.js'

const tools = [
  { icon: 'type-bold', label: 'Đậm (Ctrl+B)', run: chain => chain.toggleBold(), on: 'bold' },
  { icon: 'type-italic', label: 'Nghiêng (Ctrl+I)', run: chain => chain.toggleItalic(), on: 'italic' },
  { icon: 'type-h3', label: 'Đề mục', run: chain => chain.toggleHeading({ level: 3 }), on: 'heading' },
  {},
  { icon: 'list-ul', label: 'Danh sách gạch đầu dòng', run: chain => chain.toggleBulletList(), on: 'bulletList' },
  { icon: 'list-ol', label: 'Danh sách đánh số', run: chain => chain.toggleOrderedList(), on: 'orderedList' },
  { icon: 'blockquote-left', label: 'Trích dẫn', run: chain => chain.toggleBlockquote(), on: 'blockquote' },
  {},
  { icon: 'arrow-counterclockwise', label: 'Hoàn tác (Ctrl+Z)', run: chain => chain.undo(), can: can => can.undo() },
  { icon: 'arrow-clockwise', label: 'Làm lại (Ctrl+Y)', run: chain => chain.redo(), can: can => can.redo() },
]

const folder = document.currentScript?.src.replace(/[^/]*$/, '') ?? '/assets/'
let count = 0

document.querySelectorAll('textarea[data-rich]').forEach(attach)
// Rows added later bring their own textareas.
new MutationObserver(changes => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node.nodeType === Node.ELEMENT_NODE) node.querySelectorAll('textarea[data-rich]').forEach(attach)
}).observe(document.body, { childList: true, subtree: true })

function attach(field) {
  if (field.dataset.rich === 'on') return
  field.dataset.rich = 'on'
  const label = nameOf(field)
  const frame = document.createElement('div')
  frame.className = 'editor'
  const paper = document.createElement('div')
  field.after(frame)
  field.hidden = true
  // A hidden field cannot show the browser's own message, and would silently block the form.
  field.required = false

  const editor = new Editor({
    element: paper,
    content: asHtml(field.value),
    injectCSS: false, // the policy allows styles from our own files only
    editable: !field.readOnly && !field.disabled,
    extensions: [
      StarterKit.configure({ heading: { levels: [3, 4] }, link: false, code: false, codeBlock: false, underline: false, strike: false, horizontalRule: false, dropcursor: false, trailingNode: false }),
      ...tables,
    ],
    editorProps: {
      attributes: {
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...described(field),
      },
      handlePaste: pasteFromOffice(field.form),
    },
    onUpdate: write,
  })
  frame.append(toolbar(editor, label, paper), paper)
  labelsOf(field).forEach(element => element.addEventListener('click', () => editor.commands.focus()))
  // A link of the error summary leads to the field, which is hidden.
  addEventListener('hashchange', () => location.hash === `#${field.id}` && editor.commands.focus())
  document.addEventListener('click', event => {
    if (event.target.closest?.(`a[href="#${CSS.escape(field.id)}"]`)) setTimeout(() => editor.commands.focus())
  })
  field.form?.addEventListener('submit', () => (field.value = html(editor)), { capture: true })
  field.addEventListener('rich-set', () => editor.commands.setContent(asHtml(field.value), { emitUpdate: false }))
  field.form?.addEventListener('reset', () => setTimeout(() => editor.commands.setContent(asHtml(field.value))))

  function write() {
    const text = html(editor)
    if (text === field.value) return
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

function html(editor) {
  return editor.isEmpty ? '' : editor.getHTML()
}

/** Text written without script has no tags: blank lines part paragraphs. */
function asHtml(text) {
  if (/<\/?(p|h\d|ul|ol|blockquote)\b/i.test(text)) return text
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return safe.split(/\n\s*\n/).map(part => `<p>${part.trim().replaceAll('\n', '<br>')}</p>`).join('')
}

/** One stop for the Tab key; arrows move inside, as in every toolbar. */
function toolbar(editor, label, paper) {
  const bar = document.createElement('div')
  bar.className = 'editor-bar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', `Định dạng: ${label}`)
  paper.id ||= `editor-${++count}`
  bar.setAttribute('aria-controls', paper.id)

  const buttons = []
  for (const tool of tools) {
    if (!tool.icon) {
      const rule = document.createElement('hr')
      rule.setAttribute('aria-orientation', 'vertical')
      bar.append(rule)
      continue
    }
    const button = document.createElement('button')
    button.type = 'button'
    button.title = tool.label
    button.setAttribute('aria-label', tool.label)
    button.tabIndex = buttons.length === 0 ? 0 : -1
    button.append(icon(tool.icon))
    button.addEventListener('mousedown', event => event.preventDefault())
    button.addEventListener('click', () => tool.run(editor.chain().focus()).run())
    buttons.push(button)
    bar.append(button)
  }
  bar.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const place = buttons.indexOf(document.activeElement)
    const next = step ? (place + step + buttons.length) % buttons.length : { Home: 0, End: buttons.length - 1 }[event.key]
    if (next === undefined || place < 0) return
    event.preventDefault()
    buttons[place].tabIndex = -1
    buttons[next].tabIndex = 0
    buttons[next].focus()
  })

  const named = tools.filter(tool => tool.icon)
  const show = () =>
    named.forEach((tool, i) => {
      if (tool.on) buttons[i].setAttribute('aria-pressed', String(editor.isActive(tool.on)))
      if (tool.can) buttons[i].setAttribute('aria-disabled', String(!tool.can(editor.can())))
    })
  editor.on('transaction', show)
  show()
  return bar
}

function icon(name) {
  const ns = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(ns, 'svg')
  svg.setAttribute('class', 'i')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(ns, 'use')
  use.setAttribute('href', `${folder}icons.svg#${name}`)
  svg.append(use)
  return svg
}

function labelsOf(field) {
  return [...(field.labels ?? [])]
}

function nameOf(field) {
  return field.getAttribute('aria-label') ?? labelsOf(field).map(label => label.textContent.trim()).join(' ')
}

function described(field) {
  const ids = field.getAttribute('aria-describedby')
  const bad = field.getAttribute('aria-invalid')
  return { ...(ids && { 'aria-describedby': ids }), ...(bad && { 'aria-invalid': bad }) }
}
