import type { CheckContext } from '../../engine/rule-family.ts'
import { allows } from '../../headers/content-security-policy.ts'
import type { PlacedPolicy } from '../../headers/response-headers.ts'
import { signInOf, widened } from '../../headers/widened-policy.ts'
import type { PolicyNeeds } from './policy-needs.ts'

/** Says which addresses a policy keeps the page from asking for tokens and regions. */
export function judgeConnections(
  context: CheckContext,
  { policy, at }: PlacedPolicy,
  { frames, isRegional, options, own }: PolicyNeeds,
): void {
  if (context.subject.page.creations.length === 0) return
  const lets = (address: string): boolean => allows(policy, 'connect-src', `${address}/`, own)
  const clouds = signInOf(frames.map(({ origin }) => origin))
  const missing = clouds.flatMap(({ signIn, regionalApi }) => [
    ...(signIn.some(lets) ? [] : [{ address: signIn[0], message: 'found' }]),
    ...(isRegional && !lets(regionalApi) ? [{ address: regionalApi, message: 'regional' }] : []),
  ])
  const directive = widened(
    policy,
    'connect-src',
    missing.map(({ address }) => address),
  )
  for (const { address, message } of missing)
    context.report('embed-csp-connect', at, { message, data: { address, directive, options } })
}
