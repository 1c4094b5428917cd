import { z } from 'zod'
import { wantedKinds } from '../model/wanted.ts'
import type { Plan } from './plan.ts'

const differenceSchema = z.object({ summary: z.array(z.string()), text: z.string() })
const actionSchema = z.object({
  address: z.string(),
  kind: z.enum(wantedKinds),
  name: z.string(),
  verb: z.enum(['create', 'update', 'adopt', 'leave', 'remove', 'forget', 'restore']),
  reason: z.string(),
  difference: differenceSchema.exactOptional(),
  id: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  needs: z.array(z.string()),
  needsPerson: z.literal(true).exactOptional(),
  loses: z.string().exactOptional(),
  before: z.string().exactOptional(),
})

/**
 * A plan as it is kept in a file. Findings are not read back in their whole shape: carrying out a plan makes it anew,
 * and compares.
 */
export const planSchema: z.ZodType<Plan> = z.object({
  version: z.literal(1),
  command: z.enum(['apply', 'rollback', 'destroy']),
  deployment: z.string(),
  target: z.object({ name: z.string(), tenant: z.string(), environment: z.string() }),
  environmentName: z.string(),
  principal: z.string(),
  madeAt: z.string(),
  wantedHash: z.string(),
  routes: z.array(
    z.object({
      part: z.string(),
      route: z.enum(['solution', 'package', 'power-apps', 'database']),
      because: z.string(),
    }),
  ),
  actions: z.array(actionSchema),
  findings: z.custom<Plan['findings']>((value) => typeof value === 'object' && value !== null && 'counts' in value),
  serverDryRuns: z.array(z.string()),
  undoes: z.string().exactOptional(),
})
