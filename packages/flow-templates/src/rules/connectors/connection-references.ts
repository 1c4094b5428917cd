import type { PlacedFlow } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'
import type { FlowConnectionReference } from '../../connections/connection-reference.ts'
import { type ConnectorCall, connectorCallOf } from '../../definition/connector-call.ts'
import { walkActions, walkTriggers } from '../../definition/walk-actions.ts'
import type { FlowAction, FlowTrigger } from '../../definition/workflow-definition.ts'

/** Whether calls of connectors and the flow's connection references fit each other. */
export const connectionReferences = defineRuleFamily({
  id: 'connection-references',
  group: 'Connectors',
  rules: {
    'flow-connection-declared': {
      title: 'Calls name connection references that the flow declares.',
      setting: 'error',
      sources: ['public-packages'],
      messages: {
        found: {
          what: '"{step}" uses the connection reference "{key}", which the flow does not declare.',
          why: 'The flow cannot be switched on.',
          fix: 'Choose a connection for the step in the designer and export again.',
        },
      },
    },
    'flow-connection-connector': {
      title: 'A call goes over a connection of its own connector.',
      setting: 'error',
      sources: ['public-packages'],
      messages: {
        found: {
          what: '"{step}" calls {called} over the connection reference "{key}", which is of {connected}.',
          why: 'The connection does not fit the call: the flow cannot be switched on, or every run fails.',
          fix: 'Choose the connection of the step again in the designer, and export again.',
        },
      },
    },
    'flow-connection-used': {
      title: 'Connection references are used.',
      setting: 'warning',
      sources: [],
      deviation: 'Ours: import asks for every connection, used or not.',
      messages: {
        found: {
          what: 'No step uses the connection reference "{key}".',
          why: 'Whoever imports the flow has to sign in to a connector for nothing, and may need a licence for it.',
          fix: 'Save the flow in the designer after its last step is gone, and export again.',
        },
      },
    },
    'flow-connection-source': {
      title: 'A connection reference says whose connection is used.',
      setting: 'warning',
      sources: ['run-only-users', 'public-packages'],
      messages: {
        found: {
          what: 'The connection reference "{key}" does not say whose connection is used.',
          why: 'It may act in somebody else’s name than you think.',
          fix: 'Write "Embedded" for the owner’s connection, "Invoker" for that of whoever runs the flow.',
        },
        other: {
          what: 'The connection reference "{key}" says "{source}", which is neither "Embedded" nor "Invoker".',
          why: 'It may act in somebody else’s name than you think.',
          fix: 'Write "Embedded" for the owner’s connection, "Invoker" for that of whoever runs the flow.',
        },
      },
    },
    'flow-connection-invoker': {
      title: 'The connection of whoever runs the flow is used where a person runs it.',
      setting: 'error',
      sources: ['run-only-users'],
      deviation: 'The page describes such connections for flows that people start; that others fail is inferred.',
      confidence: 'low',
      messages: {
        found: {
          what: 'The connection reference "{key}" uses the connection of whoever runs the flow ("Invoker"), but "{trigger}" starts it by itself.',
          why: 'Nobody is there whose connection could be used.',
          fix: 'Use the owner’s connection ("Embedded").',
        },
      },
    },
  },
  check(context) {
    for (const flow of context.subject.flows) {
      const used = checkCalls(flow, context)
      checkReferences(flow, used, context)
    }
  },
})

function checkCalls({ flow, definition }: PlacedFlow, { report }: CheckContext): ReadonlySet<string> {
  const used = new Set<string>()
  if (flow.definition === undefined || definition === undefined) return used
  const declared = new Map(flow.connectionReferences.map((reference) => [reference.key.toLowerCase(), reference]))
  const checkCall = (name: string, step: FlowTrigger | FlowAction, pointer: string): void => {
    const call = connectorCallOf(step)
    const key = call?.referenceKey
    if (call === undefined || key === undefined) return
    used.add(key.toLowerCase())
    const reference = declared.get(key.toLowerCase())
    if (reference !== undefined && fits(call, reference)) return
    const host = definition.find(...pointer.split('/').slice(1).map(plain), 'inputs', 'host')
    const node = host?.member('connectionName') ?? host?.find('connection', 'name') ?? host
    if (node === undefined) return
    if (reference === undefined) report('flow-connection-declared', node, { data: { step: name, key } })
    else {
      const data = { step: name, key, called: call.apiName ?? '', connected: reference.apiName ?? '' }
      report('flow-connection-connector', node, { data })
    }
  }
  for (const { name, trigger, pointer } of walkTriggers(flow.definition)) checkCall(name, trigger, pointer)
  for (const { name, action, pointer } of walkActions(flow.definition)) checkCall(name, action, pointer)
  return used
}

/** Whether a call may go over a connection; yes where one of the two does not say its connector in full. */
function fits(call: ConnectorCall, reference: FlowConnectionReference): boolean {
  if (call.form !== 'operation' || call.apiName === undefined || reference.apiName === undefined) return true
  return call.apiName.toLowerCase() === reference.apiName.toLowerCase()
}

function plain(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Kinds of triggers that a person starts, or that hand over a person's connections. */
const started = /^(?:Button|PowerApp|PowerAppV2|ApiConnection|Skills|VirtualAgent)$/i

function checkReferences(
  { flow, definition, triggers }: PlacedFlow,
  used: ReadonlySet<string>,
  { report }: CheckContext,
): void {
  const [trigger] = triggers
  const isStarted = trigger?.text('type') === 'Request' && started.test(trigger.text('kind') ?? '')
  for (const { key, source, form } of flow.connectionReferences) {
    const node = flow.file.json.root?.find('properties', 'connectionReferences', key)
    if (node === undefined || definition === undefined) continue
    // Of a definition that could not be read to its end nobody knows what it uses.
    if (flow.definition !== undefined && !used.has(key.toLowerCase()))
      report('flow-connection-used', node, { onKey: true, data: { key } })
    if (source === 'unknown' && form !== 'unknown') {
      const said = node.member('source') ?? node.member('runtimeSource')
      const isOther = typeof said?.value === 'string' && said.value !== ''
      if (isOther) report('flow-connection-source', said, { message: 'other', data: { key, source: said.value } })
      else report('flow-connection-source', said ?? node, { data: { key } })
    }
    if (source === 'invoker' && trigger !== undefined && !isStarted) {
      const data = { key, trigger: trigger.key ?? '' }
      const named = node.member('source') ?? node.member('runtimeSource') ?? node
      report('flow-connection-invoker', named, { data })
    }
  }
}
