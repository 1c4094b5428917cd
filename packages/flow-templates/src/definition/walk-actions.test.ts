import { describe, expect, it } from 'vitest'
import { sampleDefinition } from '../fixtures/sample-definition.ts'
import { authenticationOf } from './authentication.ts'
import { connectorCallOf } from './connector-call.ts'
import { readDefinition } from './read-definition.ts'
import { walkActions, walkTriggers } from './walk-actions.ts'
import { type FlowAction, isAction, type WorkflowDefinition } from './workflow-definition.ts'

function definition(value: Parameters<typeof readDefinition>[0] = sampleDefinition): WorkflowDefinition {
  const reading = readDefinition(value)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.definition
}

describe('walkActions', () => {
  it('goes through every container, holders first, with the pointer of each action', () => {
    const walked = [...walkActions(definition())].map(({ pointer, depth, branch, isCase }) => [
      pointer,
      depth,
      branch,
      isCase,
    ])
    const loop = '/actions/For_each_car'
    expect(walked).toEqual([
      ['/actions/List_the_cars~1today', 1, 'actions', false],
      [loop, 1, 'actions', false],
      [`${loop}/actions/Is_it_sold`, 2, 'actions', false],
      [`${loop}/actions/Is_it_sold/actions/Note_it`, 3, 'actions', false],
      [`${loop}/actions/Is_it_sold/else/actions/Ask_again`, 3, 'else', false],
      [`${loop}/actions/Is_it_sold/else/actions/Ask_again/actions/Wait_a_bit`, 4, 'actions', false],
      ['/actions/By_make', 1, 'actions', false],
      ['/actions/By_make/cases/else/actions/Send_it', 2, 'else', true],
      ['/actions/By_make/default/actions/Old_call', 2, 'default', false],
    ])
  })

  it('tells the container, in which siblings stand, and the holder', () => {
    const [inner] = [...walkActions(definition())].filter(({ name }) => name === 'Wait_a_bit')
    expect(inner?.container).toBe('/actions/For_each_car/actions/Is_it_sold/else/actions/Ask_again/actions')
    expect(inner?.parent?.name).toBe('Ask_again')
  })

  it('walks 2,000 levels without running out of stack', () => {
    let action: FlowAction = { type: 'Compose' }
    for (let depth = 1; depth < 2_000; depth++) action = { type: 'Scope', actions: { a: action } }
    // Deeper than any reader gives: made by hand to see that no call goes inside a call.
    const deep: WorkflowDefinition = { actions: { a: action } }
    expect([...walkActions(deep)].at(-1)?.depth).toBe(2_000)
  })

  it('passes over what is no object', () => {
    // Not a definition, as a caller without types may hand one in.
    const odd = { triggers: [1], actions: { a: null, b: 'x', c: { type: 'If', else: 3, cases: [1] } } } as unknown
    const given = odd as WorkflowDefinition
    expect([...walkActions(given)].map(({ name }) => name)).toEqual(['c'])
    expect([...walkTriggers(given)]).toEqual([])
  })

  it('finds triggers', () => {
    expect([...walkTriggers(definition())].map(({ pointer, trigger }) => [pointer, trigger.kind])).toEqual([
      ['/triggers/manual', 'Button'],
    ])
  })
})

describe('readDefinition', () => {
  const faults: readonly (readonly [string, unknown, string, string])[] = [
    ['nothing', undefined, '', 'missing, where an object is expected'],
    ['a list', [], '', 'a list, where an object is expected'],
    ['actions as a list', { actions: [] }, '/actions', 'a list, where an object is expected'],
    ['an action as a text', { actions: { a: 'x' } }, '/actions/a', 'a text, where an object is expected'],
    ['an action without a type', { actions: { 'a/b': {} } }, '/actions/a~1b', 'without a type'],
    ['a trigger without a type', { triggers: { t: {} } }, '/triggers/t', 'without a type'],
    ['a type that is a number', { actions: { a: { type: 4 } } }, '/actions/a', 'without a type'],
    [
      'an else that is a number',
      { actions: { a: { type: 'If', else: 4 } } },
      '/actions/a/else',
      'a number, where an object is expected',
    ],
    [
      'runAfter as a list',
      { actions: { a: { type: 'If', runAfter: [] } } },
      '/actions/a/runAfter',
      'a list, where an object is expected',
    ],
    [
      'statuses as a text',
      { actions: { a: { type: 'If', runAfter: { b: 'Succeeded' } } } },
      '/actions/a/runAfter/b',
      'not a list of statuses',
    ],
    [
      'a case that is null',
      { actions: { a: { type: 'Switch', cases: { c: null } } } },
      '/actions/a/cases/c',
      'null, where an object is expected',
    ],
    [
      'an action in a case',
      { actions: { a: { type: 'Switch', cases: { c: { actions: { d: true } } } } } },
      '/actions/a/cases/c/actions/d',
      'true or false, where an object is expected',
    ],
    ['parameters', { parameters: { p: 1 } }, '/parameters/p', 'a number, where an object is expected'],
    ['a description', { description: {} }, '/description', 'an object, where a text is expected'],
  ]
  it.each(faults)('refuses %s', (_, value, pointer, detail) => {
    // The table holds JSON of all shapes.
    expect(readDefinition(value as never)).toEqual({ ok: false, faults: [{ pointer, detail }] })
  })

  it.each([
    ['an empty object', {}],
    ['types nobody knows', { actions: { a: { type: 'Quantum', inputs: null } }, triggers: { t: { type: 'Moon' } } }],
    ['statuses nobody knows', { actions: { a: { type: 'Compose', runAfter: { b: ['CANCELLED'] } } } }],
    ['texts that are null', { description: null, actions: { a: { type: 'Compose', description: null } } }],
    ['members nobody knows', { future: [1, { x: 2 }] }],
  ])('takes %s', (_, value) => {
    expect(readDefinition(value)).toEqual({ ok: true, definition: value })
  })

  it('names twenty faults at most', () => {
    const actions = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`a${at}`, {}]))
    const reading = readDefinition({ actions })
    expect(reading.ok ? 0 : reading.faults.length).toBe(20)
  })
})

