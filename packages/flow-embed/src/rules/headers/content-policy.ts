import { cloudOf } from '../../data/known-hosts.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { allows } from '../../headers/content-security-policy.ts'
import { headerOf, type PlacedPolicy, policiesOf } from '../../headers/response-headers.ts'
import { widgetHosts } from '../../hosts.ts'
import { noteAbsent } from '../looking.ts'

/** Whether the page's content security policy lets widgets through. */
export const contentPolicy = defineRuleFamily({
  id: 'content-policy',
  group: 'Response headers',
  rules: {
    'embed-csp-script': {
      title: 'The content security policy lets Microsoft’s script through.',
      setting: 'error',
      sources: ['csp'],
      messages: {
        found: {
          what: 'The policy does not let {address} through as a script.',
          why: 'The browser refuses it, and no widget is shown.',
          fix: 'Add {origin} to script-src.',
        },
      },
    },
    'embed-csp-frame': {
      title: 'The content security policy lets the widgets’ frame through.',
      setting: 'error',
      sources: ['csp'],
      messages: {
        found: {
          what: 'The policy does not let {address} through as a frame.',
          why: 'The browser shows an empty frame with an error of its own.',
          fix: 'Add {origin} to frame-src.',
        },
        sandbox: {
          what: 'The policy puts the page into a sandbox without {missing}.',
          why: 'The frame in it is held to the same limits, and widgets need scripts, cookies, forms and pop-ups.',
          fix: 'Add {missing} to the directive sandbox, or leave it out.',
        },
      },
    },
    'embed-csp-connect': {
      title: 'The content security policy lets sign-in through.',
      setting: 'warning',
      sources: ['csp'],
      confidence: 'low',
      messages: {
        found: {
          what: 'The policy does not let the page ask {address}.',
          why: 'Tokens are fetched from there by the usual sign-in libraries; without one the widget stays empty.',
          fix: 'Add {address} to connect-src, unless your own server fetches the tokens.',
        },
        regional: {
          what: 'The policy does not let the page ask {address}.',
          why: 'With enableRegionalPortal the script looks the person’s region up there.',
          fix: 'Add {address} to connect-src.',
        },
      },
    },
  },
  check(context) {
    const { subject, notChecked } = context
    const policies = policiesOf(subject)
    if (policies.length === 0 && headerOf(subject, 'content-security-policy') === undefined) {
      for (const rule of ['embed-csp-script', 'embed-csp-frame', 'embed-csp-connect'])
        notChecked(rule, 'The headers of the page’s answer are not known.', 'Hand them in too.')
    }
    const { sdkReferences, creations, sdkCopies } = subject.page
    const isKnown = sdkReferences.length + creations.length + sdkCopies.length > 0 || frameOrigins(context).length > 0
    if (policies.length > 0 && !isKnown)
      noteAbsent(context, ['embed-csp-script', 'embed-csp-frame', 'embed-csp-connect'])
    for (const policy of policies) judgePolicy(context, policy)
  },
})

function judgePolicy(context: CheckContext, { policy, at }: PlacedPolicy): void {
  const { subject, report } = context
  const { page, facts } = subject
  const base =
    facts.pageAddress !== undefined && URL.canParse(facts.pageAddress) ? new URL(facts.pageAddress) : undefined
  const own = base === undefined ? {} : { selfOrigin: base.origin }
  for (const { address, element } of page.sdkReferences) {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) continue
    const nonce = element?.attributes.get('nonce')?.value
    if (!allows(policy, 'script-src-elem', address, { ...own, ...(nonce !== undefined && { nonce }) }))
      report('embed-csp-script', at, { data: { address, origin: new URL(address).origin } })
  }
  for (const origin of frameOrigins(context)) {
    if (!allows(policy, 'frame-src', `${origin}/`, own))
      report('embed-csp-frame', at, { data: { address: origin, origin } })
  }
  const sandbox = policy.get('sandbox')
  const needed = ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-forms']
  const missing = needed.filter((one) => sandbox !== undefined && !sandbox.includes(one)).join(', ')
  if (missing !== '') report('embed-csp-frame', at, { message: 'sandbox', data: { missing } })
  judgeConnect(context, { policy, at }, own)
}

function judgeConnect(context: CheckContext, { policy, at }: PlacedPolicy, own: object): void {
  const { page } = context.subject
  if (page.creations.length === 0) return
  const isRegional = page.renderings.some(({ options }) => {
    const value = options?.kind === 'object' ? options.entries.get('enableRegionalPortal')?.value : undefined
    return value?.kind === 'other' && value.literal === true
  })
  const lets = (address: string): boolean => allows(policy, 'connect-src', `${address}/`, own)
  const clouds = new Set(frameOrigins(context).map(cloudOf))
  for (const { signIn, regionalApi } of clouds.size === 0 ? [cloudOf('')] : clouds) {
    const [address] = signIn
    if (!signIn.some(lets)) context.report('embed-csp-connect', at, { data: { address } })
    if (isRegional && !lets(regionalApi))
      context.report('embed-csp-connect', at, { message: 'regional', data: { address: regionalApi } })
  }
}

/** Origins that the page frames: the SDK's hosts, and those of galleries. */
function frameOrigins({ subject: { page }, edition }: CheckContext): readonly string[] {
  const origins = page.galleries.flatMap(({ address }) => (URL.canParse(address) ? [new URL(address).origin] : []))
  for (const { options, by } of page.creations) {
    const value =
      options?.kind === 'object' ? options.entries.get(by === 'microsoft' ? 'hostName' : 'host')?.value : undefined
    if (value?.kind === 'text' && URL.canParse(value.text)) origins.push(new URL(value.text).origin)
  }
  if (origins.length === 0 && page.sdkReferences.length > 0) origins.push(widgetHosts[edition])
  return [...new Set(origins)]
}
