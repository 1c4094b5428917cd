import { type FactsFormat, factsFormat } from '@sevenstep/rule-engine'
import * as z from 'zod/mini'
import type { FlowFacts } from './flow-subject.ts'

/** What is known of the world beyond a package, as a file in JSON. */
export const flowFactsFormat: FactsFormat<FlowFacts> = factsFormat(
  z.object({
    connectorTiers: z.optional(z.record(z.string(), z.enum(['standard', 'premium', 'custom', 'unknown']))),
    availableConnectors: z.optional(z.array(z.string())),
  }),
)
