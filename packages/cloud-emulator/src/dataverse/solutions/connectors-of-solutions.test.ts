import { describe, expect, it } from 'vitest'
import { imported } from '../fixtures/imports-of-tests.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { sampleConnectorId } from '../fixtures/sample-solution.ts'

describe('connectors of solutions', () => {
  it('show on the Power Apps plane, and their references lead to them there', () => {
    const tests = organizationOfTests()
    imported(tests, { connector: true })
    const [connector] = Object.values(tests.environment.connectors)
    expect(connector).toMatchObject({
      name: expect.stringMatching(/^shared_new-5fcars-5f[0-9a-f]{16}$/),
      displayName: 'Cars',
      connectorRow: sampleConnectorId,
      definition: { swagger: '2.0' },
    })
    expect(
      tests.send('GET', "connectionreferences(connectionreferencelogicalname='new_sharedcars_1')").body,
    ).toMatchObject({
      connectorid: `/providers/Microsoft.PowerApps/apis/${connector?.name}`,
      _customconnectorid_value: sampleConnectorId,
    })
  })

  it('are made by a row alone too, and change with it', () => {
    const tests = organizationOfTests()
    const body = { name: 'new_cars', displayname: 'Cars', connectortype: 1, openapidefinition: '{"swagger":"2.0"}' }
    const id = tests.idOf(tests.send('POST', 'connectors', { body }))
    tests.send('PATCH', `connectors(${id})`, { body: { displayname: 'Lorries' } })
    expect(Object.values(tests.environment.connectors)).toMatchObject([{ displayName: 'Lorries' }])
    tests.send('DELETE', `connectors(${id})`)
    expect(tests.environment.connectors).toEqual({})
  })
})

describe('a client secret of a connector', () => {
  it('is kept nowhere; that it was given is known', () => {
    const tests = organizationOfTests()
    const secret = 'not-a-secret-of-these-tests'
    const connectionparameters = JSON.stringify({
      token: { type: 'oauthSetting', oAuthSettings: { clientId: 'c', clientSecret: secret } },
    })
    const body = {
      name: 'new_cars',
      displayname: 'Cars',
      connectortype: 1,
      openapidefinition: '{}',
      connectionparameters,
    }
    const headers = { prefer: 'return=representation' }
    const made = tests.send('POST', 'connectors', { body, headers })
    tests.send('PATCH', `connectors(${tests.idOf(made)})`, { body: { connectionparameters } })
    expect(made).toMatchObject({
      status: 201,
      body: { connectionparameters: expect.stringContaining('"clientId":"c"') },
    })
    expect(Object.values(tests.environment.connectors)).toMatchObject([{ secretStored: true }])
    expect(JSON.stringify([made, tests.organization, tests.environment])).not.toContain(secret)
  })
})
