import { defineRuleFamily } from '../../engine/rule-family.ts'
import { admitsPersonalAccounts } from '../../registration/app-registration.ts'

/** Whether tokens have the version that the audience needs. */
export const tokenVersion = defineRuleFamily({
  id: 'token-version',
  group: 'App registration',
  rules: {
    'app-token-version-2': {
      title: 'Tokens are of version 2 where personal accounts may sign in.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      mend: 'proposed',
      messages: {
        found: {
          what: 'Personal accounts may sign in, but the token version is {found}.',
          why: 'Only version 2 exists for personal accounts; the manifest is refused.',
          fix: 'Set requestedAccessTokenVersion to 2.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    if (!admitsPersonalAccounts(registration)) return
    const node = registration.field('tokenVersion')
    if (node?.value === 2) return
    const at = node ?? registration.member('api') ?? registration.root
    report('app-token-version-2', at, { data: { found: node === undefined ? 'not set' : String(node.value) } })
  },
  mends: {
    'app-token-version-2': ({ node, subject: { registration }, edit }) => {
      const set = registration.field('tokenVersion')
      if (node === undefined) return
      if (set !== undefined) edit.set(set, 2)
      else if (registration.format !== 'microsoft-graph') edit.insert(node, 'requestedAccessTokenVersion', 2)
      else if (node.key === 'api' && node.kind === 'object') edit.insert(node, 'requestedAccessTokenVersion', 2)
      else if (registration.member('api') === undefined) {
        edit.insert(registration.root, 'api', { requestedAccessTokenVersion: 2 })
      }
    },
  },
})
