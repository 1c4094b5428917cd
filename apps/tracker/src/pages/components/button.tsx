import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** How much a button asks for: one primary a page, danger for what cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Look {
  readonly kind?: ButtonKind
  readonly icon?: IconName
  /** As wide as what it stands in. */
  readonly wide?: boolean
}

interface ButtonProps extends Look {
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string
  /** Id of a form elsewhere on the page. */
  readonly form?: string
  /** Address that the form is sent to instead of its own. */
  readonly formaction?: string
  readonly disabled?: boolean
  /** Says what the text leaves out where several buttons read alike. */
  readonly label?: string
  /** Text that a click copies; the button stays hidden where scripts do not run. */
  readonly copies?: string
  readonly copied?: string
}

/** A button that sends a form. Secondary unless said otherwise. */
export function Button(props: PropsWithChildren<ButtonProps>) {
  const { copies, label, type = 'submit', name, value, form, formaction, disabled } = props
  return (
    <button
      type={copies === undefined ? type : 'button'}
      class={classOf(props)}
      name={name}
      value={value}
      form={form}
      formaction={formaction}
      disabled={disabled}
      aria-label={label}
      hidden={copies !== undefined}
      data-copies={copies}
      data-copied={props.copied}
    >
      <Inside icon={props.icon}>{props.children}</Inside>
    </button>
  )
}

interface LinkButtonProps extends Look {
  readonly href: string
  readonly label?: string
  /** Saves what the address answers under this name instead of opening it. */
  readonly download?: string
}

/** A link that looks like a button: it only goes somewhere. */
export function LinkButton(props: PropsWithChildren<LinkButtonProps>) {
  return (
    <a href={props.href} class={classOf(props)} aria-label={props.label} download={props.download}>
      <Inside icon={props.icon}>{props.children}</Inside>
    </a>
  )
}

/** Buttons side by side; the primary one first. */
export function ButtonRow({ children }: PropsWithChildren) {
  return <div class="button-row">{children}</div>
}

function Inside({ icon, children }: { readonly icon: IconName | undefined; readonly children?: Child }) {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </>
  )
}

function classOf({ kind = 'secondary', wide = false }: Look): string {
  return `button button-${kind}${wide ? ' button-wide' : ''}`
}
