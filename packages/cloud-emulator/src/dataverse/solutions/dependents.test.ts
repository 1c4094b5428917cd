import { expect, it } from 'vitest'
import { imported } from '../fixtures/imports-of-tests.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { sampleConnectorId, sampleFlowId, sampleReference } from '../fixtures/sample-solution.ts'

it.each([
  [
    'a connection reference that a flow uses',
    `connectionreferences(connectionreferencelogicalname='${sampleReference}')`,
    'connectionreference',
  ],
  ['a connector that a reference is for', `connectors(${sampleConnectorId})`, 'connector'],
])('%s is not deleted before what needs it', (_name, address, type) => {
  const tests = organizationOfTests()
  imported(tests, { managed: false, connector: true })
  expect(tests.send('DELETE', address)).toMatchObject({
    status: 400,
    body: {
      error: {
        code: '0x8004f01f',
        message: expect.stringMatching(new RegExp(`^The ${type}\\(.*referenced by 1 other components`)),
      },
    },
  })
  tests.send('DELETE', `workflows(${sampleFlowId})`)
  tests.send('DELETE', "connectionreferences(connectionreferencelogicalname='new_sharedcars_1')")
  expect(tests.send('DELETE', address).status).toBe(204)
})

it('variables and called flows are not deleted before the flow that needs them', () => {
  const tests = organizationOfTests()
  const variable = tests.idOf(
    tests.send('POST', 'environmentvariabledefinitions', {
      body: { schemaname: 'new_Site', displayname: 'Site', type: 100000000 },
    }),
  )
  const flow = (definition: unknown) => {
    const clientdata = JSON.stringify({
      properties: { connectionReferences: {}, definition },
      schemaVersion: '1.0.0.0',
    })
    return tests.idOf(tests.send('POST', 'workflows', { body: { category: 5, name: 'Flow', type: 1, clientdata } }))
  }
  const child = flow({})
  const parent = flow({
    parameters: { 'Site (new_Site)': { type: 'String', metadata: { schemaName: 'NEW_site' } } },
    actions: { Call: { type: 'Workflow', inputs: { host: { workflowReferenceName: child.toUpperCase() } } } },
  })
  const remove = (address: string) => tests.send('DELETE', address).status
  const both = [`workflows(${child})`, `environmentvariabledefinitions(${variable})`]
  expect(both.map(remove)).toEqual([400, 400])
  expect(remove(`workflows(${parent})`)).toBe(204)
  expect(both.map(remove)).toEqual([204, 204])
})
