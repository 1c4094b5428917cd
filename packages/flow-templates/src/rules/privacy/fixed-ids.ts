import type { JsonNode } from '@sevenstep/located-json'
import { membersOf } from '../../checks/placed-flow.ts'
import { defineRuleFamily } from '../../checks/rule-family.ts'
import { mayHoldExpressions } from '../../expressions/parse-template.ts'
import { sitesIn, zeroId } from '../../scrub/text-leaks.ts'

/** Whether steps name things that exist in one tenant only. */
export const fixedIds = defineRuleFamily({
  id: 'fixed-ids',
  group: 'Privacy',
  rules: {
    'flow-no-fixed-id': {
      title: 'Calls of connectors name nothing that only one tenant has.',
      setting: 'warning',
      exceptions: [
        { profiles: ['deployment'], setting: 'info', because: 'a flow for one customer may name what is theirs' },
      ],
      sources: ['publish-template', 'context-parameters'],
      deviation: 'The page asks for flows that work for others; what gives an id away is ours.',
      messages: {
        found: {
          what: '"{step}" names {kind} in "{parameter}": {value}.',
          why: 'It exists in your tenant only, and the flow fails in every other one.',
          fix: 'Use a context parameter, an environment variable, or leave the value for the user to choose.',
        },
      },
    },
  },
  check({ subject, report }) {
    for (const { actions, triggers } of subject.flows) {
      const steps = [...actions.map(({ node }) => node), ...triggers]
      for (const step of steps) {
        if (!/^(?:OpenApi|Api)Connection/.test(step.text('type') ?? '')) continue
        for (const [parameter, value, node] of valuesOf(step)) {
          const kind = kindOf(value)
          if (kind === undefined) continue
          report('flow-no-fixed-id', node, { data: { step: step.key ?? '', parameter, kind, value: shortened(value) } })
        }
      }
    }
  },
})

/** The texts without expressions that a call sends, with the name of the parameter they stand in. */
function* valuesOf(step: JsonNode): Generator<readonly [string, string, JsonNode]> {
  const inputs = step.member('inputs')
  for (const part of ['parameters', 'queries', 'body', 'path']) {
    const node = inputs?.member(part)
    const members = node?.kind === 'object' ? membersOf(node) : node === undefined ? [] : [node]
    for (const member of members) {
      const { value, key } = member
      if (typeof value === 'string' && value !== '') yield [key ?? part, literalIn(value), member]
    }
  }
}

/** A path of the older form holds its ids between expressions that only encode them. */
function literalIn(value: string): string {
  const encoded = [...value.matchAll(/encodeURIComponent\('((?:[^']|''){1,400})'\)/gi)]
    .map(([, text]) => text)
    .join(' ')
  return encoded !== '' ? encoded : mayHoldExpressions(value) ? '' : value
}

function kindOf(value: string): string | undefined {
  if (value.includes(zeroId) && value.replaceAll(zeroId, '').length < 3) return undefined
  // That a tenant's own address stands here is said by the rule about addresses, as an error.
  if (sitesIn(value) !== undefined) return undefined
  if (/\.sharepoint\.(?:com|us|cn|de)/i.test(value)) return 'a site'
  if (/\.dynamics\.com/i.test(value)) return 'an environment'
  if (/^19:[\w-]+@(?:thread|unq)/i.test(value)) return 'a channel or chat'
  if (/^b![\w-]{20,}/.test(value)) return 'a drive'
  return idForm.test(value) ? 'an id' : undefined
}

const idForm = /(?:^|[^0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:[^0-9a-f-]|$)/i

function shortened(value: string): string {
  return value.length <= 60 ? value : `${value.slice(0, 59)}…`
}
