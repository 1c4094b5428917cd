import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { Icon } from './icon.tsx'

/** What every field is given. */
export interface FieldProps {
  /** Name in the form; also the id, so that the error summary can lead to it. */
  readonly name: string
  readonly label: Child
  readonly texts: Texts
  readonly hint?: Child
  readonly error?: string | undefined
  /** Marks the field as one that may stay empty; the others are required. */
  readonly optional?: boolean
}

/** Ids of the hint and the error that there are, for `aria-describedby`. */
export function describedBy({ name, hint, error }: FieldProps): string | undefined {
  const ids = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** Label, hint, error and the control between them. */
export function Field({ children, ...field }: PropsWithChildren<FieldProps>) {
  return (
    <div class={fieldClass(field)}>
      <label class="field-label" for={field.name}>
        <LabelText {...field} />
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  )
}

/** A group of choices under one question. */
export function FieldGroup({ children, ...field }: PropsWithChildren<FieldProps>) {
  return (
    <fieldset class={fieldClass(field)} id={field.name} aria-describedby={describedBy(field)}>
      <legend class="field-label">
        <LabelText {...field} />
      </legend>
      <HintAndError {...field} />
      {children}
    </fieldset>
  )
}

function LabelText({ label, optional = false, texts }: FieldProps) {
  return (
    <>
      {label}
      {optional && <span class="field-hint">{` (${texts.shared.fields.optional})`}</span>}
    </>
  )
}

function HintAndError({ name, hint, error, texts }: FieldProps) {
  return (
    <>
      {hint !== undefined && (
        <div class="field-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${name}-error`}>
          <Icon name="alert" size={14} />
          <span>
            <span class="visually-hidden">{texts.shared.fields.errorPrefix} </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}

function fieldClass({ error }: FieldProps): string {
  return error === undefined ? 'field' : 'field field-invalid'
}
