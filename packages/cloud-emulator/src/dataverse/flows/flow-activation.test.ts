import { describe, expect, it } from 'vitest'
import type { ConnectionState } from '../../power-platform/state.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { objectIdOf } from '../rows/organization-call.ts'

const references = (...pairs: readonly (readonly [string, string | undefined])[]) =>
  Object.fromEntries(
    pairs.map(([connector, name], index) => [
      `key${index}`,
      { runtimeSource: 'embedded', connection: { connectionReferenceLogicalName: name }, api: { name: connector } },
    ]),
  )

/** A flow that uses one connection reference, which is bound as the case says. */
function prepared(change: (connection: ConnectionState) => void = () => {}, bind: 'bound' | 'unbound' = 'bound') {
  const tests = organizationOfTests()
  const connection = Object.values(tests.environment.connections).find(
    ({ connector }) => connector === 'shared_office365',
  )
  if (connection === undefined) throw new Error('The seed has no Outlook connection.')
  change(connection)
  tests.send('POST', 'connectionreferences', {
    body: {
      connectionreferencelogicalname: 'new_outlook',
      connectionreferencedisplayname: 'Outlook',
      connectorid: '/providers/Microsoft.PowerApps/apis/shared_office365',
      ...(bind === 'bound' ? { connectionid: connection.name } : {}),
    },
  })
  const properties = {
    connectionReferences: references(['shared_office365', 'new_outlook']),
    definition: { triggers: {} },
  }
  const body = {
    category: 5,
    name: 'Greet',
    type: 1,
    primaryentity: 'none',
    clientdata: JSON.stringify({ properties, schemaVersion: '1.0.0.0' }),
  }
  const id = tests.idOf(tests.send('POST', 'workflows', { body }))
  return {
    ...tests,
    connection,
    id,
    turn: (statecode: number) => tests.send('PATCH', `workflows(${id})`, { body: { statecode } }),
  }
}

describe('turning a flow on', () => {
  it('works where the connection is shared with the caller, and off again; on it cannot be deleted', () => {
    const { turn, send, id } = prepared()
    const state = () => send('GET', `workflows(${id})?$select=statecode,statuscode`).body
    expect(state()).toMatchObject({ statecode: 0, statuscode: 1 })
    expect(turn(1).status).toBe(204)
    expect(state()).toMatchObject({ statecode: 1, statuscode: 2 })
    expect(send('DELETE', `workflows(${id})`)).toEqual({
      status: 400,
      body: { error: { code: '0x8004500f', message: 'Cannot delete an active workflow definition.' } },
      headers: {},
    })
    expect(turn(0).status).toBe(204)
    expect(send('DELETE', `workflows(${id})`).status).toBe(204)
  })

  const unshared = (connection: ConnectionState) => {
    connection.permissions = connection.permissions.filter(({ principalType }) => principalType !== 'ServicePrincipal')
  }

  const signedOut = (connection: ConnectionState) => {
    connection.status = 'unauthenticated'
  }

  it.each([
    ['nobody signed in to the connection', 400, 'BadRequest', 'ConnectionUnauthenticated', () => prepared(signedOut)],
    [
      'nobody chose a connection',
      400,
      'BadRequest',
      'XrmConnectionReferenceMissingConnection',
      () => prepared(undefined, 'unbound'),
    ],
    ['the connection is not shared', 403, 'Forbidden', 'ConnectionAuthorizationFailed', () => prepared(unshared)],
    [
      'the connection was removed',
      403,
      'Forbidden',
      'ConnectionAuthorizationFailed',
      () => {
        const tests = prepared()
        delete tests.environment.connections[tests.connection.name]
        return tests
      },
    ],
    [
      'a policy blocks the connector',
      403,
      'Forbidden',
      'DlpViolation',
      () => {
        const tests = prepared()
        tests.environment.dataPolicies.push({ displayName: 'None', business: [], blocked: ['shared_office365'] })
        return tests
      },
    ],
  ] as const)('is refused where %s', (_name, status, words, code, make) => {
    const { turn, send, id } = make()
    const answer = turn(1)
    expect(answer.status).toBe(status)
    const { error } = Object(answer.body)
    expect(error.code).toBe('0x80060467')
    const [, outer, inner = ''] =
      /^Flow client error returned with status code "(\w+)" and details "(\{.*\})"\.$/.exec(error.message) ?? []
    expect([outer, JSON.parse(inner).error.code]).toEqual([words, code])
    expect(send('GET', `workflows(${id})`).body).toMatchObject({ statecode: 0 })
  })

  it('is refused for a custom connector where the caller has no licence', () => {
    const tests = prepared()
    const connector = { name: 'new_cars', displayname: 'Cars', connectortype: 1, openapidefinition: '{}' }
    tests.send('POST', 'connectors', { body: connector })
    const [custom] = Object.keys(tests.environment.connectors)
    const objectId = objectIdOf(tests.organization, tests.call().user)
    tests.environment.connections.cars = {
      ...tests.connection,
      name: 'cars',
      connector: String(custom),
      createdBy: objectId,
    }
    tests.organization.activation.unlicensed.push(objectId)
    const reference = {
      connectionreferencelogicalname: 'new_cars',
      connectorid: `/providers/Microsoft.PowerApps/apis/${custom}`,
      connectionid: 'cars',
    }
    tests.send('POST', 'connectionreferences', { body: reference })
    const properties = { connectionReferences: references([String(custom), 'new_cars']), definition: {} }
    tests.send('PATCH', `workflows(${tests.id})`, {
      body: { clientdata: JSON.stringify({ properties, schemaVersion: '1.0.0.0' }) },
    })
    expect(tests.turn(1)).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('MissingAdequateQuotaPolicy') } },
    })
  })
})

