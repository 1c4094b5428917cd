import { goalIds } from '@sevenstep/onboarding'
import { z } from 'zod'
import { notFound } from '../../domain/failure.ts'
import type { Place } from '../../domain/principal.ts'
import type { IsvPlace } from '../places.ts'
import { day, moment, named, text } from './schemas.ts'

/** An ISV's place; every operation on a product has one. */
export function isvPlaceOf({ organizationId, isvId }: Place): IsvPlace {
  if (isvId === null) throw notFound()
  return { organizationId, isvId }
}

/** Answers to the goals. */
export const goalAnswers = named('Goals', z.record(z.enum(goalIds), z.enum(['yes', 'no', 'unknown'])))
/** What a change of a product answers. */
export const changedProduct = named('ChangedProduct', z.object({ productId: z.string() }))

const ball = z.enum(['isv', 'us', 'microsoft', 'nobody'])
const counted = z.object({ proved: z.int(), total: z.int() })
const stepNumber = z.int().min(1).max(7)

/** One step as it stands. */
export const stepState = named(
  'StepState',
  z.object({
    step: stepNumber,
    strength: z.enum(['not-needed', 'needs-answer', 'recommended', 'required']),
    status: z.string(),
    cell: z.string(),
    because: text,
    required: counted,
    failing: z.int(),
    blockedBy: z.array(stepNumber),
    ball,
    due: day.optional(),
  }),
)

/** One item as it stands. */
export const itemState = named(
  'ItemState',
  z.object({
    id: z.string(),
    title: text,
    verdict: z.string(),
    strength: z.enum(['required', 'recommended']),
    because: text,
    todo: text.optional(),
    ball,
    regressed: z.boolean(),
  }),
)

const nextAction = named(
  'NextAction',
  z.object({
    item: z.string().optional(),
    goal: z.string().optional(),
    step: stepNumber.optional(),
    ball,
    title: text,
    because: text,
    effortMinutes: z.number(),
  }),
)

/** Everything that follows for a product. */
export const productState = named(
  'ProductState',
  z.object({
    now: moment.meta({ description: 'The moment for which this was worked out.' }),
    status: z.enum(['draft', 'in-progress', 'ready', 'live', 'withdrawn']),
    steps: z.array(stepState),
    items: z.array(itemState),
    required: counted,
    regressed: z.array(z.string()),
    health: z.object({ level: z.string(), because: text, formula: text }),
    ball,
    nextActions: z.object({ isv: nextAction.optional(), us: nextAction.optional(), microsoft: nextAction.optional() }),
    countdowns: z.array(
      z.object({
        wait: z.object({ id: z.string(), kind: z.string(), state: z.string(), startedAt: moment, step: stepNumber }),
        dueAt: moment,
        overdue: z.boolean(),
      }),
    ),
    timeInStage: z
      .object({ isv: z.number(), us: z.number(), microsoft: z.number(), paused: z.number() })
      .meta({ description: 'Milliseconds in the present stage, by who had the ball.' }),
    nextDue: day.optional(),
    changesAt: moment.optional(),
  }),
)
