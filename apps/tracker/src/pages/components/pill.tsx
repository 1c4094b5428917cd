import type { HealthLevel, ItemVerdict, StripCell } from '@sevenstep/onboarding'
import type { PropsWithChildren } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { pillSigns } from './pill-signs.ts'
import { signs } from './strip-shapes.ts'

/** Everything that has a colour and a sign. */
export type State = ItemVerdict | HealthLevel | StripCell

interface StatePillProps {
  readonly state: State
}

/** A word on the tint of a state with the state's sign. The text says what; without it the pill would only be colour. */
export function StatePill({ state, children }: PropsWithChildren<StatePillProps>) {
  return (
    <span class={`pill state-${state}`}>
      <svg class="pill-sign" width="12" height="12" viewBox="5 5 14 14" aria-hidden="true">
        <path class="strip-sign" d={pillSigns[state]} />
      </svg>
      {children}
    </span>
  )
}

/** The pill of an item's verdict, in its own word. */
export function VerdictPill({ verdict, texts }: { readonly verdict: ItemVerdict; readonly texts: Texts }) {
  return <StatePill state={verdict}>{texts.shared.verdicts[verdict]}</StatePill>
}

/** The pill of a product's health, in its own word. */
export function HealthPill({ level, texts }: { readonly level: HealthLevel; readonly texts: Texts }) {
  return <StatePill state={level}>{texts.shared.health[level]}</StatePill>
}

const severityState = { error: 'failing', warning: 'waiting', info: 'in-review' } as const

interface SeverityPillProps {
  readonly severity: keyof typeof severityState
  readonly texts: Texts
}

/** The pill of a finding's severity. The sign of a warning is that of health at risk, not of waiting. */
export function SeverityPill({ severity, texts }: SeverityPillProps) {
  const state = severityState[severity]
  const sign = severity === 'warning' ? pillSigns['at-risk'] : severity === 'info' ? 'M12 11v5M12 8v.1' : signs.failing
  return (
    <span class={`pill state-${state}`}>
      <svg class="pill-sign" width="12" height="12" viewBox="5 5 14 14" aria-hidden="true">
        <path class="strip-sign" d={sign} />
      </svg>
      {texts.shared.severities[severity]}
    </span>
  )
}

const cells: Readonly<Record<ItemVerdict, StripCell>> = {
  'not-needed': 'not-needed',
  'needs-answer': 'needs-answer',
  'not-started': 'not-started',
  opened: 'not-started',
  'handed-in': 'waiting',
  waiting: 'waiting',
  'could-not-be-checked': 'needs-answer',
  advised: 'needs-answer',
  failing: 'failing',
  'in-review': 'in-review',
  'changes-requested': 'failing',
  proved: 'proved',
  waived: 'proved',
  expired: 'failing',
}

/** The cell of the strip that stands for an item's verdict. */
export function cellOfVerdict(verdict: ItemVerdict): StripCell {
  return cells[verdict]
}
