import type { JsonValue } from '@sevenstep/located-json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleDefinition } from '../fixtures/sample-definition.ts'
import { exportDefinition } from '../fixtures/sample-export.ts'
import { clientData } from '../fixtures/sample-solution.ts'
import { type PlainFlow, readPlainFlow, toClientData, toFlowApiBody } from './client-data.ts'
import { normaliseConnectionReferences } from './normalise-connection-references.ts'

function plain(value: JsonValue): PlainFlow {
  const reading = readPlainFlow(value)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.flow
}

describe('toFlowApiBody', () => {
  const flow = plain(clientData)

  it('writes what the Flow API takes, with the connections chosen', () => {
    const connections: Record<string, string> = { cts_cars: 'c-cars', 'shared-office365-1': 'c-mail' }
    const writing = toFlowApiBody(flow, {
      displayName: 'Cars',
      state: 'Stopped',
      environment: 'Default-1',
      connectionFor: ({ logicalName, connectionName }) => {
        const chosen = connections[logicalName ?? connectionName ?? '']
        return chosen === undefined ? undefined : { connectionName: chosen }
      },
    })
    expect(writing).toEqual({
      ok: true,
      body: {
        properties: {
          displayName: 'Cars',
          state: 'Stopped',
          definition: sampleDefinition,
          connectionReferences: {
            'shared_contoso-20cars': {
              connectionName: 'c-cars',
              source: 'Embedded',
              id: '/providers/Microsoft.PowerApps/apis/shared_contoso-20cars',
            },
            shared_office365: {
              connectionName: 'c-mail',
              source: 'Invoker',
              id: '/providers/Microsoft.PowerApps/apis/shared_office365',
            },
          },
          environment: { name: 'Default-1' },
        },
      },
    })
  })

  it('lets calls follow a connector that has another name in the target', () => {
    const apiName = 'shared_contoso-20cars-5f0123456789abcdef'
    const writing = toFlowApiBody(flow, {
      displayName: 'Cars',
      connectionFor: ({ apiName: name }) =>
        name === 'shared_office365' ? { connectionName: 'm' } : { connectionName: 'c', apiName },
    })
    if (!writing.ok) throw new Error('unbound')
    const { definition, connectionReferences } = writing.body.properties
    const expected = JSON.stringify(sampleDefinition).replace('apis/shared_contoso-20cars', `apis/${apiName}`)
    expect(JSON.stringify(definition)).toBe(expected)
    expect(connectionReferences['shared_contoso-20cars']?.id).toBe(`/providers/Microsoft.PowerApps/apis/${apiName}`)
    expect(flow.definition).toEqual(sampleDefinition)
  })

  it('names every reference that has no connection', () => {
    const writing = toFlowApiBody(flow, { displayName: 'Cars', connectionFor: () => undefined })
    expect(writing.ok ? [] : writing.unbound.map(({ key }) => key)).toEqual([
      'shared_contoso-20cars',
      'shared_office365',
    ])
  })
})

describe('toClientData', () => {
  it('writes what a solution holds, with its own connection references', () => {
    const names: Record<string, string> = { 'shared_contoso-20cars': 'cts_cars' }
    const data = toClientData(plain(exportDefinition), { logicalNameFor: ({ key }) => names[key] })
    expect(data).toEqual({
      properties: {
        connectionReferences: {
          'shared_contoso-20cars': {
            runtimeSource: 'embedded',
            connection: { connectionReferenceLogicalName: 'cts_cars' },
            api: { name: 'shared_contoso-20cars' },
          },
          shared_office365: {
            runtimeSource: 'invoker',
            connection: { name: 'shared-office365-1' },
            api: { name: 'shared_office365' },
          },
        },
        definition: sampleDefinition,
        templateName: '',
      },
      schemaVersion: '1.0.0.0',
    })
  })

  it('keeps the logical names a flow has already', () => {
    // What is written is JSON.
    const again = toClientData(plain(clientData), { templateName: null }) as unknown as JsonValue
    expect(again).toEqual(clientData)
  })
})

it('what else a reference of a solution says is kept', () => {
  const reference = {
    runtimeSource: 'invoker',
    connection: { connectionReferenceLogicalName: 'cts_cars' },
    api: { name: 'shared_cts-5fcars', logicalName: 'cts_cars' },
    impersonation: { source: 'x' },
  }
  const given = { properties: { definition: {}, connectionReferences: { a: reference } } }
  expect(plain(given).connectionReferences[0]?.apiLogicalName).toBe('cts_cars')
  expect(toClientData(plain(given)).properties.connectionReferences).toEqual({ a: reference })
})

describe('readPlainFlow', () => {
  it('refuses what holds no definition', () => {
    for (const value of [null, 1, [], {}, { properties: [] }, { properties: { definition: 'x' } }]) {
      expect(readPlainFlow(value).ok).toBe(false)
    }
  })
})

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/)
const references = fc.uniqueArray(
  fc.record({
    key: name,
    apiName: name.map((api) => `shared_${api}`),
    connectionName: name,
    source: fc.constantFrom('embedded', 'invoker'),
  }),
  { selector: ({ key }) => key },
)

describe('from one form to the other and back', () => {
  it('every reference keeps its key, connector, connection and owner', () => {
    fc.assert(
      fc.property(references, (given) => {
        const written = Object.fromEntries(
          given.map(({ key, apiName, connectionName, source }) => [
            key,
            {
              connectionName,
              source: source === 'invoker' ? 'Invoker' : 'Embedded',
              id: `/providers/Microsoft.PowerApps/apis/${apiName}`,
            },
          ]),
        )
        const flow = { definition: {}, connectionReferences: normaliseConnectionReferences(written) }
        const held = toClientData(flow)
        // What is written is JSON.
        const back = plain(held as unknown as JsonValue)
        const writing = toFlowApiBody(back, {
          displayName: 'x',
          connectionFor: ({ connectionName }) => (connectionName === undefined ? undefined : { connectionName }),
        })
        expect(writing.ok && writing.body.properties.connectionReferences).toEqual(written)
      }),
    )
  })

  it('any JSON at all is read without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // fast-check's JSON is the same as ours under another name.
        const given = value as JsonValue
        for (const { key, form } of normaliseConnectionReferences(given))
          expect([typeof key, typeof form]).toEqual(['string', 'string'])
        readPlainFlow({ properties: { definition: given, connectionReferences: given } })
      }),
    )
  })
})
