import {
  connectorCallOf,
  normaliseConnectionReferences,
  readDefinition,
  type WorkflowDefinition,
  walkActions,
  walkTriggers,
} from '@sevenstep/flow-templates'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { JsonValue } from '../shared/json-value.ts'

/** Something wrong with a definition. */
export interface FlowFault {
  readonly operationName: string
  readonly ruleId: string
  readonly errorDescription: string
}

interface Written {
  readonly definition: Readonly<Record<string, JsonValue>>
  readonly connectionReferences: Readonly<Record<string, JsonValue>>
}

/** What keeps a definition from being saved. */
export function flowFaults({ definition, connectionReferences }: Written): readonly FlowFault[] {
  const reading = readDefinition(definition)
  if (!reading.ok) {
    return reading.faults.map(({ pointer, detail }) => fault('', 'InvalidDefinition', `'${pointer}': it is ${detail}.`))
  }
  return [
    ...triggerFaults(reading.definition),
    ...runAfterFaults(reading.definition),
    ...referenceFaults(reading.definition, connectionReferences),
  ]
}

/** What a person should look at, though it can be saved. */
export function flowWarnings({ definition }: Pick<Written, 'definition'>): readonly FlowFault[] {
  const reading = readDefinition(definition)
  if (!reading.ok) return []
  const actions = [...walkActions(reading.definition)]
  if (actions.length > 0) return []
  return [fault('', 'NoActions', 'The flow has no actions: it starts and does nothing.')]
}

/** @throws EmulatedFailure (400) with the first thing that is wrong. */
export function demandFlow(written: Written): void {
  const [first, ...others] = flowFaults(written)
  if (first === undefined) return
  throw new EmulatedFailure(
    400,
    'InvalidFlowDefinition',
    `The flow definition is not valid. ${first.errorDescription}`,
    {
      members: {
        details: [first, ...others].map(({ ruleId, errorDescription }) => ({
          code: ruleId,
          message: errorDescription,
        })),
      },
    },
  )
}

function triggerFaults(definition: WorkflowDefinition): FlowFault[] {
  const triggers = Object.keys(definition.triggers ?? {})
  if (triggers.length > 0) return []
  return [fault('', 'MissingTrigger', 'A flow needs a trigger.')]
}

function runAfterFaults(definition: WorkflowDefinition): FlowFault[] {
  const siblings = new Map<string, Set<string>>()
  const actions = [...walkActions(definition)]
  for (const { container, name } of actions) {
    siblings.set(container, (siblings.get(container) ?? new Set<string>()).add(name))
  }
  return actions.flatMap(({ name, action, container }) =>
    Object.keys(action.runAfter ?? {})
      .filter((before) => !siblings.get(container)?.has(before))
      .map((before) => fault(name, 'InvalidRunAfter', `'${name}' runs after '${before}', which is not beside it.`)),
  )
}

function referenceFaults(definition: WorkflowDefinition, references: Written['connectionReferences']): FlowFault[] {
  const known = new Set(normaliseConnectionReferences(references).map(({ key }) => key))
  const parts = [
    ...[...walkTriggers(definition)].map(({ name, trigger }) => ({ name, part: trigger })),
    ...[...walkActions(definition)].map(({ name, action }) => ({ name, part: action })),
  ]
  return parts.flatMap(({ name, part }) => {
    const key = connectorCallOf(part)?.referenceKey
    if (key === undefined || known.has(key)) return []
    return [
      fault(
        name,
        'MissingConnectionReference',
        `'${name}' uses the connection reference '${key}', which the flow does not have.`,
      ),
    ]
  })
}

function fault(operationName: string, ruleId: string, errorDescription: string): FlowFault {
  return { operationName, ruleId, errorDescription }
}
