import type { Connector, Operation, Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { type CallBack, callBacksOf, isCallBack, mayCallBack, requires } from './call-back.ts'
import { isDescribedWebhook } from './subscription.ts'

/** The call-back address a webhook trigger hands to the service. */
export const webhookCallBack = defineRuleFamily({
  id: 'webhook-call-back',
  rules: {
    'webhook-notification-url-present': {
      title: 'The body of a webhook trigger has a property for the call-back address.',
      messages: {
        found: {
          what: 'The webhook trigger "{operation}" has no property for the call-back address in its body.',
          why: 'The platform would not know where to put the address, and the service would never call the flow.',
          fix: 'Mark the body’s property that takes the address with "x-ms-notification-url": true.',
        },
      },
    },
    'webhook-url-string': {
      title: 'The call-back address is a string.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The call-back address "{name}" is not of type string.',
          why: 'The platform puts a web address there.',
          fix: 'Give the property "type": "string".',
        },
      },
    },
    'webhook-url-internal': {
      title: 'The call-back address is hidden from makers.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The call-back address "{name}" is visible to makers.',
          why: 'The platform fills it in; what a maker types there breaks the subscription.',
          fix: 'Add "x-ms-visibility": "internal" to the property or to what holds it.',
        },
      },
    },
    'webhook-url-required': {
      title: 'The call-back address is required, and so is everything that holds it.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The call-back address "{name}" can be left out: "{missing}" is not required.',
          why: 'A subscription without an address is never called.',
          fix: 'List the name in the "required" of the schema that holds it.',
        },
      },
    },
    'webhook-url-in-body': {
      title: 'A call-back address is marked only in the body of a subscription.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"x-ms-notification-url" stands outside the body of a request.',
          why: 'Only a request can carry the address to the service; elsewhere the mark is refused.',
          fix: 'Remove the mark here, and set it on the body’s property that takes the address.',
        },
      },
    },
  },
  check(context) {
    const seen = new Set<JsonNode>()
    return {
      operation(operation) {
        // What is missing from a body may stand where the file was cut off.
        if (context.connector.definition === undefined || !isWhole(context.connector.definition)) return
        const callBacks = mayCallBack(context.connector) ? callBacksOf(operation) : []
        if (callBacks.length === 0 && isDescribedWebhook(operation)) reportMissing(context, operation)
        for (const callBack of callBacks) {
          if (seen.has(callBack.node)) continue
          seen.add(callBack.node)
          checkCallBack(context, callBack)
        }
      },
      schemaKeyword: {
        'x-ms-notification-url': (value, schema) => {
          if (value.value === true && !isInRequestBody(schema))
            context.report('webhook-url-in-body', value, { onKey: true })
        },
      },
    }
  },
  mends: {
    'webhook-url-string': ({ node, edit }) => {
      if (node?.kind === 'object') edit.insert(node, 'type', 'string')
      else if (node !== undefined) edit.set(node, 'string')
    },
    'webhook-url-internal': ({ node, edit }) => {
      if (node !== undefined) edit.insert(node, 'x-ms-visibility', 'internal')
    },
    'webhook-url-required': requireChain,
    'webhook-url-in-body': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})

function reportMissing({ report }: CheckContext, operation: Operation): void {
  const { body } = operation
  report('webhook-notification-url-present', body?.schema ?? body?.node ?? operation.node, {
    data: { operation: operation.label },
  })
}

function checkCallBack({ report }: CheckContext, { node, chain, isInternal }: CallBack): void {
  const name = chain.at(-1)?.name ?? 'body'
  if (node.text('type') !== 'string') report('webhook-url-string', node.member('type') ?? node, { data: { name } })
  if (!isInternal) report('webhook-url-internal', node, { data: { name } })
  const missing = chain.find((step) => !requires(step.schema, step.name))
  if (missing !== undefined) report('webhook-url-required', node, { data: { name, missing: missing.name } })
}

function isInRequestBody(schema: Schema): boolean {
  return schema.place !== 'parameter' && schema.place !== 'header' && (schema.isRequest || !schema.isResponse)
}

/** Lists the address, and what holds it, in every `required` on the way. */
function requireChain({ connector, node, edit }: MendContext): void {
  for (const { schema, name } of chainTo(connector, node)) {
    if (requires(schema, name)) continue
    const required = schema.member('required')
    if (required?.kind === 'array') edit.append(required, name)
    else edit.insert(schema, 'required', [name])
  }
}

function chainTo({ definition }: Connector, node: JsonNode | undefined): CallBack['chain'] {
  if (node === undefined || !isCallBack(node)) return []
  for (const operation of definition?.operations ?? []) {
    const callBack = callBacksOf(operation).find((one) => one.node === node)
    if (callBack !== undefined) return callBack.chain
  }
  return []
}
