import type { CheckContext } from '../../engine/rule-family.ts'
import { allows } from '../../headers/content-security-policy.ts'
import type { PlacedPolicy } from '../../headers/response-headers.ts'
import { widened } from '../../headers/widened-policy.ts'
import type { PolicyNeeds } from './policy-needs.ts'

/** Says which frames a policy keeps out, and whether it puts the page into a sandbox that keeps widgets from working. */
export function judgeFrames(
  { report }: CheckContext,
  { policy, at }: PlacedPolicy,
  { frames, options, own }: PolicyNeeds,
): void {
  const rule = 'embed-csp-frame'
  const lets = (origin: string): boolean => allows(policy, 'frame-src', `${origin}/`, own)
  const origins = frames.map(({ origin }) => origin).filter((origin) => !lets(origin))
  const directive = widened(policy, 'frame-src', origins)
  for (const { origin, now } of frames) {
    if (!lets(origin)) {
      const data = { address: origin, directive, options }
      report(rule, at, now === origin ? { data } : { message: 'next', data })
    } else if (now !== undefined && /^https?:/.test(now) && !lets(now)) {
      report(rule, at, { message: 'elsewhere', data: { address: now, right: origin } })
    }
  }
  const sandbox = policy.get('sandbox')
  const needed = ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-forms']
  const missing = needed.filter((one) => sandbox !== undefined && !sandbox.includes(one)).join(', ')
  if (missing !== '') report(rule, at, { message: 'sandbox', data: { missing } })
}
