import type { AcceptedCredentials } from '../operation.ts'

/** Flows and legacy packages: the gateway wants a scope that only a person's token carries. */
export const personOnly: AcceptedCredentials = {
  application: 'refused',
  delegated: 'accepted',
  alternative:
    'Sign in as a person (device code, authorization code or on behalf of), or put the flow into a solution and use Dataverse, which takes applications.',
}

/** Nobody has shown an application at it. */
export const personKnownToWork: AcceptedCredentials = {
  application: 'unknown',
  delegated: 'accepted',
  alternative: 'Sign in as a person, or use the connector’s or connection’s counterpart in a solution.',
}

/** The admin plane takes an application once an administrator registered it as a management app. */
export const managementApplication: AcceptedCredentials = {
  application: 'registered',
  delegated: 'accepted',
  alternative:
    'Let an administrator register the application once (management-applications.register); an application cannot register itself.',
}

/** Registering is for administrators; no application may do it for itself. */
export const administratorOnly: AcceptedCredentials = {
  application: 'refused',
  delegated: 'accepted',
  alternative: 'Sign in as a person who administers the tenant: an application cannot register itself.',
}

/** The newer API takes both. */
export const anyCredential: AcceptedCredentials = { application: 'accepted', delegated: 'accepted' }

/** Addresses that carry their own signature; a token in the request is not looked at. */
export const signedAddress: AcceptedCredentials = {
  application: 'accepted',
  delegated: 'accepted',
  alternative: 'No token is needed: the address carries its own signature and an end.',
}
