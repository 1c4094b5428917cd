import { defineNeededScopes } from './needed-scopes.ts'

/** Whether licences can be bought through Partner Center. */
export const partnerCenterPermission = defineNeededScopes({
  id: 'partner-center-permission',
  title: 'An application that sells licences may call Partner Center.',
  setting: 'warning',
  sources: ['partner-center'],
  confidence: 'low',
  capabilities: ['partner-center'],
  why: 'Partner Center refuses the calls for carts, orders and subscriptions.',
})
