import { type FactsFormat, factsFormat } from '@sevenstep/rule-engine'
import * as z from 'zod/mini'
import type { SubmissionFacts } from './submission.ts'

/** What is known of a submission beyond its file, as a file in JSON; `links` are those that an offer's facts have. */
export const submissionFactsFormat: FactsFormat<SubmissionFacts> = factsFormat(
  z.object({ links: z.optional(z.array(z.object({ url: z.string(), status: z.number() }))) }),
)
