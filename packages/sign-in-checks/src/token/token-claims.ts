/** What is looked at in a token; everything else in it is dropped when it is read, the signature included. */
export interface TokenClaims {
  /** Of whom the token is meant to be taken. */
  readonly audiences: readonly string[]
  /** Delegated scopes; nothing when the claim is missing. */
  readonly scopes: readonly string[] | undefined
  /** How many application roles it holds. */
  readonly roleCount: number
  /** Seconds since 1970. */
  readonly expires: number | undefined
  readonly notBefore: number | undefined
  readonly tenant: string | undefined
  /** The application that asked for it: `azp` of version 2, `appid` of version 1. */
  readonly client: string | undefined
  readonly issuer: string | undefined
  /** `app` or `user`, where it says. */
  readonly kind: string | undefined
}

/** A token as it was read, without the token. */
export type ReadToken =
  | { readonly ok: true; readonly claims: TokenClaims }
  | { readonly ok: false; readonly problem: TokenProblem }

/** Why a token could not be read; never holds anything of the token itself. */
export type TokenProblem = 'empty' | 'encrypted' | 'opaque' | 'no-claims' | 'too-long'
