/** Theme buttons change the page at once, and the shortcuts' switch is remembered; both are kept by the server. */
export function startPreferences(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-theme-switch]')) {
    form.addEventListener('submit', (event) => {
      const button = event.submitter
      if (!(button instanceof HTMLButtonElement)) return
      event.preventDefault()
      document.documentElement.dataset.theme = button.value
      document
        .querySelector('meta[name="color-scheme"]')
        ?.setAttribute('content', button.value === 'auto' ? 'light dark' : button.value)
      for (const other of form.querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button))
      keep(form.action, 'theme', button.value)
    })
  }
  const shortcuts = document.querySelector<HTMLInputElement>('input[data-preferences]')
  shortcuts?.addEventListener('change', () => {
    const value = shortcuts.checked ? 'on' : 'off'
    document.documentElement.dataset.shortcuts = value
    keep(shortcuts.dataset.preferences ?? '', shortcuts.name, value)
  })
}

/** Nothing is said where this fails: the page already looks as asked, and the next visit only looks as before. */
function keep(action: string, name: string, value: string): void {
  fetch(action, { method: 'POST', body: new URLSearchParams({ [name]: value }), redirect: 'manual' }).catch(() => {})
}
