import type { HealthLevel, ItemState, ProductState, ProductStatus, StripCell } from '../product-state.ts'
import type { Ball, CalendarDate, Instant, Text } from '../vocabulary.ts'
import { isFailing } from './step-state.ts'

/** One product in one row: small, and plain JSON. */
export interface ProductSummary {
  readonly status: ProductStatus
  /** Seven letters, one a step: see {@link cellCodes}. */
  readonly cells: string
  readonly proved: number
  readonly total: number
  readonly failing: number
  readonly health: HealthLevel
  readonly because: Text
  readonly ball: Ball
  readonly nextDue?: CalendarDate
  readonly changesAt?: Instant
  /** Required items of each step: how many are proved, of how many. */
  readonly stepCounts: readonly { readonly proved: number; readonly total: number }[]
}

/** The letter of each cell in {@link ProductSummary.cells}. */
export const cellCodes: Readonly<Record<StripCell, string>> = {
  proved: 'p',
  failing: 'f',
  waiting: 'w',
  'in-review': 'r',
  'not-started': 's',
  'not-needed': '-',
  'needs-answer': '?',
}

const cellsByCode: ReadonlyMap<string, StripCell> = new Map([
  ['p', 'proved'],
  ['f', 'failing'],
  ['w', 'waiting'],
  ['r', 'in-review'],
  ['s', 'not-started'],
  ['-', 'not-needed'],
  ['?', 'needs-answer'],
])

/** The seven cells of a product's strip, in order. */
export function stripOf(state: Pick<ProductState, 'steps'>): readonly StripCell[] {
  return state.steps.map(({ cell }) => cell)
}

/** Reads the letters of a summary back; a letter it does not know counts as not started. */
export function cellsOf(codes: string): readonly StripCell[] {
  return [...codes].map((code) => cellsByCode.get(code) ?? 'not-started')
}

/** Folds a product's state into its row. */
export function summarise(state: ProductState): ProductSummary {
  const { status, required, health, ball, nextDue, changesAt, steps } = state
  return {
    status,
    cells: stripOf(state)
      .map((cell) => cellCodes[cell])
      .join(''),
    proved: required.proved,
    total: required.total,
    failing: state.items.filter((item: ItemState) => isFailing(item)).length,
    health: health.level,
    because: health.because,
    ball,
    ...(nextDue === undefined ? {} : { nextDue }),
    ...(changesAt === undefined ? {} : { changesAt }),
    stepCounts: steps.map(({ required: { proved, total } }) => ({ proved, total })),
  }
}
