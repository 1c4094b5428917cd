import type { CheckContext } from '../../engine/rule-family.ts'
import { allows, allowsInline, sourcesOf, trustsByNonce } from '../../headers/content-security-policy.ts'
import { type NeededScript, nonceOf } from '../../headers/needed-scripts.ts'
import type { PlacedPolicy } from '../../headers/response-headers.ts'
import { widened } from '../../headers/widened-policy.ts'
import type { PolicyNeeds } from './policy-needs.ts'

const rule = 'embed-csp-script'

/** Stands in for the page's own origin where nobody told it. */
const somewhere = 'https://page.invalid'

/** Says which scripts a policy keeps out that embedding needs. */
export function judgeScripts(context: CheckContext, { policy, at }: PlacedPolicy, needs: PolicyNeeds): void {
  const { report, notChecked } = context
  const base = needs.own.selfOrigin ?? somewhere
  const whole = (address: string): string => new URL(address, `${base}/`).href
  const lets = (address: string, { nonce, isPutIn }: NeededScript): boolean =>
    (isPutIn && trustsByNonce(policy)) ||
    allows(policy, 'script-src-elem', whole(address), { selfOrigin: base, ...(nonce !== undefined && { nonce }) })
  const isRead = ({ address }: NeededScript): boolean => URL.canParse(address, `${base}/`)
  const missing = new Set(needs.scripts.filter((script) => isRead(script) && !lets(script.address, script)))
  const inline = needs.inline.filter((element) => allowsInline(policy, nonceOf(element)) === false)
  const directive = widened(policy, 'script-src-elem', [
    ...(inline.length === 0 ? [] : ["'self'"]),
    ...[...missing].map(({ role, address }) => (role === 'own' ? "'self'" : new URL(address).origin)),
  ])
  const { options } = needs
  for (const script of needs.scripts.filter(isRead)) {
    const { address, now, role } = script
    if (missing.has(script)) {
      if (role === 'own' && needs.own.selfOrigin === undefined && mayBeOwn(sourcesOf(policy, 'script-src-elem'))) {
        const reason = `Whether the policy lets ${address} through depends on where the page is served.`
        notChecked(rule, reason, 'Hand in its address as a fact named pageAddress.')
      } else if (trustsByNonce(policy)) report(rule, at, { message: 'nonce', data: { address } })
      else report(rule, at, { message: messageOf(script), data: { address, directive, options } })
    } else if (now !== undefined && isAbsolute(now) && !lets(now, script)) {
      report(rule, at, { message: 'elsewhere', data: { address: now, right: address } })
    }
  }
  if (inline.length > 0) report(rule, at, { message: 'inline', data: { directive, options } })
}

function messageOf({ role, address, now }: NeededScript): 'found' | 'next' | 'own' | 'signIn' {
  if (role !== 'sdk') return role === 'own' ? 'own' : 'signIn'
  return now === address ? 'found' : 'next'
}

function isAbsolute(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address) && URL.canParse(address, somewhere)
}

/** A host that the policy names may be the page's own. */
function mayBeOwn(sources: readonly string[] | undefined): boolean {
  const ofMicrosoft =
    /(?:^|[/.*])(?:powerautomate\.(?:com|us|cn)|microsoft\.(?:com|us)|appsplatform\.us|msauth\.net)(?:[:/]|$)/i
  return sources?.some((source) => !source.startsWith("'") && !ofMicrosoft.test(source)) === true
}
