import { defineNeededScopes } from './needed-scopes.ts'

/** Whether flows can be deployed through the Dataverse Web API. */
export const dataversePermission = defineNeededScopes({
  id: 'dataverse-permission',
  title: 'An application that deploys through Dataverse may call it for the user.',
  setting: 'error',
  sources: ['web-api'],

  capabilities: ['deploy-dataverse'],
  why: 'Dataverse refuses the calls that create, update and switch on flows.',
})
