import type { Operation } from '../operation.ts'
import { checkOperations } from './checks.ts'
import { commentOperations } from './comments.ts'
import { disputeOperations } from './disputes.ts'
import { evidenceOperations } from './evidence.ts'
import { goalOperations } from './goals.ts'
import { isvOperations } from './isvs.ts'
import { itemOperations } from './items.ts'
import { memberOperations } from './members.ts'
import { portfolioOperations } from './portfolio.ts'
import { productOperations } from './products.ts'
import { recordOperations } from './record.ts'
import { reviewOperations } from './reviews.ts'
import { submissionOperations } from './submissions.ts'
import { tokenOperations } from './tokens.ts'
import { waiverOperations } from './waivers.ts'

/** Every operation of the API, a path with fixed words before one with a parameter in the same place. */
export const operations: readonly Operation[] = [
  ...portfolioOperations,
  ...isvOperations,
  ...productOperations,
  ...goalOperations,
  ...itemOperations,
  ...evidenceOperations,
  ...commentOperations,
  ...checkOperations,
  ...reviewOperations,
  ...waiverOperations,
  ...disputeOperations,
  ...submissionOperations,
  ...memberOperations,
  ...tokenOperations,
  ...recordOperations,
]
