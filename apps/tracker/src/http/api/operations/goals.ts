import { goalIds } from '@sevenstep/onboarding'
import { z } from 'zod'
import { previewOf } from '../../../reads/goals/goal-answers.ts'
import { readGoals } from '../../../reads/goals/read-goals.ts'
import { acceptGoals } from '../../../verbs/goals/accept-goals.ts'
import { declineGoals } from '../../../verbs/goals/decline-goals.ts'
import { proposeGoals } from '../../../verbs/goals/propose-goals.ts'
import { setGoals } from '../../../verbs/goals/set-goals.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { changedProduct, goalAnswers, isvPlaceOf } from '../product-schemas.ts'
import { apiRead } from '../read.ts'
import { day, moment, named, text, version } from '../schemas.ts'

const kind = z.enum(['isv', 'enterprise'])
const publisher = z.enum(['verified-publisher', 'independent-publisher'])
const edition = z.enum(['current', '2018-02'])

const goals = named(
  'ProductGoals',
  z.object({
    version,
    goals: goalAnswers.nullable(),
    kind,
    publisher,
    edition,
    proposals: z.array(
      z.object({
        id: z.string(),
        goals: goalAnswers,
        kind,
        publisher,
        edition,
        setBy: z.string(),
        by: z.string().nullable(),
        setAt: moment,
      }),
    ),
  }),
)

const strength = z.enum(['not-needed', 'needs-answer', 'recommended', 'required'])
const whatIf = named(
  'WhatIf',
  z.object({
    same: z.boolean().meta({ description: 'Saving these answers would change nothing.' }),
    required: z.object({ proved: z.int(), total: z.int() }),
    steps: z.array(z.object({ step: z.int(), from: strength, to: strength, because: z.array(z.object({ text })) })),
    items: z.object({ added: z.array(z.string()), removed: z.array(z.string()), parked: z.array(z.string()) }),
    effortMinutes: z.number(),
    dates: z.object({ from: day, to: day, target: day.optional(), late: z.boolean() }),
  }),
)

const answer = z.enum(['yes', 'no', 'unknown']).optional()
const draft = z.strictObject({
  ...Object.fromEntries(goalIds.map((goal) => [goal, answer])),
  kind: kind.optional(),
  publisher: publisher.optional(),
  edition: edition.optional(),
})

/** The goals of a product: answers, proposals, and what other answers would change. */
export const goalOperations: readonly Operation[] = [
  apiRead({
    id: 'readGoals',
    path: '/products/{productId}/goals',
    tag: 'Goals',
    summary: 'The answers, and proposals that nobody has answered yet',
    place: 'product',
    allowed: ['product.read'],
    answer: goals,
    read: async ({ services, place, params }) => {
      const { product, proposals } = await readGoals(services, isvPlaceOf(place), params.productId ?? '')
      return { ...product, proposals }
    },
  }),
  apiRead({
    id: 'previewGoals',
    path: '/products/{productId}/goals/preview',
    tag: 'Goals',
    summary: 'What other answers would change; nothing is saved. Answers that are left out stay as they are',
    place: 'product',
    allowed: ['product.read'],
    query: draft,
    answer: whatIf,
    read: async ({ services, place, params, query }) => {
      const { input } = await readGoals(services, isvPlaceOf(place), params.productId ?? '')
      const { kind: asKind, publisher: asPublisher, edition: inEdition, ...given } = query
      const preview = previewOf(input, {
        goals: { ...input.goals, ...given },
        kind: asKind ?? input.kind,
        publisher: asPublisher ?? input.publisher,
        edition: inEdition ?? input.edition,
      })
      return { ...preview.change, same: preview.same, required: preview.state.required }
    },
  }),
  apiChange(setGoals, {
    id: 'setGoals',
    method: 'put',
    path: '/products/{productId}/goals',
    tag: 'Goals',
    summary: 'Answers the goals; what applies follows at once',
    place: 'product',
    answer: changedProduct,
  }),
  apiChange(proposeGoals, {
    id: 'proposeGoals',
    method: 'post',
    path: '/products/{productId}/goal-proposals',
    tag: 'Goals',
    summary: 'Proposes other answers to the administrators of the ISV',
    place: 'product',
    answer: named('ProposedGoals', z.object({ goalSetId: z.string() })),
  }),
  apiChange(acceptGoals, {
    id: 'acceptGoals',
    method: 'post',
    path: '/products/{productId}/goal-proposals/{goalSetId}/acceptance',
    tag: 'Goals',
    summary: 'Takes a proposal over',
    place: 'product',
    answer: changedProduct,
  }),
  apiChange(declineGoals, {
    id: 'declineGoals',
    method: 'post',
    path: '/products/{productId}/goal-proposals/{goalSetId}/refusal',
    tag: 'Goals',
    summary: 'Declines a proposal, or takes one’s own back',
    place: 'product',
    answer: changedProduct,
  }),
]
