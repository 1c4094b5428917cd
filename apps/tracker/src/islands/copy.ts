import { announce } from './announce.ts'

/** Buttons that copy their text; they come into view here, since they do nothing without scripts. */
export function startCopying(): void {
  if (navigator.clipboard === undefined) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copies ?? '')
      const { copied } = button.dataset
      if (copied === undefined) return
      announce(copied)
      const before = [...button.childNodes]
      button.textContent = copied
      setTimeout(() => button.replaceChildren(...before), 1500)
    })
  }
}
