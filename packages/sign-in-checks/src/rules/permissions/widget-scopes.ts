import { widgetCapabilities } from '../../data/capabilities.ts'
import { flowService } from '../../data/permissions.ts'
import { defineNeededScopes } from './needed-scopes.ts'

const needed = defineNeededScopes({
  id: 'widget-scopes',
  title: 'Each widget has the scopes it needs.',
  setting: 'error',
  sources: ['embed', 'public-code'],
  capabilities: [...widgetCapabilities],
  why: 'The widget calls the service with a token that does not let it, and shows an error to every user.',
})

/** Whether the widgets' tokens let them do their work. */
export const widgetScopes: typeof needed = {
  ...needed,
  check(context) {
    const { registration, capabilities } = context.subject
    const isAsked = registration.apis.some(({ appId }) => appId === flowService.appId)
    // That the whole service is missing is said once, by the rule about it.
    if (capabilities === undefined || isAsked) needed.check(context)
    else if ([...capabilities].some((id) => widgetCapabilities.has(id)))
      context.notChecked('widget-scopes', 'The Power Automate service is not asked for at all.')
  },
}
