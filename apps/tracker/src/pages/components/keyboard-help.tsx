import type { Texts } from '../../texts/index.ts'

/** The list of shortcuts; the keyboard island opens it, and nothing shows where scripts do not run. */
export function KeyboardHelp({ texts }: { readonly texts: Texts }) {
  const { keyboard, buttons } = texts.shared
  const keys = [
    ['/', keyboard.search],
    ['j', keyboard.next],
    ['k', keyboard.previous],
    ['Enter', keyboard.open],
    ['?', keyboard.help],
  ]
  return (
    <dialog id="keyboard-help" class="dialog" aria-labelledby="keyboard-help-title">
      <h2 id="keyboard-help-title">{keyboard.title}</h2>
      <dl class="keys">
        {keys.map(([key, meaning]) => (
          <>
            <dt>
              <kbd class="key">{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
      <label class="choice">
        <input type="checkbox" data-shortcuts-enabled checked />
        {keyboard.enabled}
      </label>
      <form method="dialog" class="button-row mt-4">
        <button type="submit" class="button button-secondary">
          {buttons.close}
        </button>
      </form>
    </dialog>
  )
}
