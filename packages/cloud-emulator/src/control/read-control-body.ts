import type { Context } from 'hono'
import { z } from 'zod'
import { faultPlanSchema, faultSchema } from './fault-schema.ts'
import { Misfit } from './misfit.ts'

const bodies = {
  clock: z.strictObject({
    mode: z.enum(['machine', 'held', 'auto']).optional(),
    /** Milliseconds for each request in the mode `auto`. */
    step: z.number().min(0).optional(),
    now: z.iso.datetime({ offset: true }).optional(),
  }),
  advance: z.strictObject({ milliseconds: z.number() }),
  snapshot: z.strictObject({ name: z.string().min(1).max(100) }),
  fault: faultSchema,
  faultPlan: faultPlanSchema,
}

/** What is sent to the controls, by name. */
export type ControlBodies = { readonly [Name in keyof typeof bodies]: z.output<(typeof bodies)[Name]> }

/** The body of a request to the controls. @throws Misfit where it is no JSON or does not fit. */
export async function readControlBody<Name extends keyof ControlBodies>(
  c: Context,
  name: Name,
): Promise<ControlBodies[Name]> {
  let value: unknown
  try {
    value = await c.req.json()
  } catch {
    throw new Misfit('It is no JSON.')
  }
  const result = bodies[name].safeParse(value)
  if (!result.success) throw new Misfit(z.prettifyError(result.error))
  // Parsed by the schema of this name just above.
  return result.data as ControlBodies[Name]
}
