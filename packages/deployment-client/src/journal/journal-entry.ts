import { z } from 'zod'
import { wantedKinds } from '../model/wanted.ts'

const base = { at: z.string(), run: z.string() }
const step = { ...base, address: z.string() }

/**
 * What a step does to a thing. Two write nothing in the target: `adopt`, as the thing was as wanted already and is ours
 * from now on, and `forget`, as it is ours no longer.
 */
export const stepActions = ['create', 'update', 'remove', 'restore', 'adopt', 'forget'] as const

/** One of {@link stepActions}. */
export type StepAction = (typeof stepActions)[number]

/**
 * One line of a journal. `before` and `after` name contents in the store beside it; no entry ever holds a secret, and
 * none is changed once it is written.
 */
export const journalEntrySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run-began'),
    ...base,
    format: z.literal(1),
    command: z.enum(['apply', 'rollback', 'destroy']),
    deployment: z.string(),
    target: z.string(),
    tenant: z.string(),
    environment: z.string(),
    /** Run that a rollback undoes. */
    undoes: z.string().optional(),
  }),
  z.object({ type: z.literal('run-resumed'), ...base }),
  z.object({
    type: z.literal('step-began'),
    ...step,
    kind: z.enum(wantedKinds),
    action: z.enum(stepActions),
    /** Id in the target, where it is known before. */
    id: z.string().optional(),
    /** What people call it: by this a creation that was cut off is found when it is no longer described. */
    name: z.string().optional(),
    before: z.string().optional(),
  }),
  /** The target took long-running work; from the handle it is found again. */
  z.object({ type: z.literal('step-accepted'), ...step, handle: z.string() }),
  z.object({
    type: z.literal('step-done'),
    ...step,
    kind: z.enum(wantedKinds),
    action: z.enum(stepActions),
    id: z.string(),
    name: z.string(),
    /** Hash of what was wanted; nothing after a removal. */
    hash: z.string().optional(),
    /** Hash of what the target showed afterwards. */
    fingerprint: z.string().optional(),
    after: z.string().optional(),
    /** True when the outcome was found by looking, not told by an answer. */
    found: z.literal(true).optional(),
    needs: z.array(z.string()).optional(),
  }),
  z.object({
    type: z.literal('step-failed'),
    ...step,
    code: z.string(),
    what: z.string(),
    requestIds: z.array(z.string()).optional(),
    /** True when nobody knows whether the target took it. */
    unclear: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('step-waits'), ...step, code: z.string() }),
  z.object({ type: z.literal('run-ended'), ...base, outcome: z.enum(['done', 'failed', 'waits', 'stopped']) }),
])

/** One line of a journal. */
export type JournalEntry = z.output<typeof journalEntrySchema>

/** A line before it has its moment and its run. */
export type NewEntry = JournalEntry extends infer Entry
  ? Entry extends JournalEntry
    ? Omit<Entry, 'at' | 'run'>
    : never
  : never
