import type { FailureText } from './failure-text.ts'
import { callingFailures } from './texts/calling.ts'
import { dataverseFailures } from './texts/dataverse.ts'
import { generalFailures } from './texts/general.ts'
import { otherServiceFailures } from './texts/other-services.ts'
import { partnerCenterFailures } from './texts/partner-center.ts'
import { platformFailures } from './texts/platform.ts'
import { signInFailures } from './texts/signing-in.ts'

const texts = {
  ...callingFailures,
  ...generalFailures,
  ...platformFailures,
  ...dataverseFailures,
  ...signInFailures,
  ...otherServiceFailures,
  ...partnerCenterFailures,
} as const

/** Every kind of failure there is: the codes of `CloudFailure`, and what operations name in `failures`. */
export type FailureKey = keyof typeof texts

/** Each kind of failure with what, why and fix, how it is recognised, and where that is known from. */
export const failureTexts: Readonly<Record<FailureKey, FailureText>> = texts

/** Whether a text is the name of a kind of failure. */
export function isFailureKey(text: string): text is FailureKey {
  return Object.hasOwn(texts, text)
}
