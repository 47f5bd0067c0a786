// Tables that were pasted or stored: kept, and their cells written in. The arrows and Tab go from cell to cell.
import { Extension, Node } from '@tiptap/core'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'

const span = name => ({
  default: 1,
  parseHTML: element => Number(element.getAttribute(name)) || 1,
  renderHTML: attributes => (attributes[name] > 1 ? { [name]: attributes[name] } : {}),
})

const cell = (name, tag, tableRole) => Node.create({
  name,
  tableRole,
  content: 'block+',
  isolating: true,
  addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan'), colwidth: { default: null, rendered: false } }),
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
})

export const tables = [
  Node.create({
    name: 'table',
    tableRole: 'table',
    group: 'block',
    content: 'tableRow+',
    isolating: true,
    parseHTML: () => [{ tag: 'table' }],
    renderHTML: () => ['table', ['tbody', 0]],
    addProseMirrorPlugins: () => [tableEditing()],
    addKeyboardShortcuts() {
      const go = step => () => goToNextCell(step)(this.editor.state, this.editor.view.dispatch)
      return { Tab: go(1), 'Shift-Tab': go(-1) }
    },
  }),
  Node.create({
    name: 'tableRow',
    tableRole: 'row',
    content: '(tableCell | tableHeader)*',
    parseHTML: () => [{ tag: 'tr' }],
    renderHTML: () => ['tr', 0],
  }),
  cell('tableCell', 'td', 'cell'),
  cell('tableHeader', 'th', 'header_cell'),
  Extension.create({
    name: 'tableRoles',
    extendNodeSchema: extension => (extension.config.tableRole ? { tableRole: extension.config.tableRole } : {}),
  }),
]
