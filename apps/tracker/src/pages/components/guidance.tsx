import type { Ball } from '@sevenstep/onboarding'
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { Icon, type IconName } from './icon.tsx'

interface NextActionProps {
  /** What to do, as an order. */
  readonly title: Child
  readonly because: Child
  readonly texts: Texts
  readonly effortMinutes?: number
  /** Over the title; "Your next action" unless given. */
  readonly eyebrow?: string
  /** The page's one primary button. */
  readonly action?: Child
}

/** The one thing to do next, with the reason and the effort. */
export function NextActionPanel({ title, because, texts, effortMinutes, eyebrow, action }: NextActionProps) {
  return (
    <section class="next-action">
      <div class="next-action-text">
        <p class="small">{eyebrow ?? texts.shared.nextAction}</p>
        <h2>{title}</h2>
        <p>
          {because}
          {effortMinutes !== undefined && ` ${texts.shared.effort(effortMinutes)}`}
        </p>
      </div>
      {action}
    </section>
  )
}

/** The sentence that explains a state. */
export function Because({ texts, children }: PropsWithChildren<{ readonly texts: Texts }>) {
  return (
    <p class="because">
      <b>{texts.shared.because}</b> {children}
    </p>
  )
}

const ballIcons: Readonly<Record<Ball, IconName>> = {
  isv: 'person',
  us: 'people',
  microsoft: 'building',
  nobody: 'check',
}

/** Whose turn it is. */
export function BallMark({ ball, texts }: { readonly ball: Ball; readonly texts: Texts }) {
  return (
    <span class="ball">
      <Icon name={ballIcons[ball]} size={14} />
      {texts.shared.balls[ball]}
    </span>
  )
}

interface EmptyProps {
  /** What this place is for. */
  readonly title: string
  /** Why nothing is here. */
  readonly why: string
  readonly icon?: IconName
  /** The one button. */
  readonly action?: Child
}

/** A place with nothing in it yet: what it is, why it is empty, and one button. */
export function Empty({ title, why, icon = 'inbox', action }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      <p>{why}</p>
      {action !== undefined && <div class="button-row">{action}</div>}
    </div>
  )
}

/** Details that open on demand. */
export function Disclosure(props: PropsWithChildren<{ readonly summary: Child; readonly open?: boolean }>) {
  return (
    <details class="disclosure" open={props.open}>
      <summary>
        <Icon name="chevron-right" size={14} />
        {props.summary}
      </summary>
      <div class="disclosure-content">{props.children}</div>
    </details>
  )
}

interface ProgressProps {
  readonly proved: number
  readonly total: number
  readonly texts: Texts
}

/** How many required items are proved, as a bar; the page's headline says it in words. */
export function ProgressBar({ proved, total, texts }: ProgressProps) {
  const width = total === 0 ? 0 : (proved / total) * 100
  return (
    <svg
      class="progress-bar"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={texts.shared.requiredProved(proved, total)}
    >
      <rect class="progress-track" width="100" height="6" />
      <rect class="progress-done" width={width} height="6" />
    </svg>
  )
}
