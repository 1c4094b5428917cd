import type { Definition, Operation, Parameter } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { isSubscription } from './subscription.ts'

/** Triggers that fetch what a webhook announced: `x-ms-notification` names the subscription. */
export const fetchTrigger = defineRuleFamily({
  id: 'fetch-trigger',
  rules: {
    'ext-notification': {
      title: '"x-ms-notification" stands in a fetching trigger and names a webhook.',
      messages: {
        found: {
          what: '"x-ms-notification" stands in "{operation}", which is no trigger.',
          why: 'It ties a trigger to the subscription that wakes it; actions are not woken.',
          fix: 'Remove it, or add "x-ms-trigger" to the operation.',
        },
        webhook: {
          what: '"x-ms-notification" stands in "{operation}", which is a webhook itself.',
          why: 'A webhook already has its subscription; two of them cannot be combined.',
          fix: 'Remove it here; it belongs to the trigger that fetches what the webhook announced.',
        },
        unnamed: {
          what: '"x-ms-notification" in "{operation}" names no operation.',
          why: 'The platform cannot tell which subscription wakes the trigger.',
          fix: 'Give it "operationId" with the id of the webhook operation.',
        },
        missing: {
          what: '"x-ms-notification" in "{operation}" names "{name}", which is not an operation of this connector.',
          why: 'The platform cannot tell which subscription wakes the trigger.',
          fix: 'Write the id of the webhook operation, with the same upper and lower case.',
        },
        action: {
          what: '"x-ms-notification" in "{operation}" names "{name}", which is no webhook.',
          why: 'Only a webhook can wake the trigger.',
          fix: 'Name an operation that subscribes: one with a call-back address in its body.',
        },
      },
    },
    'trigger-fetch-subscribe-match': {
      title: 'A fetching trigger and its webhook agree on the parameters they share.',
      messages: {
        found: {
          what: 'The parameter "{parameter}" of "{operation}" differs in {difference} from the one of "{name}".',
          why: 'Makers fill it in once for both requests.',
          fix: 'Give both the same type and the same visibility.',
        },
      },
    },
  },
  check(context) {
    return {
      operation(operation) {
        const notification = operation.node.member('x-ms-notification')
        const { definition } = context.connector
        if (notification !== undefined && definition !== undefined)
          checkNotification(context, definition, operation, notification)
      },
    }
  },
})

function checkNotification(
  { report }: CheckContext,
  definition: Definition,
  operation: Operation,
  notification: JsonNode,
): void {
  const rule = 'ext-notification'
  const data = { operation: operation.label }
  if (!operation.isTrigger) report(rule, notification, { onKey: true, data })
  else if (isSubscription(operation)) report(rule, notification, { message: 'webhook', onKey: true, data })
  const named = notification.member('operationId')
  const name = named?.value
  if (named === undefined || typeof name !== 'string') {
    report(rule, named ?? notification, { message: 'unnamed', data })
    return
  }
  const subscription = definition.operation(name)
  if (subscription === undefined) {
    if (isWhole(definition)) report(rule, named, { message: 'missing', data: { ...data, name } })
  } else if (!isSubscription(subscription)) report(rule, named, { message: 'action', data: { ...data, name } })
  else compareParameters(report, operation, subscription)
}

function compareParameters(report: CheckContext['report'], fetching: Operation, subscription: Operation): void {
  for (const parameter of fetching.parameters) {
    if (parameter.isBody || parameter.name === undefined) continue
    const other = subscription.parameters.find((one) => !one.isBody && one.name === parameter.name)
    const difference = other === undefined ? undefined : differenceOf(parameter, other)
    if (other === undefined || difference === undefined) continue
    report('trigger-fetch-subscribe-match', parameter.site, {
      data: { parameter: parameter.name, operation: fetching.label, name: subscription.label, difference },
      related: [{ at: other.site, note: 'the same parameter of the webhook' }],
    })
  }
}

function differenceOf(left: Parameter, right: Parameter): string | undefined {
  if (left.type !== right.type) return 'type'
  return left.visibility === right.visibility ? undefined : 'visibility'
}
