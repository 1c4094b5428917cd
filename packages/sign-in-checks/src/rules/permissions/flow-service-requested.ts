import { capabilityOf, widgetCapabilities } from '../../data/capabilities.ts'
import { flowService } from '../../data/permissions.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { noCapabilities } from './needed-scopes.ts'
import { addScopes, placeOfApi } from './requested-permissions.ts'

/** Whether an application that embeds widgets asks for the service behind them. */
export const flowServiceRequested = defineRuleFamily({
  id: 'flow-service-requested',
  group: 'Permissions',
  rules: {
    'flow-service-requested': {
      title: 'An application with widgets asks for the Power Automate service.',
      setting: 'error',
      sources: ['embed', 'embed-2018'],
      mend: 'proposed',
      messages: {
        found: {
          what: 'Widgets are embedded, but the registration does not ask for {api}.',
          why: 'No token for the widget is issued (AADSTS650057), so it shows an error to every user.',
          fix: 'Add the API with the id {appId}; search for the id, because its name appears only after somebody of the tenant has opened Power Automate.',
        },
      },
    },
  },
  check({ subject: { registration, capabilities }, report, notChecked }) {
    if (capabilities === undefined) {
      notChecked('flow-service-requested', noCapabilities)
      return
    }
    const widgets = [...capabilities].filter((id) => widgetCapabilities.has(id))
    if (widgets.length === 0 || registration.apis.some(({ appId }) => appId === flowService.appId)) return
    const scopes = widgets.flatMap((id) => capabilityOf(id)?.needs ?? []).flatMap((need) => need.scopes)
    report('flow-service-requested', placeOfApi(registration, 'flow'), {
      data: { api: flowService.name, appId: flowService.appId, apiKey: 'flow', values: scopes.join(' ') },
    })
  },
  mends: { 'flow-service-requested': addScopes },
})
