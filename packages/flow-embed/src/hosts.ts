/** The state of the programme that a host page is written for; see `@sevenstep/onboarding`. */
export type EmbedEdition = '2018-02' | 'current'

/**
 * Where Microsoft serves the script and the widgets, by edition. Always pass one on: Microsoft's script falls back to the
 * host of 2018 where none is given, also in its newer copies.
 */
export const widgetHosts: Readonly<Record<EmbedEdition, string>> = {
  '2018-02': 'https://flow.microsoft.com',
  current: 'https://make.powerautomate.com',
}

/** Where the script stands on its host. */
export const sdkPath = '/Content/msflowsdk-1.1.js'

/**
 * The origin of a host, without a slash at its end.
 *
 * @throws RangeError where it is no https address (or http on this machine, for rehearsals) without path or query
 */
export function hostOrigin(host: string): string {
  const url = URL.canParse(host) ? new URL(host) : undefined
  const isLocal = url !== undefined && /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)$/.test(url.hostname)
  const isBare = url !== undefined && url.pathname === '/' && url.search === '' && url.username === ''
  if (url === undefined || !isBare || !(url.protocol === 'https:' || (isLocal && url.protocol === 'http:'))) {
    throw new RangeError(`"${host}" is no host of widgets: give its https origin, such as ${widgetHosts.current}.`)
  }
  return url.origin
}
