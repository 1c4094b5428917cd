import type { Texts } from '../../texts/index.ts'
import { preferencesAction } from './switches.tsx'

/** The list of shortcuts; the keyboard island opens it, and nothing shows where scripts do not run. */
export function KeyboardHelp({ texts, enabled }: { readonly texts: Texts; readonly enabled: boolean }) {
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
        <input type="checkbox" name="shortcuts" data-preferences={preferencesAction} checked={enabled} />
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
