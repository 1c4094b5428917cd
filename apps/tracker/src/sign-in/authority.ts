import { SignInSettingsError } from './sign-in-failure.ts'

/** Microsoft's public cloud, the only one that msal-node is told of. */
const microsoftAuthority = 'https://login.microsoftonline.com'

/** Sends what is meant for Microsoft to an identity platform on this machine; for the offline demo. */
export interface AuthorityMapping {
  /** Such as `http://localhost:4310`. */
  readonly to: string
}

/** Where the identity provider is and what its tokens must say. */
export interface Authority {
  /** What msal-node is given, always at Microsoft's host. */
  readonly msalAuthority: string
  /** The origin browsers are sent to. */
  readonly origin: string
  readonly jwksUri: string
  readonly signOutUrl: string
  /** The only issuer that a token of this tenant may name. */
  readonly issuerOf: (tenantId: string) => string
  /** Leads an address at Microsoft's host to where it is really served. */
  readonly mapped: (address: string) => string
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** True for a GUID as Entra writes ids. */
export function isGuid(text: unknown): text is string {
  return typeof text === 'string' && guid.test(text)
}

/**
 * Works out the addresses of a tenant, or of every organisation's.
 *
 * @throws SignInSettingsError where the tenant is neither a GUID nor `organizations`, or a mapping leaves this machine.
 */
export function authorityOf(tenantId: string, mapping?: AuthorityMapping): Authority {
  if (tenantId !== 'organizations' && !isGuid(tenantId)) {
    throw new SignInSettingsError(
      `The tenant "${tenantId}" is neither a tenant id nor "organizations". The issuer of tokens is checked by id, so a domain name will not do; take the id from the Entra admin centre.`,
    )
  }
  const origin = mapping === undefined ? microsoftAuthority : loopbackOrigin(mapping.to)
  const base = `${origin}/${tenantId}`
  return {
    msalAuthority: `${microsoftAuthority}/${tenantId}`,
    origin,
    jwksUri: `${base}/discovery/v2.0/keys`,
    signOutUrl: `${base}/oauth2/v2.0/logout`,
    issuerOf: (id) => `${origin}/${tenantId === 'organizations' ? id : tenantId.toLowerCase()}/v2.0`,
    mapped: (address) =>
      address.startsWith(`${microsoftAuthority}/`) ? `${origin}${address.slice(microsoftAuthority.length)}` : address,
  }
}

/** Over plain http only this machine can be trusted, and only a demo wants it. */
function loopbackOrigin(to: string): string {
  const address = URL.canParse(to) ? new URL(to) : undefined
  if (
    address === undefined ||
    address.protocol !== 'http:' ||
    !['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  ) {
    throw new SignInSettingsError(
      `Sign-in cannot be mapped to "${to}". Only http://localhost is taken, because whoever answers there decides who people are.`,
    )
  }
  return address.origin
}
