import { type GoalId, type Goals, goalIds } from '@sevenstep/onboarding'
import { z } from 'zod'
import type { goalSets, products } from '../../db/schema/index.ts'

const answer = z.enum(['yes', 'no', 'unknown'])

/** The seven answers, and the three things that decide beside them. */
export const goalsShape = {
  goals: z.strictObject({
    'expose-data': answer,
    'connector-public': answer,
    'embed-ui': answer,
    'prebuilt-flows': answer,
    'auto-deploy': answer,
    'customers-lack-licences': answer,
    'list-appsource': answer,
  }),
  kind: z.enum(['isv', 'enterprise']),
  publisher: z.enum(['verified-publisher', 'independent-publisher']),
  edition: z.enum(['current', '2018-02']),
}

/** Everything that decides which steps and items apply. */
export type GoalAnswers = Pick<typeof goalSets.$inferSelect, 'goals' | 'kind' | 'publisher' | 'edition'>

/** True where both sets of answers ask for the same. */
export function sameAnswers(product: typeof products.$inferSelect, next: GoalAnswers): boolean {
  const { goals } = product
  return (
    goals !== null &&
    changedGoals(goals, next.goals).length === 0 &&
    product.kind === next.kind &&
    product.publisher === next.publisher &&
    product.edition === next.edition
  )
}

/** The goals whose answer differs, in the order of the questions. */
function changedGoals(before: Goals | null, after: Goals): readonly GoalId[] {
  return goalIds.filter((goal) => before?.[goal] !== after[goal])
}

/** What changed, for the record. */
export function changeDetail(product: typeof products.$inferSelect, next: GoalAnswers) {
  const answers = changedGoals(product.goals, next.goals).map((goal) => [
    goal,
    { from: product.goals?.[goal] ?? null, to: next.goals[goal] },
  ])
  const others = (['kind', 'publisher', 'edition'] as const)
    .filter((field) => product[field] !== next[field])
    .map((field) => [field, { from: product[field], to: next[field] }])
  return { productId: product.id, changes: Object.fromEntries([...answers, ...others]) }
}
