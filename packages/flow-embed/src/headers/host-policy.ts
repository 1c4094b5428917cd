import { cloudOf } from '../data/known-hosts.ts'
import { hostOrigin } from '../hosts.ts'

/** What a page does that its headers have to let through. */
export interface PolicyNeeds {
  /** Origin of the script and the widgets, for example `widgetHosts.current`. */
  readonly host: string
  /** Widgets that need the script; a gallery in an iframe needs none. Both unless told. */
  readonly shows?: 'widgets' | 'gallery'
  /** Where people sign in; that of the host's cloud unless told, `https://login.microsoftonline.com` for the public one. */
  readonly signIn?: string
  /** Rendered with `enableRegionalPortal`, for which the script asks an API of Power Automate. */
  readonly enablesRegionalPortal?: boolean
  /** Sources of your own by directive, for example `{ 'script-src': ["'nonce-r4nd0m'"] }`. */
  readonly own?: Readonly<Record<string, readonly string[]>>
}

/** Headers that a page needs, ready to be sent. */
export interface HostHeaders {
  readonly 'content-security-policy': string
  readonly 'permissions-policy': string
  readonly 'cross-origin-opener-policy': string
}

/** Hosts that widgets may move on to inside their frame; inferred from what the script takes messages of. */
const furtherFrames = ['https://*.powerautomate.com', 'https://*.flow.microsoft.com']

/**
 * The headers of a page that embeds Power Automate: a strict content security policy with only what widgets need and
 * what you add, geolocation handed to the widgets' frame, and an opener policy that leaves sign-in pop-ups alone.
 *
 * @throws RangeError for a host that is none, and for a source that would end its directive
 */
export function hostHeaders(needs: PolicyNeeds): HostHeaders {
  const { host, shows = 'widgets', own = {}, enablesRegionalPortal = false } = needs
  const origin = hostOrigin(host)
  const cloud = cloudOf(origin)
  const signIn = needs.signIn === undefined ? cloud.signIn : [needs.signIn]
  const isPublic = /\.(powerautomate|microsoft)\.com$/.test(new URL(origin).hostname)
  const isSdkNeeded = shows === 'widgets'
  const directives = new Map<string, string[]>([
    ['default-src', ["'self'"]],
    ['script-src', ["'self'", ...(isSdkNeeded ? [origin] : [])]],
    ['frame-src', [origin, ...(isPublic ? furtherFrames : [])]],
    ['connect-src', ["'self'", ...(isSdkNeeded ? signIn : []), ...(enablesRegionalPortal ? [cloud.regionalApi] : [])]],
    ['object-src', ["'none'"]],
    ['base-uri', ["'none'"]],
    ['frame-ancestors', ["'self'"]],
  ])
  for (const [name, sources] of Object.entries(own)) {
    const unfit = [name, ...sources].find((text) => !/^[^\s;,]+$/.test(text))
    if (unfit !== undefined) throw new RangeError(`"${unfit}" is no directive or source of a policy: it ends it early.`)
    const known = directives.get(name) ?? []
    directives.set(name, [...new Set([...known.filter((source) => source !== "'none'"), ...sources])])
  }
  return {
    'content-security-policy': [...directives].map(([name, sources]) => `${name} ${sources.join(' ')}`).join('; '),
    'permissions-policy': `geolocation=(self "${origin}")`,
    'cross-origin-opener-policy': 'same-origin-allow-popups',
  }
}
