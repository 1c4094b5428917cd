/** A sign-in under way; kept on the server until the browser comes back, and used once. */
export interface SignInAttempt {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** A path of our own, see `safeReturnTo`. */
  readonly returnTo: string
  readonly createdAt: Date
}

/** Who signed in. A person is known by tenant id and object id together; names may change and are only shown. */
export interface Identity {
  /** A GUID in lower case. */
  readonly tenantId: string
  /** A GUID in lower case. */
  readonly objectId: string
  readonly name: string
  readonly username: string
  /** App roles of the app registration. */
  readonly roles: readonly string[]
}
