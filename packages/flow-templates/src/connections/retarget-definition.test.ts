import { expect, it } from 'vitest'
import { connectorCallOf } from '../definition/connector-call.ts'
import { walkActions, walkTriggers } from '../definition/walk-actions.ts'
import type { FlowAction, WorkflowDefinition } from '../definition/workflow-definition.ts'
import { retargetDefinition } from './retarget-definition.ts'

const call = (name: string): FlowAction => ({
  type: 'OpenApiConnection',
  inputs: { host: { apiId: `/providers/Microsoft.PowerApps/apis/${name}`, operationId: 'X' }, parameters: { a: 1 } },
})

const definition: WorkflowDefinition = {
  parameters: { $connections: { type: 'Object' } },
  triggers: { start: call('shared_old') },
  actions: {
    first: call('shared_old'),
    other: call('shared_other'),
    scope: { type: 'Scope', actions: { inner: call('shared_old') } },
    choice: { type: 'If', actions: { yes: call('shared_old') }, else: { actions: { no: call('shared_old') } } },
    switch: {
      type: 'Switch',
      cases: { one: { case: 1, actions: { a: call('shared_old') } }, none: { case: 2 } },
      default: { actions: { b: call('shared_old') } },
    },
    spelled: {
      type: 'ApiConnection',
      inputs: { host: { connection: { name: '@x' }, api: { runtimeUrl: 'https://x.example/apim/old' } } },
    },
    future: { type: 'Quantum', inputs: ['shared_old'] },
  },
}

const names = (given: WorkflowDefinition): (string | undefined)[] =>
  [
    ...[...walkTriggers(given)].map(({ trigger }) => connectorCallOf(trigger)),
    ...[...walkActions(given)].map(({ action }) => connectorCallOf(action)),
  ].flatMap((found) => (found?.form === 'operation' ? [found.apiName] : []))

it('calls everywhere get the new name, and nothing else changes', () => {
  const before = structuredClone(definition)
  const after = retargetDefinition(definition, new Map([['shared_old', 'shared_new']]))
  expect(names(after)).toEqual(names(definition).map((name) => (name === 'shared_old' ? 'shared_new' : name)))
  expect(names(after).filter((name) => name === 'shared_new')).toHaveLength(7)
  const back = retargetDefinition(after, new Map([['shared_new', 'shared_old']]))
  expect(back).toEqual(before)
  expect(definition).toEqual(before)
})

it('without names there is nothing to do', () => {
  expect(retargetDefinition(definition, new Map())).toBe(definition)
})