describe('actions that hold others', () => {
  it.each([
    [{ type: 'Foreach', foreach: '@x', actions: {} }, 'Foreach', true],
    [{ type: 'Foreach', actions: {} }, 'Foreach', false],
    [{ type: 'If', expression: '@x', actions: {} }, 'If', true],
    [{ type: 'If', expression: '@x', actions: {} }, 'Scope', false],
    [{ type: 'Switch', expression: '@x', cases: {} }, 'Switch', true],
    [{ type: 'Until', actions: {} }, 'Until', false],
    [{ type: 'Scope', actions: {} }, 'Scope', true],
  ] as const)('%j as %s: %s', (action, type, expected) => {
    expect(isAction(action, type)).toBe(expected)
  })
})

describe('connectorCallOf', () => {
  it('reads both forms', () => {
    const calls = [...walkActions(definition())].flatMap(({ action }) => connectorCallOf(action) ?? [])
    expect(calls).toEqual([
      {
        form: 'operation',
        referenceKey: 'shared_contoso-20cars',
        apiName: 'shared_contoso-20cars',
        operationId: 'ListCars',
        parameters: { 'filter/make': 'Contoso' },
      },
      { form: 'request', referenceKey: 'shared_office365', method: 'post', path: '/v2/Mail', parameters: {} },
    ])
  })

  const tokens = "@json(decodeBase64(triggerOutputs().headers['X-MS-APIM-Tokens']))['$connections']"
  it.each([
    ['of the caller', `${tokens}['shared_x_1']['connectionId']`, 'shared_x_1'],
    ['with a quote in it', "@parameters('$connections')['it''s']['connectionId']", "it's"],
    ['that is computed', "@concat('a')", undefined],
    ['of something else', "@parameters('other')['shared_x']['connectionId']", undefined],
  ])('finds the key %s', (_, name, key) => {
    expect(connectorCallOf({ inputs: { host: { connection: { name } } } })?.referenceKey).toBe(key)
  })

  it('finds the connector in the address it is called at', () => {
    const host = { connection: { name: '@x' }, api: { runtimeUrl: 'https://a.example/apim/sharepointonline' } }
    expect(connectorCallOf({ inputs: { host } })?.apiName).toBe('shared_sharepointonline')
  })

  it.each([[undefined], [null], ['text'], [{}], [{ host: 1 }], [{ host: {} }]])('finds none in %j', (inputs) => {
    expect(connectorCallOf(inputs === undefined ? {} : { inputs })).toBeUndefined()
  })
})

describe('authenticationOf', () => {
  it.each([
    ["@parameters('$authentication')", { kind: 'parameter' }],
    [
      { type: 'Basic', username: 'x' },
      { kind: 'other', value: { type: 'Basic', username: 'x' } },
    ],
    [
      { type: 'Raw', value: '@x' },
      { kind: 'raw', value: '@x' },
    ],
    ['@x', { kind: 'other', value: '@x' }],
  ])('reads %j', (authentication, expected) => {
    expect(authenticationOf({ inputs: { authentication } })).toEqual(expected)
  })

  it('reads the key of the tokens, in either order of members', () => {
    const value = "@json(decodeBase64(triggerOutputs().headers['X-MS-APIM-Tokens']))['$ConnectionKey']"
    for (const authentication of [
      { type: 'Raw', value },
      { value, type: 'Raw' },
    ]) {
      expect(authenticationOf({ inputs: { authentication } })).toEqual({
        kind: 'raw',
        value,
        tokenKey: '$ConnectionKey',
      })
    }
  })

  it('says nothing where nothing is written', () => {
    expect(authenticationOf({ inputs: { host: {} } })).toBeUndefined()
    expect(authenticationOf({})).toBeUndefined()
  })
})
