/** A host that Microsoft serves the script and widgets from. */
export interface KnownHost {
  readonly origin: string
  readonly cloud: 'public' | 'government' | 'china'
  /** The host of the seeds' time, which today only leads on. */
  readonly isOld?: true
  /** Inferred from code, not read in a document. */
  readonly confidence?: 'low'
}

/** Hosts of widgets by cloud. */
const knownHosts: readonly KnownHost[] = [
  { origin: 'https://make.powerautomate.com', cloud: 'public' },
  { origin: 'https://flow.microsoft.com', cloud: 'public', isOld: true },
  { origin: 'https://make.gov.powerautomate.us', cloud: 'government', confidence: 'low' },
  { origin: 'https://make.high.powerautomate.us', cloud: 'government', confidence: 'low' },
  { origin: 'https://make.powerautomate.appsplatform.us', cloud: 'government', confidence: 'low' },
  { origin: 'https://gov.flow.microsoft.us', cloud: 'government', confidence: 'low' },
  { origin: 'https://high.flow.microsoft.us', cloud: 'government', confidence: 'low' },
  { origin: 'https://flow.appsplatform.us', cloud: 'government', confidence: 'low' },
  { origin: 'https://make.powerautomate.cn', cloud: 'china', confidence: 'low' },
]

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
