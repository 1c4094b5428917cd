import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { RedirectAddress } from '../../registration/app-registration.ts'

/** Whether every address is there once. */
export const redirectUnique = defineRuleFamily({
  id: 'redirect-unique',
  group: 'Redirect addresses',
  rules: {
    'redirect-unique': {
      title: 'No redirect address occurs twice.',
      setting: 'error',
      severityByMessage: { case: 'info' },
      sources: ['reply-url', 'graph-manifest'],
      mend: 'proposed',
      mendByMessage: { case: 'none' },
      messages: {
        found: {
          what: '"{address}" occurs twice.',
          why: 'The directory refuses to save a list with the same address twice, and one address on two platforms is ambiguous.',
          fix: 'Keep it once, on the platform that the application has.',
        },
        case: {
          what: '"{address}" differs from "{other}" in capital letters alone.',
          why: 'Paths are compared letter by letter, so these are two addresses; often only one of them exists.',
          fix: 'Keep the one that your application sends, spelt exactly so.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const exact = new Map<string, RedirectAddress>()
    const folded = new Map<string, RedirectAddress>()
    for (const redirect of registration.redirects) {
      const { node, value: address } = redirect
      const same = exact.get(address)
      const similar = folded.get(address.toLowerCase())
      const other = same ?? similar
      if (other !== undefined) {
        report('redirect-unique', node, {
          message: same === undefined ? 'case' : 'found',
          data: { address, other: other.value },
          related: [{ at: other.node, note: 'The other one.' }],
        })
      }
      exact.set(address, same ?? redirect)
      folded.set(address.toLowerCase(), other ?? redirect)
    }
  },
  mends: {
    'redirect-unique': ({ node, edit }) => {
      if (node?.parent === undefined) return
      edit.remove(node.parent.kind === 'object' ? node.parent : node)
    },
  },
})
