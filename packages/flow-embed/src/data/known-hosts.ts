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
