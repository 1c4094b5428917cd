import { z } from 'zod'
import type { Fault } from '../faults/fault.ts'

const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('throttle'),
    flavour: z.enum(['requests', 'time', 'concurrent']).exactOptional(),
    retryAfter: z.number().min(0).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599).exactOptional(),
    code: z.string().exactOptional(),
    message: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('drop'), when: z.enum(['before', 'after']) }),
  z.strictObject({ kind: z.literal('delay'), milliseconds: z.number().min(0).max(600_000) }),
  z.strictObject({ kind: z.literal('slow-work'), factor: z.number().min(0) }),
  z.strictObject({ kind: z.literal('stuck-work') }),
  z.strictObject({
    kind: z.literal('failing-work'),
    code: z.string().exactOptional(),
    message: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('stale-reads'), seconds: z.number().positive() }),
  z.strictObject({ kind: z.literal('expired-token') }),
  z.strictObject({ kind: z.literal('claims-challenge') }),
  z.strictObject({ kind: z.literal('consent-withdrawn') }),
])

const text = z.string().min(1).exactOptional()

/** A fault as it is sent to the control API or written in a file. */
export const faultSchema: z.ZodType<Fault> = z.strictObject({
  effect,
  target: z
    .strictObject({ operation: text, service: text, method: text, tenant: text, application: text, work: text })
    .exactOptional(),
  after: z.int().min(0).exactOptional(),
  times: z.int().min(1).exactOptional(),
  probability: z.number().min(0).max(1).exactOptional(),
})

/** Faults with the seed of their chances. */
export const faultPlanSchema = z.strictObject({ seed: z.int().min(0).exactOptional(), faults: z.array(faultSchema) })
