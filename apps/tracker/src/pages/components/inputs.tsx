import type { Child } from 'hono/jsx'
import { describedBy, Field, FieldGroup, type FieldProps } from './field.tsx'

interface TextInputProps extends FieldProps {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'url' | 'date' | 'number' | 'search'
  readonly autocomplete?: string
  readonly maxlength?: number
  /** For dates, numbers and the like. */
  readonly short?: boolean
  readonly disabled?: boolean
}

/** A line of text. */
export function TextInput(props: TextInputProps) {
  const { name, value, type = 'text', autocomplete, maxlength, short = false, disabled } = props
  return (
    <Field {...props}>
      <input
        class={short ? 'input input-short' : 'input'}
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        maxlength={maxlength}
        disabled={disabled}
        required={props.optional !== true}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(props)}
      />
    </Field>
  )
}

interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  readonly rows?: number
  readonly maxlength?: number
}

/** Several lines of text; it grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const { name, value, rows = 4, maxlength } = props
  return (
    <Field {...props}>
      <textarea
        class="input"
        id={name}
        name={name}
        rows={rows}
        maxlength={maxlength}
        required={props.optional !== true}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(props)}
      >
        {value}
      </textarea>
    </Field>
  )
}

/** One of the answers to choose from. */
export interface Choice {
  readonly value: string
  readonly label: Child
  readonly hint?: Child
  readonly disabled?: boolean
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
}

/** One of many, in a list that opens. */
export function Select(props: ChoiceProps) {
  const { name, choices, value } = props
  return (
    <Field {...props}>
      <select
        class="input"
        id={name}
        name={name}
        required={props.optional !== true}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(props)}
      >
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One of a few, all in view; `inline` puts short answers side by side. */
export function RadioGroup(props: ChoiceProps & { readonly inline?: boolean }) {
  const { name, choices, value, inline = false } = props
  return (
    <FieldGroup {...props}>
      <div class={inline ? 'choices choices-inline' : 'choices'}>
        {choices.map((choice) => (
          <label class="choice">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              required={props.optional !== true}
            />
            <span>{choice.label}</span>
            {choice.hint !== undefined && <span class="field-hint">{choice.hint}</span>}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

interface CheckboxProps {
  readonly name: string
  readonly label: Child
  readonly hint?: Child
  readonly value?: string
  readonly checked?: boolean
  readonly disabled?: boolean
}

/** Yes or not, on its own. */
export function Checkbox({ name, label, hint, value = 'yes', checked, disabled }: CheckboxProps) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value={value} checked={checked} disabled={disabled} />
      <span>{label}</span>
      {hint !== undefined && <span class="field-hint">{hint}</span>}
    </label>
  )
}

interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean
  /** File name endings or media types, as in HTML. */
  readonly accept?: string
}

/** A button that picks a file; works without scripts. */
export function FileField(props: FileFieldProps) {
  const { name, multiple, accept } = props
  return (
    <Field {...props}>
      <input
        class="input"
        type="file"
        id={name}
        name={name}
        multiple={multiple}
        accept={accept}
        required={props.optional !== true}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(props)}
      />
    </Field>
  )
}
