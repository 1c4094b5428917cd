import type { Connector, Operation } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isWhole } from '../whole-file.ts'
import { isPollingTrigger } from './subscription.ts'

/** Triggers the platform asks at intervals for what is new. */
export const pollingTrigger = defineRuleFamily({
  id: 'polling-trigger',
  rules: {
    'trigger-polling-is-get': {
      title: 'A polling trigger uses GET.',
      messages: {
        found: {
          what: 'The polling trigger "{operation}" uses {method}.',
          why: 'The request is repeated every few minutes; only GET promises to change nothing.',
          fix: 'Use a GET operation, or describe a webhook if the service can call back.',
        },
      },
    },
    'trigger-polling-batch': {
      title: 'A polling trigger is of the kind "batch".',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The polling trigger "{operation}" is of the kind "{kind}".',
          why: 'Several new items found at once would start one flow instead of one each.',
          fix: 'Write "x-ms-trigger": "batch" if the answer is a list of items.',
        },
      },
    },
    'trigger-polling-policy': {
      title: 'A polling policy covers every polling trigger.',
      deviation:
        'no mend: which field tells what is new is for the author to say. A trigger that documents a 202 answer keeps ' +
        'the state in the service and needs no policy',
      messages: {
        found: {
          what: 'No polling policy covers the trigger "{operation}".',
          why: 'Without one the platform cannot tell new items from old ones, unless the service does so itself.',
          fix: 'Add a policy "pollingtrigger" for it, or document the 202 answer with Location and Retry-After.',
        },
      },
    },
  },
  check(context) {
    return {
      operation(operation) {
        if (isPollingTrigger(operation)) checkPolling(context, operation)
      },
    }
  },
  mends: {
    'trigger-polling-batch': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, 'batch')
    },
  },
})

function checkPolling(context: CheckContext, operation: Operation): void {
  const { report } = context
  const data = { operation: operation.label }
  if (operation.method !== 'get')
    report('trigger-polling-is-get', operation.node, { data: { ...data, method: operation.method.toUpperCase() } })
  const kind = operation.node.member('x-ms-trigger')
  // A word that is none is told by the rule about the words.
  if (kind?.value === 'single') report('trigger-polling-batch', kind, { data: { ...data, kind: kind.value } })
  if (operation.responses.some(({ code }) => code === '202')) return
  const { properties } = context.connector
  if (properties === undefined || !isWhole(properties))
    context.notChecked('trigger-polling-policy', 'Policies stand in apiProperties.json, which could not be read.')
  else if (!isPolled(context.connector, operation)) report('trigger-polling-policy', operation.node, { data })
}

function isPolled({ properties }: Connector, { id }: Operation): boolean {
  return (
    properties?.policies.some(
      ({ templateId, operationIds }) =>
        templateId === 'pollingtrigger' && (operationIds?.some((one) => one.value === id) ?? true),
    ) === true
  )
}
