import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isGuid } from '../guid.ts'

/** Whether the registration says which application it is. */
export const applicationId = defineRuleFamily({
  id: 'application-id',
  group: 'App registration',
  rules: {
    'app-id-guid': {
      title: 'The application id is a GUID.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      messages: {
        found: {
          what: 'The application id "{found}" is no GUID.',
          why: 'Every sign-in names the application by this id; no other form exists.',
          fix: 'Copy the application (client) id from the portal’s overview page.',
        },
        missing: {
          what: 'The manifest has no application id.',
          why: 'Without appId nobody can tell which registration this is, and no sign-in can be begun for it.',
          fix: 'Export the whole manifest, or add the application (client) id as appId.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const id = registration.member('appId')
    if (id === undefined) report('app-id-guid', registration.root, { message: 'missing' })
    else if (!isGuid(id)) report('app-id-guid', id, { data: { found: String(id.value) } })
  },
})
