import { defineNeededScopes } from './needed-scopes.ts'

/** Whether widgets can find the portal of the region. */
export const regionalPortalPermission = defineNeededScopes({
  id: 'regional-portal-permission',
  title: 'An application whose widgets look up the region may call Azure for the user.',
  setting: 'warning',
  sources: ['public-code'],
  confidence: 'low',
  capabilities: ['regional-portal'],
  why: 'The widget library asks for a token of Azure to find the region, and stays without one.',
})
