import { type StepId, type StripCell, stepIds } from '@sevenstep/onboarding'
import type { Texts } from '../../texts/index.ts'
import { cellGap, cellSide, hatch, logoBars, signs } from './strip-shapes.ts'

/** One step as the strip shows it. */
export interface StripStep {
  readonly step: StepId
  readonly cell: StripCell
  /** What the large strip says of it, such as "2 failing"; the cell's own word unless given. */
  readonly state?: string
  /** A second line in the large strip, such as "9 of 11". */
  readonly detail?: string
  readonly href?: string
  /** The step whose page this is. */
  readonly current?: boolean
}

type StepStripProps =
  | { readonly size: 'small' | 'large'; readonly steps: readonly StripStep[]; readonly texts: Texts }
  | { readonly size: 'logo' }

/** The seven-cell strip: small in tables, large with names on top of a product's page, and as the logo. */
export function StepStrip(props: StepStripProps) {
  if (props.size === 'logo') return <Logo />
  const steps = inOrder(props.steps)
  if (props.size === 'large') return <LargeStrip steps={steps} texts={props.texts} />
  return <SmallStrip steps={steps} texts={props.texts} />
}

/** A sign on its own, as beside an item in a list. */
export function StateSign({ cell, label }: { readonly cell: StripCell; readonly label: string }) {
  return (
    <svg class="strip" width={cellSide} height={cellSide} viewBox={`0 0 ${cellSide} ${cellSide}`} role="img">
      <title>{label}</title>
      <Cell cell={cell} />
    </svg>
  )
}

function Logo() {
  return (
    <svg class="strip strip-logo" width="47" height="16" viewBox="0 0 47 16" aria-hidden="true">
      {logoBars.map(({ x, filled }) => (
        <rect class={filled ? undefined : 'rest'} x={x} width="5" height="16" rx="1" />
      ))}
    </svg>
  )
}

function SmallStrip({ steps, texts }: { readonly steps: readonly StripStep[]; readonly texts: Texts }) {
  const width = steps.length * (cellSide + cellGap) - cellGap
  const told = steps.map((step) => sentence(step, texts))
  return (
    <svg
      class="strip"
      width={width}
      height={cellSide}
      viewBox={`0 0 ${width} ${cellSide}`}
      role="img"
      aria-label={texts.shared.stripLabel(told.join('; '))}
    >
      {steps.map((step, index) => (
        <Cell cell={step.cell} step={step.step} x={index * (cellSide + cellGap)} title={told[index]} />
      ))}
    </svg>
  )
}

function LargeStrip({ steps, texts }: { readonly steps: readonly StripStep[]; readonly texts: Texts }) {
  return (
    <ol class="steps">
      {steps.map(({ step, cell, state, detail, href, current }) => (
        <li class={`step state-${cell}`}>
          <span class="step-number">{step}</span>
          <svg class="step-sign" width="20" height="20" viewBox="3 2 20 20" aria-hidden="true">
            {cell !== 'not-started' && <path class="strip-sign" d={signs[cell]} />}
          </svg>
          <span class="step-name">
            {href === undefined ? (
              texts.shared.steps[step]
            ) : (
              <a href={href} aria-current={current === true ? 'step' : undefined}>
                {texts.shared.steps[step]}
              </a>
            )}
          </span>
          <span class="step-state">{state ?? texts.shared.cells[cell]}</span>
          {detail !== undefined && <span class="step-detail">{detail}</span>}
        </li>
      ))}
    </ol>
  )
}

interface CellProps {
  readonly cell: StripCell
  readonly step?: StepId
  readonly x?: number
  readonly title?: string | undefined
}

/** One cell: its ground says the state by colour, its sign says the same by shape. */
function Cell({ cell, step, x = 0, title }: CellProps) {
  return (
    <g class={`strip-cell state-${cell}`} transform={x === 0 ? undefined : `translate(${x})`}>
      {title !== undefined && <title>{title}</title>}
      <rect x="0.75" y="0.75" width={cellSide - 1.5} height={cellSide - 1.5} rx="4" />
      {cell === 'not-needed' && <path class="strip-hatch" d={hatch} />}
      {cell !== 'not-started' && <path class="strip-sign" d={signs[cell]} />}
      {cell === 'not-started' && step !== undefined && (
        <text class="strip-number" x="12" y="16.5">
          {step}
        </text>
      )}
    </g>
  )
}

function sentence({ step, cell, state }: StripStep, texts: Texts): string {
  return `${step} ${texts.shared.steps[step]}, ${(state ?? texts.shared.cells[cell]).toLowerCase()}`
}

/** Always seven cells, always in order; a step nobody speaks of has not started. */
function inOrder(steps: readonly StripStep[]): readonly StripStep[] {
  return stepIds.map((step) => steps.find((given) => given.step === step) ?? { step, cell: 'not-started' })
}
