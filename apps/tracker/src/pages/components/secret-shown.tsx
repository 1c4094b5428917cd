import type { Texts } from '../../texts/index.ts'
import { Button } from './button.tsx'

interface SecretShownProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly copy: string
  readonly texts: Texts
}

/** A secret that is shown this once: it can be selected as it stands, and copied by a button where scripts run. */
export function SecretShown({ id, label, value, copy, texts }: SecretShownProps) {
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input class="input" id={id} value={value} readonly spellcheck={false} autocomplete="off" />
      <div class="button-row mt-3">
        <Button kind="primary" icon="copy" copies={value} copied={texts.shared.buttons.copied}>
          {copy}
        </Button>
      </div>
    </div>
  )
}
