import { defineNeededScopes } from './needed-scopes.ts'

/** Whether connectors and connections can be created. */
export const connectionsPermission = defineNeededScopes({
  id: 'connections-permission',
  title: 'An application that creates connections may call the PowerApps service.',
  setting: 'warning',
  sources: ['public-code'],
  confidence: 'low',
  capabilities: ['create-connections'],
  why: 'The token for the service is refused with AADSTS650057, so connectors and connections cannot be created.',
})
