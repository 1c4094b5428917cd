/**
 * What the platform does wrong on purpose, so that an application's checks can be seen to refuse it. Empty is healthy.
 */
export interface IdentityFaults {
  /** Written as `iss`. */
  readonly issuer?: string
  /** Written as `aud`. */
  readonly audience?: string
  /** Written as `nonce`. */
  readonly nonce?: string
  /**
   * `foreign-key`: signed with a key nobody published, under the id of one that is. `hmac`: HS256 with the published
   * public key as its secret. `none`: not signed at all.
   */
  readonly signature?: 'foreign-key' | 'hmac' | 'none'
  /** The id_token's time is over by an hour when it is issued. */
  readonly expired?: boolean
  /** `unavailable`: every request gets 503 as a gateway words it. `disconnected`: cut off. `silent`: no answer ever. */
  readonly down?: 'unavailable' | 'disconnected' | 'silent'
}
