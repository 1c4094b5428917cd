import type { JsonNode } from '@sevenstep/located-json'
import { defineRuleFamily } from '../../engine/rule-family.ts'

const mostEntries = 1200

/** Whether the manifest stays within the limit that all its collections share. */
export const manifestSize = defineRuleFamily({
  id: 'manifest-size',
  group: 'App registration',
  rules: {
    'app-manifest-max-entries': {
      title: 'All collections together have at most 1,200 entries.',
      setting: 'error',
      sources: ['old-manifest', 'graph-manifest'],
      messages: {
        found: {
          what: 'The collections of the manifest have {count} entries; {most} are allowed.',
          why: 'The directory refuses to save a larger manifest, also when the change is elsewhere.',
          fix: 'Remove addresses, scopes, roles or keys that nobody uses.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const count = entriesIn(registration.root)
    if (count > mostEntries) {
      report('app-manifest-max-entries', registration.root, { data: { count, most: mostEntries } })
    }
  },
})

/** Everything that stands in an array, at any depth. */
function entriesIn(root: JsonNode): number {
  let count = 0
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'array') count += node.children.length
    for (const child of node.children) if (child.kind === 'object' || child.kind === 'array') open.push(child)
  }
  return count
}
