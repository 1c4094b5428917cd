import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { nearestWord } from '../texts/nearest-word.ts'
import { isWhole } from '../whole-file.ts'
import { findMisshapen } from './properties-shape.ts'

const knownKeys: readonly string[] = [
  'iconBrandColor',
  'publisher',
  'stackOwner',
  'capabilities',
  'connectionParameters',
  'connectionParameterSets',
  'policyTemplateInstances',
  'scriptOperations',
]
const knownCapabilities: readonly string[] = ['actions', 'triggers', 'gateway', 'cloud']

/** What may stand in `apiProperties.json`. */
export const propertiesKeys = defineRuleFamily({
  id: 'properties-keys',
  rules: {
    'props-root': {
      title: 'The properties file holds "properties", and "$schema" at most beside it.',
      mend: 'proposed',
      deviation: 'proposed: what stands in the wrong place may have been meant',
      messages: {
        found: {
          what: '"{key}" stands beside "properties".',
          why: 'Nothing reads it there.',
          fix: 'Move it into "properties", or remove it.',
        },
        missing: {
          what: 'The file has no "properties" object.',
          why: 'Everything about the connector is read from there; tools stop with an error.',
          fix: 'Put everything into an object "properties".',
        },
      },
    },
    'props-known-keys': {
      title: 'The properties have known keys only.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{key}" is not a known property of a connector.',
          why: 'It is ignored or refused; a misspelt one has no effect.',
          fix: 'Correct its spelling or remove it; known are {known}.',
        },
      },
    },
    'props-schema': {
      title: 'The properties have the types that tools expect.',
      deviation:
        'Microsoft’s published schema is stale and rejects a third of recent accepted connectors; checked is a list of ' +
        'types of our own that accepts what they use, so that far fewer are reported',
      messages: {
        found: {
          what: '"{key}" is {kind}, but should be {expected}.',
          why: 'Tools that read the file stop there or ignore it.',
          fix: 'Write {expected}.',
        },
      },
    },
    'props-capabilities-values': {
      title: 'The capabilities are known words.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The capability "{value}" is not known.',
          why: 'Only actions, triggers, gateway and cloud are read, in lower case.',
          fix: 'Use one of: {known}; an empty list is usual.',
        },
      },
    },
  },
  check(context) {
    return {
      properties(properties) {
        const { body, node } = properties
        if (body === undefined) {
          if (isWhole(properties))
            context.report('props-root', node.member('properties') ?? node, { message: 'missing' })
        } else checkBody(context, body)
        for (const { key = '', value } of membersOf(node)) {
          if (key !== 'properties' && key !== '$schema')
            context.report('props-root', value, { onKey: true, data: { key } })
        }
        for (const { at, expected } of findMisshapen(node)) reportShape(context, at, expected)
      },
    }
  },
  mends: {
    'props-root': ({ node, message, edit }) => {
      if (node !== undefined && message === 'found') edit.remove(node)
    },
    'props-known-keys': ({ node, data, edit }) => {
      const near = nearestWord(String(data.key), knownKeys)
      if (node !== undefined && near !== undefined && node.parent?.member(near) === undefined) edit.rename(node, near)
    },
    'props-capabilities-values': ({ node, edit }) => {
      const known = knownCapabilities.find((one) => one === String(node?.value).trim().toLowerCase())
      if (node !== undefined && known !== undefined) edit.set(node, known)
    },
  },
})

function checkBody({ report }: CheckContext, body: JsonNode): void {
  for (const { key = '', value } of membersOf(body)) {
    if (!knownKeys.includes(key))
      report('props-known-keys', value, { onKey: true, data: { key, known: knownKeys.join(', ') } })
  }
  const capabilities = body.member('capabilities')
  for (const value of capabilities?.kind === 'array' ? capabilities.children : []) {
    if (typeof value.value === 'string' && !knownCapabilities.includes(value.value))
      report('props-capabilities-values', value, { data: { value: value.value, known: knownCapabilities.join(', ') } })
  }
}

function membersOf(node: JsonNode): readonly { readonly key: string | undefined; readonly value: JsonNode }[] {
  return node.kind === 'object' ? node.children.map((value) => ({ key: value.key, value })) : []
}

function reportShape({ report }: CheckContext, at: JsonNode, expected: string): void {
  const kind = at.kind === 'null' ? 'null' : /^[aeiou]/.test(at.kind) ? `an ${at.kind}` : `a ${at.kind}`
  report('props-schema', at, { data: { key: at.key ?? `item ${at.index + 1}`, kind, expected } })
}
