import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { Button, LinkButton } from './button.tsx'

interface FormProps {
  readonly action: string
  readonly id?: string
  /** Files are sent with it. */
  readonly files?: boolean
  /** The row's version that was read; the server refuses when it has moved on. */
  readonly version?: number
  /** A new key for each showing of the form, so that sending it twice does it once. */
  readonly idempotencyKey?: string
  /** Keeps what is typed in the browser's session until it was sent; the name tells forms apart. */
  readonly draft?: string
  /** Element that the answer to `?preview` replaces whenever a choice changes; nothing is saved. */
  readonly live?: { readonly target: string }
  /** Required with `draft` and `live`, for what they say. */
  readonly texts?: Texts
  /** As wide as what it stands in, instead of a form's own width. */
  readonly bare?: boolean
}

/** A form that is sent by POST, with the hidden fields that make it safe to send. */
export function Form(props: PropsWithChildren<FormProps>) {
  const { action, id, files = false, draft, live, texts, bare = false, children } = props
  return (
    <form
      method="post"
      action={action}
      id={id}
      class={bare ? undefined : 'form'}
      enctype={files ? 'multipart/form-data' : undefined}
      data-draft={draft}
      data-draft-restored={draft === undefined ? undefined : texts?.shared.fields.draftRestored}
      data-draft-discard={draft === undefined ? undefined : texts?.shared.fields.draftDiscard}
      data-live-form={live?.target}
      data-live-updating={live === undefined ? undefined : texts?.shared.live.updating}
      data-live-updated={live === undefined ? undefined : texts?.shared.live.updated}
      data-live-failed={live === undefined ? undefined : texts?.shared.live.failed}
    >
      <HiddenFields version={props.version} idempotencyKey={props.idempotencyKey} />
      {children}
    </form>
  )
}

interface HiddenFieldsProps {
  readonly version?: number | undefined
  readonly idempotencyKey?: string | undefined
  readonly values?: Readonly<Record<string, string>>
}

/** Hidden fields: `version`, `key` (the idempotency key) and whatever else goes along. */
export function HiddenFields({ version, idempotencyKey, values = {} }: HiddenFieldsProps) {
  return (
    <>
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      {idempotencyKey !== undefined && <input type="hidden" name="key" value={idempotencyKey} />}
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

interface ErrorSummaryProps {
  readonly errors: readonly { readonly name: string; readonly message: string }[]
  readonly texts: Texts
}

/** What has to be looked at again, with a link to each field; nothing where nothing is wrong. */
export function ErrorSummary({ errors, texts }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} data-focus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{texts.shared.fields.errorTitle(errors.length)}</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ConfirmFormProps {
  readonly action: string
  readonly title: Child
  /** What will happen and what cannot be undone. */
  readonly consequence: Child
  readonly confirm: string
  readonly cancelHref: string
  readonly texts: Texts
  readonly danger?: boolean
  readonly version?: number
  readonly idempotencyKey?: string
}

/** Asks once more on a page of its own; works without scripts. Its children are further fields, such as a reason. */
export function ConfirmForm(props: PropsWithChildren<ConfirmFormProps>) {
  return (
    <form method="post" action={props.action} class="card form">
      <HiddenFields version={props.version} idempotencyKey={props.idempotencyKey} />
      <div class="prose">
        <h2>{props.title}</h2>
        <p>{props.consequence}</p>
      </div>
      {props.children}
      <div class="button-row">
        <Button kind={props.danger === true ? 'danger' : 'primary'}>{props.confirm}</Button>
        <LinkButton kind="quiet" href={props.cancelHref}>
          {props.texts.shared.buttons.cancel}
        </LinkButton>
      </div>
    </form>
  )
}
