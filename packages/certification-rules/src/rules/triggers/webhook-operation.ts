import type { Operation } from '@sevenstep/connector-schema'
import { type JsonNode, toValue } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { isWhole } from '../whole-file.ts'
import { mayCallBack } from './call-back.ts'
import { isSubscription } from './subscription.ts'

const contentKey = 'x-ms-notification-content'
const subscribeMethods: ReadonlySet<string> = new Set(['post', 'put', 'patch'])

/** How a webhook trigger subscribes, what it receives and how it unsubscribes. */
export const webhookOperation = defineRuleFamily({
  id: 'webhook-operation',
  rules: {
    'webhook-content-on-path-item': {
      title: 'The payload of a webhook is described on the path, beside the method.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The payload of "{operation}" is described inside the operation.',
          why: 'It is looked for beside the method; in the operation it is ignored and the trigger gives makers no fields.',
          fix: 'Move "x-ms-notification-content" one level up, next to "{method}".',
        },
        missing: {
          what: 'The payload of "{operation}" is not described.',
          why: 'Without it the trigger gives makers no fields to use, and the validator refuses the webhook.',
          fix: 'Add "x-ms-notification-content" with a schema to the path, next to "{method}".',
        },
      },
    },
    'webhook-content-schema': {
      title: 'The description of a webhook’s payload has a schema.',
      messages: {
        found: {
          what: 'The payload description of "{path}" has no schema.',
          why: 'The trigger would give makers no fields to use.',
          fix: 'Add "schema" with the fields the service sends.',
        },
      },
    },
    'webhook-post': {
      title: 'A webhook trigger subscribes with POST.',
      messages: {
        found: {
          what: 'The webhook trigger "{operation}" subscribes with {method}.',
          why: 'A {method} request carries no body for the call-back address that services would read.',
          fix: 'Describe the request that creates the subscription: POST, or PUT or PATCH where the service wants it.',
        },
      },
    },
    'webhook-single-trigger': {
      title: 'A webhook trigger is of the kind "single".',
      mend: 'proposed',
      deviation: 'proposed: a flow that splits a list into runs works differently afterwards',
      messages: {
        found: {
          what: 'The webhook trigger "{operation}" is of the kind "{kind}".',
          why: 'A webhook starts the flow once per call; "batch" belongs to triggers that are polled.',
          fix: 'Write "x-ms-trigger": "single".',
        },
      },
    },
    'webhook-delete-operation': {
      title: 'A connector with webhooks can delete subscriptions.',
      messages: {
        found: {
          what: 'There is a webhook trigger, "{operation}", but no DELETE operation to end a subscription.',
          why: 'When a flow is switched off the service goes on calling an address nobody listens to.',
          fix: 'Describe the request that deletes a subscription, with "x-ms-visibility": "internal".',
        },
      },
    },
    'webhook-location-header': {
      title: 'The answer to a subscription documents its Location header.',
      messages: {
        found: {
          what: 'No answer of "{operation}" documents a Location header.',
          why: 'The platform unsubscribes at the address in that header; the service has to send it.',
          fix: 'Add "headers" with "Location" to the success response, and make sure that the service sends it.',
        },
      },
    },
  },
  check(context) {
    const subscriptions: Operation[] = []
    return {
      pathItem({ notificationContent, path }) {
        if (notificationContent === undefined || isCutOff(context.connector, notificationContent)) return
        const schema = notificationContent.member('schema')
        if (schema?.kind !== 'object')
          context.report('webhook-content-schema', schema ?? notificationContent, { data: { path } })
      },
      operation(operation) {
        const misplaced = operation.node.member(contentKey)
        if (misplaced !== undefined) reportMisplaced(context, operation, misplaced)
        if (!operation.isTrigger && !mayCallBack(context.connector)) return
        if (!isSubscription(operation)) return
        subscriptions.push(operation)
        checkSubscription(context, operation)
      },
      end() {
        const { definition } = context.connector
        const [first] = subscriptions
        if (first === undefined || definition === undefined || !isWhole(definition)) return
        if (!definition.operations.some(({ method }) => method === 'delete'))
          context.report('webhook-delete-operation', first.node, { data: { operation: first.label } })
      },
    }
  },
  mends: {
    'webhook-content-on-path-item': moveContent,
    'webhook-single-trigger': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, 'single')
    },
  },
})

function reportMisplaced({ report }: CheckContext, operation: Operation, content: JsonNode): void {
  report('webhook-content-on-path-item', content, {
    onKey: true,
    data: { operation: operation.label, method: operation.method },
  })
}

function checkSubscription({ report, connector }: CheckContext, operation: Operation): void {
  const { label, method, pathItem, node } = operation
  if (isCutOff(connector, node)) return
  if (pathItem.notificationContent === undefined && node.member(contentKey) === undefined && operation.isTrigger)
    report('webhook-content-on-path-item', pathItem.node, { message: 'missing', data: { operation: label, method } })
  if (!subscribeMethods.has(method))
    report('webhook-post', node, { data: { operation: label, method: method.toUpperCase() } })
  const trigger = node.member('x-ms-trigger')
  // An action may subscribe as well: the flow then waits for the call.
  if (trigger?.value === 'batch')
    report('webhook-single-trigger', trigger, { data: { operation: label, kind: trigger.value } })
  const successes = operation.responses.filter((response) => response.isSuccess)
  if (!successes.some((response) => documentsLocation(response.node)))
    report('webhook-location-header', successes[0]?.site ?? node.member('responses') ?? node, {
      data: { operation: label },
    })
}

function documentsLocation(response: JsonNode): boolean {
  const headers = response.member('headers')
  return headers?.kind === 'object' && headers.children.some((header) => header.key?.toLowerCase() === 'location')
}

/** Moves a payload description to the path; where the path has a different one, a person must choose. */
function moveContent({ node, message, edit }: MendContext): void {
  const item = node?.parent?.parent
  if (node === undefined || item === undefined || message === 'missing') return
  const present = item.member(contentKey)
  const value = toValue(node)
  if (present !== undefined && JSON.stringify(toValue(present)) !== JSON.stringify(value)) return
  edit.remove(node)
  if (present === undefined) edit.insert(item, contentKey, value)
}
