import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'

/** Extensions of operations that hold objects: `x-ms-capabilities` and `x-ms-operation-context`. */
export const operationExtensions = defineRuleFamily({
  id: 'operation-extensions',
  rules: {
    'ext-operation-capabilities': {
      title: 'The capabilities of an operation hold only "chunkTransfer", true or false.',
      mend: 'automatic',
      mendByMessage: { found: 'none', value: 'automatic' },
      messages: {
        found: {
          what: '"{key}" is not a capability of an operation.',
          why: 'Only "chunkTransfer" is; other keys are refused.',
          fix: 'Remove it. "testConnection" and "file-picker" belong to "x-ms-capabilities" of the whole definition.',
        },
        value: {
          what: '"chunkTransfer" is neither true nor false.',
          why: 'Large content is then not sent in parts, and the definition may be refused.',
          fix: 'Write true or false, without quotes.',
        },
      },
    },
    'ext-operation-context-exists': {
      title: 'The operation that simulates another one exists.',
      messages: {
        found: {
          what: '"{operation}" is to be simulated by "{target}", which does not exist.',
          why: 'Makers who try the step out get an error instead of a result.',
          fix: 'Name an operation of this connector, or remove "x-ms-operation-context".',
        },
      },
    },
  },
  check(context) {
    const { definition } = context.connector
    return {
      operation({ node, label }) {
        checkCapabilities(context, node.member('x-ms-capabilities'))
        const target = node.member('x-ms-operation-context')?.member('simulate')?.member('operationId')
        if (target === undefined || definition === undefined || !isWhole(definition)) return
        if (typeof target.value !== 'string' || definition.operation(target.value) === undefined) {
          const data = { operation: label, target: String(target.value) }
          context.report('ext-operation-context-exists', target, { data })
        }
      },
    }
  },
  mends: {
    'ext-operation-capabilities': ({ node, message, edit }) => {
      if (message !== 'value' || typeof node?.value !== 'string') return
      const word = node.value.trim().toLowerCase()
      if (word === 'true' || word === 'false') edit.set(node, word === 'true')
    },
  },
})

function checkCapabilities({ report }: CheckContext, capabilities: JsonNode | undefined): void {
  for (const child of capabilities?.children ?? []) {
    if (child.key === 'chunkTransfer') {
      if (child.kind !== 'boolean') report('ext-operation-capabilities', child, { message: 'value' })
    } else report('ext-operation-capabilities', child, { onKey: true, data: { key: child.key ?? String(child.index) } })
  }
}
