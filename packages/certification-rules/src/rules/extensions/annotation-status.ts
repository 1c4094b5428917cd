import type { Definition, Operation } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

const statuses: readonly string[] = ['Preview', 'Production']
const unfinished = /(?:^|[./-])(?:alpha|beta|preview)(?:[./-]|$)/i

/** How finished things are, and what replaces them: `status` and `replacement` of `x-ms-api-annotation`. */
export const annotationStatus = defineRuleFamily({
  id: 'annotation-status',
  rules: {
    'annotation-status-value': {
      title: 'The status is "Preview" or "Production".',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The status is {value}; it can be "Preview" or "Production".',
          why: 'A status that is not known is refused.',
          fix: 'Write "Preview" or "Production".',
        },
      },
    },
    'annotation-status-ahead': {
      title: 'No operation is more finished than its connector.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{operation}" is in production while the connector is a preview.',
          why: 'The connector’s own label says that anything in it may still change.',
          fix: 'Mark the operation as "Preview" too, or the connector as "Production".',
        },
      },
    },
    'annotation-beta-service': {
      title: 'A connector in production calls a service in production.',
      deviation: 'Only the address can be looked at; whether the service is finished is outside the files.',
      messages: {
        found: {
          what: 'The connector is in production, but its address contains "{word}".',
          why: 'Makers rely on a finished connector, and a service that may still change breaks their flows.',
          fix: 'Use the address of the finished service, or mark the connector as "Preview".',
        },
      },
    },
    'annotation-replacement': {
      title: 'A replacement is named in full, and only for deprecated operations.',
      deviation: 'No mend: what replaces the operation, and whether it is deprecated, only the author knows.',
      messages: {
        active: {
          what: '"{operation}" names a replacement but is not deprecated.',
          why: 'Makers are sent to another operation although this one is the one to use.',
          fix: 'Add "deprecated": true to the operation, or remove "replacement".',
        },
        incomplete: {
          what: 'The replacement of "{operation}" has no "{key}".',
          why: 'Makers cannot be led to the replacement without it.',
          fix: 'Add "{key}" to "replacement".',
        },
      },
    },
  },
  check(context) {
    let isPreview = false
    return {
      definition(definition) {
        const status = definition.info?.member('x-ms-api-annotation')?.member('status')
        isPreview = status?.value === 'Preview'
        judgeStatus(context, status)
        if (status?.value === 'Production') checkAddress(context, definition)
      },
      operation(operation) {
        const annotation = operation.node.member('x-ms-api-annotation')
        const status = annotation?.member('status')
        judgeStatus(context, status)
        if (isPreview && status?.value === 'Production')
          context.report('annotation-status-ahead', status, { data: { operation: operation.label } })
        checkReplacement(context, operation, annotation?.member('replacement'))
      },
    }
  },
  mends: {
    'annotation-status-value': ({ node, edit }) => {
      const word = String(node?.value).trim().toLowerCase()
      const meant = statuses.find((status) => status.toLowerCase() === word)
      if (node !== undefined && meant !== undefined) edit.set(node, meant)
    },
    'annotation-status-ahead': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, 'Preview')
    },
  },
})

function judgeStatus({ report }: CheckContext, status: JsonNode | undefined): void {
  if (status === undefined || (typeof status.value === 'string' && statuses.includes(status.value))) return
  const value = status.value === undefined ? `an ${status.kind}` : JSON.stringify(status.value)
  report('annotation-status-value', status, { data: { value } })
}

function checkAddress({ report }: CheckContext, { node }: Definition): void {
  for (const key of ['host', 'basePath']) {
    const part = node.member(key)
    const word = typeof part?.value === 'string' ? unfinished.exec(part.value)?.[0].replace(/[./-]/g, '') : undefined
    if (part !== undefined && word !== undefined) report('annotation-beta-service', part, { data: { word } })
  }
}

function checkReplacement({ report }: CheckContext, operation: Operation, node: JsonNode | undefined): void {
  if (node === undefined) return
  const data = { operation: operation.label }
  if (!operation.isDeprecated) report('annotation-replacement', node, { message: 'active', onKey: true, data })
  for (const key of ['api', 'operationId']) {
    if ((node.text(key) ?? '') === '')
      report('annotation-replacement', node, { message: 'incomplete', data: { ...data, key } })
  }
}
