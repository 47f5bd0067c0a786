// Menus are <details>; with script they also close on Escape and on a click elsewhere.
const menus = 'details.menu[open], details[data-menu][open]'

export function startFolds() {
  document.addEventListener('click', event => {
    document.querySelectorAll(menus).forEach(menu => menu.contains(event.target) || (menu.open = false))
  })
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    document.querySelectorAll(menus).forEach(menu => {
      if (menu.contains(document.activeElement)) menu.querySelector('summary').focus()
      menu.open = false
    })
  })
  document.addEventListener('focusout', event => {
    const menu = event.target.closest?.('details.menu[open]')
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false
  })
  keepSheetOpen()
  document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => print()))
}

/** The score sheet folds on phones only; where it is a pane it has no handle to open it again. */
function keepSheetOpen() {
  const wide = matchMedia('(min-width: 62rem)')
  const open = () => wide.matches && document.querySelectorAll('details.sheet').forEach(sheet => (sheet.open = true))
  wide.addEventListener('change', open)
  open()
}
