/** Who calls, as the verified token says. */
export interface Caller {
  /** `application`: client credentials; `delegated`: an application on behalf of a person; `anonymous`: no token. */
  readonly kind: 'application' | 'delegated' | 'anonymous'
  readonly tenantId: string
  /** The person, or the service principal of the application. */
  readonly objectId: string
  readonly appId: string
  /** `upn` of the person; nothing for an application. */
  readonly userPrincipalName: string | undefined
  readonly name: string
  readonly audience: string
  /** Delegated permissions (`scp`). */
  readonly scopes: readonly string[]
  /** Application permissions (`roles`). */
  readonly roles: readonly string[]
}
