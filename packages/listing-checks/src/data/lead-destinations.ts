/** What a lead destination needs to be told, and which of it is a secret that must not stand in a file. */
export interface LeadDestination {
  readonly title: string
  readonly needs: readonly string[]
  readonly secrets: readonly string[]
}

/** Where leads can go, by the word an offer says for it. */
export const leadDestinations: Readonly<Record<string, LeadDestination>> = {
  azureTable: { title: 'Azure table', needs: [], secrets: ['storageAccountConnectionString'] },
  dynamics: {
    title: 'Dynamics 365',
    needs: ['instanceUrl', 'authentication'],
    secrets: ['applicationKey', 'password'],
  },
  httpsEndpoint: { title: 'HTTPS endpoint', needs: ['httpsEndpointUrl'], secrets: [] },
  marketo: { title: 'Marketo', needs: ['serverId', 'munchkinId', 'formId'], secrets: [] },
  salesforce: { title: 'Salesforce', needs: ['objectIdentifier'], secrets: [] },
}

/** Keys under which a secret would stand anywhere in an offer. */
export const secretKeys: ReadonlySet<string> = new Set([
  ...Object.values(leadDestinations).flatMap(({ secrets }) => secrets),
  'clientSecret',
  'secret',
  'apiKey',
  'accessToken',
  'refreshToken',
])
