import { type HealthLevel, type ProductInput, type ProductState, type Strength, summarise } from '@sevenstep/onboarding'
import type { productSummaries } from '../db/schema/index.ts'
import { inputHashOf } from './input-hash.ts'
import type { ProductWithInput } from './product-input.ts'
import { stageOf } from './stage.ts'

/** Worst first, as a portfolio is sorted. */
const worstFirst: readonly HealthLevel[] = ['stuck', 'overdue', 'at-risk', 'on-track', 'new', 'paused', 'ready']

/** The letter of each strength in `product_summaries.strengths`. */
const strengthCodes: Readonly<Record<Strength, string>> = {
  required: 'R',
  recommended: 'r',
  'needs-answer': '?',
  'not-needed': '-',
}

/** The row of a portfolio, from a product's state at a moment: a pure function, so that it can be proved equal. */
export function summaryRow(
  read: Pick<ProductWithInput, 'product' | 'isv'>,
  input: ProductInput,
  state: ProductState,
  now: Date,
): typeof productSummaries.$inferSelect {
  const { product, isv } = read
  const summary = summarise(state)
  return {
    productId: product.id,
    isvId: product.isvId,
    organizationId: product.organizationId,
    isvName: isv.name,
    productName: product.name,
    ownerId: isv.ownerId,
    isvState: isv.state,
    status: state.status,
    cells: summary.cells,
    strengths: state.steps.map(({ strength }) => strengthCodes[strength]).join(''),
    proved: summary.proved,
    total: summary.total,
    failing: summary.failing,
    regressed: state.regressed.length,
    health: summary.health,
    healthRank: worstFirst.indexOf(summary.health),
    because: summary.because,
    nextAction: (state.ball === 'nobody' ? undefined : state.nextActions[state.ball]?.title) ?? null,
    ball: summary.ball,
    stage: stageOf(state),
    stageSince: new Date(input.ballLog[0]?.since ?? input.createdAt),
    nextDue: summary.nextDue ?? null,
    changesAt: summary.changesAt === undefined ? null : new Date(summary.changesAt),
    inputHash: inputHashOf(input),
    updatedAt: now,
  }
}