describe('turning on a flow with needs of its own', () => {
  const made = (tests: ReturnType<typeof organizationOfTests>, definition: unknown) => {
    const clientdata = JSON.stringify({
      properties: { connectionReferences: {}, definition },
      schemaVersion: '1.0.0.0',
    })
    return tests.idOf(tests.send('POST', 'workflows', { body: { category: 5, name: 'Flow', type: 1, clientdata } }))
  }
  const calling = (...ids: readonly string[]) => ({
    actions: Object.fromEntries(
      ids.map((id, index) => [`Call${index}`, { type: 'Workflow', inputs: { host: { workflowReferenceName: id } } }]),
    ),
  })
  const turn = (tests: ReturnType<typeof organizationOfTests>, id: string, statecode: number) =>
    tests.send('PATCH', `workflows(${id})`, { body: { statecode } })
  const refusal = (code: string) => ({
    status: 400,
    body: { error: { code: '0x80060467', message: expect.stringContaining(`"code":"${code}"`) } },
  })

  it('waits for the flows that it calls to have been on once', () => {
    const tests = organizationOfTests()
    const [one, other] = [made(tests, {}), made(tests, {})]
    const [single, double] = [made(tests, calling(one)), made(tests, calling(one, other))]
    expect(turn(tests, single, 1)).toMatchObject(refusal('ChildFlowNeverPublished'))
    expect(turn(tests, double, 1)).toMatchObject(refusal('MultipleErrorsOccurred'))
    for (const id of [one, other]) for (const state of [1, 0]) expect(turn(tests, id, state).status).toBe(204)
    expect([turn(tests, single, 1).status, turn(tests, double, 1).status]).toEqual([204, 204])
  })

  it('wants a value, or a default, for each environment variable', () => {
    const tests = organizationOfTests()
    const variable = { schemaname: 'new_Site', displayname: 'Site', type: 100000000 }
    const definition = tests.idOf(tests.send('POST', 'environmentvariabledefinitions', { body: variable }))
    const id = made(tests, {
      parameters: { 'Site (new_Site)': { type: 'String', metadata: { schemaName: 'new_Site' } } },
    })
    expect(turn(tests, id, 1)).toMatchObject(refusal('XrmEnvironmentVariableAttributeNotFound'))
    const bind = { 'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${definition})` }
    tests.send('POST', 'environmentvariablevalues', { body: { value: 'https://contoso.example', ...bind } })
    expect(turn(tests, id, 1).status).toBe(204)
  })

  it('is judged again when its definition changes while it is on', () => {
    const tests = organizationOfTests()
    const id = made(tests, {})
    turn(tests, id, 1)
    const change = (definition: unknown) =>
      tests.send('PATCH', `workflows(${id})`, {
        body: {
          clientdata: JSON.stringify({
            properties: { connectionReferences: {}, definition },
            schemaVersion: '1.0.0.0',
          }),
        },
      })
    expect(change(calling('99999999-0000-4000-8000-000000000000'))).toMatchObject(refusal('ChildFlowNeverPublished'))
    expect(change({ actions: {} }).status).toBe(204)
    expect(tests.send('GET', `workflows(${id})`).body).toMatchObject({ statecode: 1 })
  })
})
