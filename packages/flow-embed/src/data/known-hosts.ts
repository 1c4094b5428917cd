import { type EmbedEdition, widgetHosts } from '../hosts.ts'

/** A host that Microsoft serves the script and widgets from. */
export interface KnownHost {
  readonly origin: string
  readonly cloud: CloudName
  /** The host of the seeds' time, which today only leads on. */
  readonly isOld?: true
  /** Inferred from code, not read in a document. */
  readonly confidence?: 'low'
}

type CloudName = 'public' | 'gcc' | 'gcc-high' | 'dod' | 'china'

/** What pages of a cloud ask beside the widgets' host. */
export interface WidgetCloud {
  /** Where people sign in; any one of them will do. */
  readonly signIn: readonly [string, ...string[]]
  /** What the script asks when it looks up the region of a person. */
  readonly regionalApi: string
}

/** Clouds by name; those of nations are inferred from what other clients of them connect to. */
const clouds: Readonly<Record<CloudName, WidgetCloud>> = {
  public: { signIn: ['https://login.microsoftonline.com'], regionalApi: 'https://api.flow.microsoft.com' },
  gcc: { signIn: ['https://login.microsoftonline.com'], regionalApi: 'https://gov.api.flow.microsoft.us' },
  'gcc-high': { signIn: ['https://login.microsoftonline.us'], regionalApi: 'https://high.api.flow.microsoft.us' },
  dod: { signIn: ['https://login.microsoftonline.us'], regionalApi: 'https://api.flow.appsplatform.us' },
  china: {
    signIn: ['https://login.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn'],
    regionalApi: 'https://api.powerautomate.cn',
  },
}

/** Hosts of widgets by cloud. */
const knownHosts: readonly KnownHost[] = [
  { origin: 'https://make.powerautomate.com', cloud: 'public' },
  { origin: 'https://flow.microsoft.com', cloud: 'public', isOld: true },
  { origin: 'https://make.gov.powerautomate.us', cloud: 'gcc', confidence: 'low' },
  { origin: 'https://gov.flow.microsoft.us', cloud: 'gcc', confidence: 'low' },
  { origin: 'https://make.high.powerautomate.us', cloud: 'gcc-high', confidence: 'low' },
  { origin: 'https://high.flow.microsoft.us', cloud: 'gcc-high', confidence: 'low' },
  { origin: 'https://make.powerautomate.appsplatform.us', cloud: 'dod', confidence: 'low' },
  { origin: 'https://flow.appsplatform.us', cloud: 'dod', confidence: 'low' },
  { origin: 'https://make.powerautomate.cn', cloud: 'china', confidence: 'low' },
]

/** The cloud that widgets of an origin belong to; the public one where the host is not known. */
export function cloudOf(origin: string): WidgetCloud {
  return clouds[knownHostOf(origin)?.cloud ?? 'public']
}

/** What the script compares the end of a message's origin with; no dot before it, so that other domains end so too. */
export const messageOriginEnds: readonly string[] = [
  'flow.microsoft.com',
  'flow.microsoft.us',
  'flow.appsplatform.us',
  'www.powerautomate.cn',
  'powerautomate.com',
  'gov.powerautomate.us',
  'high.powerautomate.us',
  'make.powerautomate.cn',
]

/** The known host of an address's origin. */
export function knownHostOf(origin: string): KnownHost | undefined {
  return knownHosts.find((host) => host.origin === origin)
}

/** Hosts of this machine, where pages are rehearsed. */
const ofThisMachine = /^(?:localhost|127\.0\.0\.1|\[::1\]|[\w-]+\.localhost)$/

/**
 * The address that something of Microsoft's has to come from once what the rules find about its host is mended: never
 * without https, never from the host of 2018 in today's edition, and from the edition's host where it is none of Microsoft's.
 *
 * @param path where it stands on another host than the one that is named
 */
export function mendedAddress(address: string, edition: EmbedEdition, path: string): string {
  const right = widgetHosts[edition] + path
  const whole = address.trim().replace(/^\/\//, 'https://')
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return right
  const url = new URL(whole)
  if (ofThisMachine.test(url.hostname)) return path === '' ? url.origin : url.href
  const known = knownHostOf(`https://${url.host}`)
  if (known === undefined || (known.isOld === true && edition === 'current')) return right
  return path === '' ? known.origin : known.origin + url.pathname + url.search
}

/** The known host of an address, whatever its scheme; undefined for any other address. */
export function hostOfAddress(address: string): KnownHost | undefined {
  const whole = address.trim().replace(/^\/\//, 'https://')
  return /^https?:\/\//i.test(whole) && URL.canParse(whole) ? knownHostOf(`https://${new URL(whole).host}`) : undefined
}

/** What a text has in it that may frame a page of a known host. */
export const hostMarks: RegExp = new RegExp(
  `<iframe\\b[^<>]{0,2000}\\b(?:${knownHosts.map(({ origin }) => origin.slice('https://'.length).replaceAll('.', '\\.')).join('|')})`,
  'i',
)
