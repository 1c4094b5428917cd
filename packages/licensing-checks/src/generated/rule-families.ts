// Made by tools/generate.ts from the files in src/rules.
import type { RuleFamily } from '../engine/rule-family.ts'
import { accountEnabled } from '../rules/assignment/account-enabled.ts'
import { assignmentSound } from '../rules/assignment/assignment-sound.ts'
import { sameIdentity } from '../rules/assignment/same-identity.ts'
import { usageLocation } from '../rules/assignment/usage-location.ts'
import { orderSound } from '../rules/buying/order-sound.ts'
import { partnerStanding } from '../rules/buying/partner-standing.ts'
import { planActive } from '../rules/holding/plan-active.ts'
import { productFit } from '../rules/holding/product-fit.ts'
import { subscriptionState } from '../rules/holding/subscription-state.ts'
import { trials } from '../rules/holding/trials.ts'
import { listComplete } from '../rules/lists/list-complete.ts'
import { listReadable } from '../rules/lists/list-readable.ts'
import { secretsOut } from '../rules/lists/secrets-out.ts'
import { flowDescribed } from '../rules/rights/flow-described.ts'
import { flowsCovered } from '../rules/rights/flows-covered.ts'
import { requestsSummed } from '../rules/rights/requests-summed.ts'

/** Every family of rules, by folder and name. */
export const ruleFamilies: readonly RuleFamily[] = [
  accountEnabled,
  assignmentSound,
  sameIdentity,
  usageLocation,
  orderSound,
  partnerStanding,
  planActive,
  productFit,
  subscriptionState,
  trials,
  listComplete,
  listReadable,
  secretsOut,
  flowDescribed,
  flowsCovered,
  requestsSummed,
]
