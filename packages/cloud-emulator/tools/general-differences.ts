/** What is different everywhere, or in parts that are no operations: one sentence each. */
export const generalDifferences: readonly string[] = [
  'Everything happens in one process and at once: what Microsoft spreads over regions and caches is consistent here, unless a fault asks for reads that lag.',
  'Long-running work takes the time it is given by the emulator’s clock, not the time the work would take.',
  'Only Dataverse limits its callers by itself; the other services answer 429 where a fault asks for it, because their limits are not published in a form that could be kept.',
  'One request counts as 50 milliseconds of Dataverse’s execution time, whatever it does.',
  'The codes for malformed and expired tokens, and for a missing api-version, are those of Azure’s gateway; nobody has shown them for these services.',
  'Any api-version of the right form is taken and answers alike.',
  'Only the hosts of the public cloud are answered for; other clouds are rehearsed with these hosts.',
  'Rights are coarse: who administers a tenant or an environment may do everything in it, others what their role plainly allows.',
  'Flows do not run. They can be created, turned on and off, moved and removed; runs are there to be listed where a seed or a test put them.',
]

/** What is different about signing in. */
export const signInDifferences: readonly string[] = [
  'On the sign-in page nobody needs a password; passwords count only where a client sends one itself.',
  'There is no multi-factor authentication, no conditional access (but for a claims challenge on demand), no group claims, no personal accounts, no implicit flow.',
  'Which delegated permissions only an administrator may agree to goes by their names: those that end in `.All` and those that begin with `Directory.` or `Application.`.',
  'An application may always call itself; Microsoft wants consent for that too.',
  'Microsoft Graph and the Power Platform API take any name of a delegated permission.',
  'Refusals carry Entra’s numbers; their sentences are the emulator’s own.',
  'A device that asks more often than every half interval is told to slow down; Microsoft has not published when it does that.',
]

/** Endpoints of the identity platform, with what they do. `{tenant}` is an id, a domain, `organizations` or `common`. */
export const signInEndpoints: readonly (readonly [endpoint: string, does: string])[] = [
  ['GET /{tenant}/v2.0/.well-known/openid-configuration', 'discovery; the older form is without `/v2.0`'],
  ['GET /common/discovery/instance', 'instance discovery'],
  ['GET /common/userrealm/{user}', 'every account is managed'],
  ['GET /{tenant}/discovery/v2.0/keys', 'the RS256 keys; also `/discovery/keys`'],
  [
    'GET, POST /{tenant}/oauth2/v2.0/authorize',
    'the sign-in page and consent; also `/oauth2/authorize` with `resource`',
  ],
  [
    'POST /{tenant}/oauth2/v2.0/token',
    'code (with or without PKCE), refresh token for any API, client credentials (secret, certificate, federated), password, device code, on behalf of; also `/oauth2/token` with `resource`',
  ],
  ['POST /{tenant}/oauth2/v2.0/devicecode', 'also `/oauth2/devicecode`'],
  ['GET, POST /{tenant}/oauth2/deviceauth', 'where a person enters a device’s code'],
  ['GET, POST /{tenant}/adminconsent', 'an administrator accepts for the tenant; also `/v2.0/adminconsent`'],
  ['GET /{tenant}/oauth2/v2.0/logout', 'the end of a session'],
]
