import { defineNeededScopes } from './needed-scopes.ts'

/** Whether the profile of the signed-in user can be read. */
export const profilePermission = defineNeededScopes({
  id: 'profile-permission',
  title: 'An application that shows who is signed in may read the profile.',
  setting: 'error',
  sources: ['graph-permissions', 'landing-page'],

  capabilities: ['read-profile', 'landing-page'],
  why: 'Microsoft Graph refuses the call, so name and picture stay empty.',
})
