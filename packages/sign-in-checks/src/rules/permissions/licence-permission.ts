import { defineNeededScopes } from './needed-scopes.ts'

/** Whether licences can be read and assigned. */
export const licencePermission = defineNeededScopes({
  id: 'licence-permission',
  title: 'An application that reads or assigns licences may do so.',
  setting: 'warning',
  sources: ['graph-permissions'],
  confidence: 'low',
  capabilities: ['read-licences', 'assign-licences'],
  why: 'Microsoft Graph refuses the call, so licences can neither be read nor assigned.',
})
