import type { CheckContext } from './rule-family.ts'

/** What lists can lack, in words: that it is lacking, and what to hand in. */
const words = {
  users: [
    'No list says which user holds which licence.',
    'Hand in the users with their licences: users with licenseDetails from Microsoft Graph, or the active users of the admin centre as CSV.',
  ],
  subscriptions: [
    'No list says what the tenant has bought.',
    'Hand in the answer to GET /v1.0/subscribedSkus of Microsoft Graph.',
  ],
  purchases: [
    'No list says when what was bought ends and whether it renews itself.',
    'Hand in the purchases: subscriptions of Partner Center, or directory/subscriptions of Microsoft Graph.',
  ],
  flows: ['No list says which flows are meant to run.', 'Hand in the flows with their connectors and triggers.'],
} as const

/** A part of what lists of licences say. */
export type ListPart = keyof typeof words

/**
 * Says of rules that they had nothing to look at where the lists lack one of the parts.
 *
 * @returns true where a part is lacking
 */
export function noteLacking(
  { subject, notChecked }: Pick<CheckContext, 'subject' | 'notChecked'>,
  rules: readonly string[],
  ...parts: readonly ListPart[]
): boolean {
  const lacking = parts.filter((part) => subject[part].length === 0)
  for (const part of lacking) {
    const handed = part === 'flows' ? subject.handedOn?.flows : undefined
    const isRefused = handed !== undefined && handed.value === undefined
    const [reason, handIn] = isRefused ? [`${words[part][0]} ${handed.reason}`, handed.handIn] : words[part]
    for (const rule of rules) notChecked(rule, reason, handIn)
  }
  return lacking.length > 0
}
