/** `/` goes to search, `j` and `k` move among rows, Enter opens, `?` lists the keys. Off where the person says so. */
export function startKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (document.documentElement.dataset.shortcuts === 'off') return
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (document.querySelector('dialog[open]') !== null) return
    const act = actions[event.key]
    if (act?.() === true) event.preventDefault()
  })
}

/** What each key does; true when it did something, so that the browser leaves the key alone. */
const actions: Readonly<Record<string, () => boolean>> = {
  '/': () => {
    const search = document.getElementById('search')
    search?.focus()
    return search !== null
  },
  j: () => move(1),
  k: () => move(-1),
  Enter: () => {
    // A focused link opens by itself; this is for a row that j and k chose.
    if (document.activeElement !== document.body) return false
    const link = selected()?.querySelector('a')
    link?.click()
    return link !== null && link !== undefined
  },
  '?': () => {
    openKeyboardHelp()
    return true
  },
}

/** Shows the list of keys. */
export function openKeyboardHelp(): void {
  const dialog = document.getElementById('keyboard-help')
  if (dialog instanceof HTMLDialogElement) dialog.showModal()
}

function move(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.offsetParent !== null)
  if (rows.length === 0) return false
  const before = selected()
  const at = before === null ? -1 : rows.indexOf(before)
  const row = rows[Math.max(0, Math.min(rows.length - 1, at === -1 ? 0 : at + by))]
  before?.classList.remove('is-selected')
  row?.classList.add('is-selected')
  row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
  return true
}

/** The row last moved to, or the one that has the focus. */
function selected(): HTMLElement | null {
  return (
    document.activeElement?.closest<HTMLElement>('[data-row]') ??
    document.querySelector<HTMLElement>('[data-row].is-selected')
  )
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
