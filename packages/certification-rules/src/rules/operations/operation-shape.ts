import type { Operation } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isCutOff } from '../cut-off.ts'
import { isSubscription } from '../triggers/subscription.ts'

const maxOperations = 256
const knownKeys = [
  'operationId',
  'summary',
  'description',
  'tags',
  'externalDocs',
  'consumes',
  'produces',
  'parameters',
  'responses',
  'schemes',
  'deprecated',
  'security',
]
const known: ReadonlySet<string> = new Set(knownKeys)

/** What an operation is made of. */
export const operationShape = defineRuleFamily({
  id: 'operation-shape',
  rules: {
    'op-max-count-256': {
      title: 'A definition has at most 256 operations.',
      messages: {
        found: {
          what: 'The definition has {count} operations; at most {max} are allowed.',
          why: 'The platform does not accept a connector with more.',
          fix: 'Leave out what makers do not need, or split the connector in two.',
        },
      },
    },
    'op-known-keys': {
      title: 'An operation has only keys of OpenAPI 2.0 and extensions.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The operation "{operation}" has a key "{key}", which OpenAPI 2.0 does not know.',
          why: 'The validator refuses unknown keys; what the key was meant to say has no effect.',
          fix: 'Remove the key, or put what it says where OpenAPI 2.0 expects it.',
        },
        misspelled: {
          what: 'The operation "{operation}" has a key "{key}", which is spelled "{known}".',
          why: 'Keys are told apart by case; written like this it is refused and has no effect.',
          fix: 'Rename the key to "{known}".',
        },
      },
    },
    'op-tags-unique': {
      title: 'An operation’s tags are all different.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The tag "{tag}" of "{operation}" occurs twice.',
          why: 'A list of tags must not repeat one; the validator refuses the file.',
          fix: 'Remove the second.',
        },
      },
    },
    'op-responses-required': {
      title: 'Every operation has at least one response.',
      deviation:
        'for the subscription of a webhook a warning: every accepted connector that breaks it does so there; no mend: only the author knows what the API answers, and an invented answer brings new findings',
      severityByMessage: { webhook: 'warning' },
      messages: {
        found: {
          what: 'The operation "{operation}" has no response.',
          why: 'OpenAPI 2.0 demands at least one, and makers get no outputs without.',
          fix: 'Add "responses" with the code the API answers and the schema of its body.',
        },
        webhook: {
          what: 'The subscription "{operation}" has no response.',
          why: 'OpenAPI 2.0 demands at least one; connectors have been accepted without, but other tools refuse the file.',
          fix: 'Add "responses" with the code the API answers a subscription with, usually "201".',
        },
      },
    },
    'op-visibility-present': {
      title: 'Every operation says how visible it is.',
      profiles: certifiedProfiles,
      deviation: 'off, and no mend: leaving x-ms-visibility out already means normal, which cannot be written',
      messages: {
        found: {
          what: 'The operation "{operation}" has no "x-ms-visibility".',
          why: 'A checklist of Microsoft’s asks for it; without it the operation is shown as a normal one.',
          fix: 'Add "important", "advanced" or "internal" where one of them fits; otherwise leave it out.',
        },
      },
    },
  },
  check(context) {
    return {
      definition({ node, operations }) {
        if (operations.length <= maxOperations) return
        const data = { count: operations.length, max: maxOperations }
        context.report('op-max-count-256', node.member('paths') ?? node, { data })
      },
      operation(operation) {
        checkKeys(context, operation)
        checkTags(context, operation)
        checkMembers(context, operation)
      },
    }
  },
  mends: {
    'op-known-keys': ({ node, data, message, edit }) => {
      if (node !== undefined && message === 'misspelled') edit.rename(node, String(data.known))
    },
    'op-tags-unique': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})

function checkKeys({ report }: CheckContext, operation: Operation): void {
  for (const child of operation.node.children) {
    const key = child.key ?? ''
    if (known.has(key) || key.startsWith('x-')) continue
    const meant = knownKeys.find((name) => name.toLowerCase() === key.toLowerCase())
    const data = { operation: operation.label, key }
    if (meant === undefined || operation.node.member(meant) !== undefined) {
      report('op-known-keys', child, { onKey: true, data })
    } else report('op-known-keys', child, { onKey: true, message: 'misspelled', data: { ...data, known: meant } })
  }
}

function checkTags({ report }: CheckContext, operation: Operation): void {
  const tags = operation.node.member('tags')
  if (tags?.kind !== 'array') return
  const seen = new Map<unknown, (typeof tags.children)[number]>()
  for (const tag of tags.children) {
    const first = tag.value === undefined ? undefined : seen.get(tag.value)
    if (first === undefined) seen.set(tag.value, tag)
    else {
      const related = [{ at: first, note: 'The first of the two.' }]
      report('op-tags-unique', tag, { data: { operation: operation.label, tag: String(tag.value) }, related })
    }
  }
}

function checkMembers({ report, connector }: CheckContext, operation: Operation): void {
  if (isCutOff(connector, operation.node)) return
  const data = { operation: operation.label }
  const responses = operation.node.member('responses')
  if (responses?.kind !== 'object' || !responses.children.some((child) => child.key?.startsWith('x-') !== true)) {
    const message = isSubscription(operation) ? 'webhook' : 'found'
    report('op-responses-required', responses ?? operation.node, { message, data })
  }
  if (operation.node.member('x-ms-visibility') === undefined) report('op-visibility-present', operation.node, { data })
}
