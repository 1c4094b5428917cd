/** What addresses may be fetched, and how much of whose time and bytes that may take. */
export interface FetchPolicy {
  /** With the colon, as in a URL. */
  readonly schemes: readonly ('https:' | 'http:')[]
  /** Ports that may be spoken to; `any` is for rehearsals only. */
  readonly ports: readonly number[] | 'any'
  /** How often an answer may lead elsewhere before that is given up. */
  readonly maximumRedirects: number
  /** For everything together: names, connections, redirects and the body. */
  readonly timeoutMilliseconds: number
  /** Of the body, after it was unpacked. */
  readonly maximumBytes: number
  /**
   * Networks that may be reached although they are not public, in CIDR notation such as `10.20.0.0/16`. Empty unless the
   * one who runs the program says otherwise; never take it from the person who gave the address.
   */
  readonly permittedNetworks: readonly string[]
}

/** What fits addresses that strangers type into a form. */
export const defaultPolicy: FetchPolicy = {
  schemes: ['https:', 'http:'],
  ports: [80, 443],
  maximumRedirects: 5,
  timeoutMilliseconds: 10_000,
  maximumBytes: 2 * 1024 * 1024,
  permittedNetworks: [],
}
