import { openKeyboardHelp } from './keyboard.ts'

/** Menus close on Escape and on a click elsewhere; entries that need scripts come into view. */
export function startMenus(): void {
  const menus = [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu]')]
  document.addEventListener('click', (event) => {
    for (const menu of menus) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false
    }
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of menus.filter(({ open }) => open)) {
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
  })
  for (const opener of document.querySelectorAll<HTMLButtonElement>('[data-opens="keyboard-help"]')) {
    opener.hidden = false
    opener.addEventListener('click', () => {
      for (const menu of menus) menu.open = false
      openKeyboardHelp()
    })
  }
}
