import { addressOf } from '../registration/read-app-registration.ts'
import { isGuid } from '../rules/guid.ts'

/** What an administrator is asked to agree to, for a whole organisation. */
export interface ConsentRequest {
  /** A tenant's id or domain, or `organizations` where the administrator's own decides. */
  readonly tenant: string
  /** The application (client) id. */
  readonly clientId: string
  /** One of the registered redirect addresses, letter by letter. */
  readonly redirectUri: string
  /**
   * Whole scope strings, such as `https://service.flow.microsoft.com//Flows.Read.All`: the service's own address ends in
   * a slash, hence two. `https://…/.default` asks for everything the registration lists.
   */
  readonly scopes: readonly string[]
  /** Unguessable and remembered, so that the answer can be told from a forged one; see {@link newState}. */
  readonly state: string
  /** The cloud's sign-in address; the public cloud's when left out. */
  readonly authority?: string
}

/** Something wrong with a consent address or with what one is to be made of. */
export interface ConsentFault {
  readonly part: 'address' | 'tenant' | 'client' | 'redirect' | 'scopes' | 'state'
  readonly what: string
  readonly why: string
  readonly fix: string
}

/** An address that was made, or everything that keeps it from being made. */
export type ConsentAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly faults: readonly ConsentFault[] }

const publicAuthority = 'https://login.microsoftonline.com'

/** Makes the address of the page on which an administrator agrees for a whole organisation. Never throws. */
export function consentAddress(request: ConsentRequest): ConsentAddress {
  const { tenant, clientId, redirectUri, scopes, state } = request
  const authority = (request.authority ?? publicAuthority).replace(/\/+$/, '')
  const faults = [
    ...tenantFaults(tenant),
    ...(isGuid(clientId) ? [] : [notAClient(clientId)]),
    ...redirectFaults(redirectUri, undefined),
    ...(scopes.length > 0 ? [] : [noScopes]),
    ...(state === '' ? [noState] : []),
    ...(addressOf(authority)?.protocol === 'https:' || isLoopback(authority) ? [] : [notAnAuthority(authority)]),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const address = new URL(`${authority}/${encodeURIComponent(tenant)}/v2.0/adminconsent`)
  address.searchParams.set('client_id', clientId)
  address.searchParams.set('scope', scopes.join(' '))
  address.searchParams.set('redirect_uri', redirectUri)
  address.searchParams.set('state', state)
  return { ok: true, address: address.href }
}

/** A state nobody can guess: 128 random bits. */
export function newState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What a consent address is compared with. */
export interface ConsentExpectation {
  readonly clientId?: string | undefined
  /** Registered redirect addresses; nothing when they are not known. */
  readonly redirectUris?: readonly string[] | undefined
}

/** Everything wrong with an address that administrators are sent to, today's form (v2.0) or the older one. */
export function judgeConsentAddress(text: string, expected: ConsentExpectation = {}): readonly ConsentFault[] {
  const url = addressOf(text)
  const [tenant = '', ...rest] = url?.pathname.split('/').slice(1) ?? []
  const endpoint = rest.join('/')
  if (url === undefined || (endpoint !== 'v2.0/adminconsent' && endpoint !== 'adminconsent'))
    return [notAConsentAddress]
  const isNew = endpoint.startsWith('v2.0')
  const values = url.searchParams
  const clientId = values.get('client_id') ?? ''
  return [
    ...tenantFaults(tenant),
    ...clientFaults(clientId, expected.clientId),
    ...(values.has('redirect_uri') || isNew
      ? redirectFaults(values.get('redirect_uri') ?? '', expected.redirectUris)
      : []),
    ...(isNew && (values.get('scope') ?? '').trim() === '' ? [noScopes] : []),
    ...((values.get('state') ?? '') === '' ? [noState] : []),
  ]
}

function tenantFaults(tenant: string): ConsentFault[] {
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(tenant)
  if (tenant === 'organizations' || isGuid(tenant) || isName) return []
  return [
    {
      part: 'tenant',
      what: `"${tenant}" cannot stand for the tenant.`,
      why: 'Consent is given for one organisation; "common" and "consumers" include people who have none.',
      fix: 'Write "organizations", or the tenant’s id or domain.',
    },
  ]
}

function clientFaults(clientId: string, expected: string | undefined): ConsentFault[] {
  if (!isGuid(clientId)) return [notAClient(clientId)]
  if (expected === undefined || expected.toLowerCase() === clientId.toLowerCase()) return []
  return [
    {
      part: 'client',
      what: `The address asks for consent to ${clientId}, not to ${expected}.`,
      why: 'The administrator would agree to another application.',
      fix: 'Write the application id of this registration as client_id.',
    },
  ]
}

function redirectFaults(redirect: string, registered: readonly string[] | undefined): ConsentFault[] {
  if (addressOf(redirect) === undefined) {
    return [
      {
        part: 'redirect',
        what: redirect === '' ? 'The address names no redirect address.' : `"${redirect}" is no whole address.`,
        why: 'The answer would reach nobody, so you never learn whether the administrator agreed.',
        fix: 'Name one of the registered redirect addresses as redirect_uri.',
      },
    ]
  }
  if (registered === undefined || registered.includes(redirect)) return []
  return [
    {
      part: 'redirect',
      what: `"${redirect}" is not one of the registered redirect addresses.`,
      why: 'Addresses are compared letter by letter; the page ends with AADSTS50011.',
      fix: 'Name a registered address exactly as it is registered, or register this one.',
    },
  ]
}

function isLoopback(authority: string): boolean {
  const { hostname } = addressOf(authority) ?? { hostname: '' }
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

function notAClient(clientId: string): ConsentFault {
  return {
    part: 'client',
    what: clientId === '' ? 'The address names no application.' : `"${clientId}" is no application id.`,
    why: 'Entra cannot tell what the administrator would agree to.',
    fix: 'Write the application (client) id, a GUID, as client_id.',
  }
}

function notAnAuthority(authority: string): ConsentFault {
  return {
    part: 'address',
    what: `"${authority}" is no sign-in address of a cloud.`,
    why: 'Administrators must not sign in over an open connection.',
    fix: 'Write the https address, such as https://login.microsoftonline.com.',
  }
}

const notAConsentAddress: ConsentFault = {
  part: 'address',
  what: 'This is not the address of a page for admin consent.',
  why: 'Its path ends in neither /v2.0/adminconsent nor /adminconsent, so nobody can agree there.',
  fix: 'Make it with the tenant in front: https://login.microsoftonline.com/organizations/v2.0/adminconsent?…',
}
const noScopes: ConsentFault = {
  part: 'scopes',
  what: 'The address names no scopes.',
  why: 'The page of version 2.0 asks for nothing then and ends with an error.',
  fix: 'List the scopes, or the API’s address with /.default behind it.',
}
const noState: ConsentFault = {
  part: 'state',
  what: 'The address carries no state.',
  why: 'An answer that somebody forged cannot be told from the administrator’s.',
  fix: 'Add an unguessable state, remember it, and compare it when the answer comes.',
}
