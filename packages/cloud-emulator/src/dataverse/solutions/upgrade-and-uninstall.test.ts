import { describe, expect, it } from 'vitest'
import { binding, imported, outlookOf, solutionsOf } from '../fixtures/imports-of-tests.ts'
import { type OrganizationOfTests, organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { sampleFlowId, sampleReference } from '../fixtures/sample-solution.ts'

describe('upgrading a solution', () => {
  it('removes in one go what the new version no longer brings', () => {
    const tests = organizationOfTests()
    imported(tests)
    const { operation } = imported(tests, { version: '2.0.0.0', withoutFlow: true }, {}, 'StageAndUpgradeAsync')
    expect(operation).toMatchObject({ statuscode: 30, operationtype: 211 })
    expect(solutionsOf(tests)).toEqual([['SampleFlows', '2.0.0.0', true]])
    expect(tests.send('GET', `workflows(${sampleFlowId})`).status).toBe(404)
  })

  it('holds the new version until it is promoted', () => {
    const tests = organizationOfTests()
    imported(tests)
    imported(tests, { version: '2.0.0.0', withoutFlow: true }, { HoldingSolution: true })
    expect(solutionsOf(tests)).toEqual([
      ['SampleFlows', '1.0.0.0', true],
      ['SampleFlows_Upgrade', '2.0.0.0', true],
    ])
    expect(tests.send('GET', `workflows(${sampleFlowId})`).status).toBe(200)
    expect(imported(tests, { version: '2.0.0.1' }).operation).toMatchObject({ errorcode: 0x80048539 | 0 })
    const begun = tests.send('POST', 'DeleteAndPromoteAsync', { body: { UniqueName: 'SampleFlows' } })
    tests.wait(30)
    expect(tests.send('GET', `asyncoperations(${Object(begun.body).AsyncOperationId})`).body).toMatchObject({
      statuscode: 30,
      operationtype: 207,
    })
    expect(solutionsOf(tests)).toEqual([['SampleFlows', '2.0.0.0', true]])
    expect(tests.send('GET', `workflows(${sampleFlowId})`).status).toBe(404)
    expect(tests.send('POST', 'DeleteAndPromoteAsync', { body: { UniqueName: 'SampleFlows' } }).status).toBe(404)
  })

  it('wants a higher version, and takes patches along', () => {
    const tests = organizationOfTests()
    imported(tests)
    expect(imported(tests, {}, { HoldingSolution: true }).operation).toMatchObject({
      message: expect.stringContaining('higher version'),
    })
    imported(tests, { uniqueName: 'SampleFlows_Patch_1a2b', version: '1.0.1.0' })
    expect(solutionsOf(tests)).toHaveLength(2)
    imported(tests, { version: '2.0.0.0' }, {}, 'StageAndUpgradeAsync')
    expect(solutionsOf(tests)).toEqual([['SampleFlows', '2.0.0.0', true]])
  })
})

describe('removing a solution', () => {
  const remove = (tests: OrganizationOfTests, name: string) => {
    const row = Object.values(tests.organization.tables.solution ?? {}).find(({ uniquename }) => uniquename === name)
    return tests.send('DELETE', `solutions(${row?.solutionid})`)
  }

  it('takes the rows of a managed one along, flows that are on too', () => {
    const tests = organizationOfTests()
    imported(tests, { connector: true }, { ComponentParameters: [binding(outlookOf(tests)?.name ?? '')] })
    expect(Object.keys(tests.environment.connectors)).toHaveLength(1)
    expect(tests.send('DELETE', `workflows(${sampleFlowId})`)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('managed') } },
    })
    expect(remove(tests, 'SampleFlows').status).toBe(204)
    for (const table of ['workflow', 'connectionreference', 'environmentvariabledefinition', 'connector']) {
      expect(tests.organization.tables[table]).toEqual({})
    }
    expect(tests.environment.connectors).toEqual({})
    expect(tests.organization.claims).toEqual([])
  })

  it('keeps rows that another solution has too', () => {
    const tests = organizationOfTests()
    imported(tests)
    imported(tests, { uniqueName: 'Second' })
    remove(tests, 'SampleFlows')
    expect(tests.send('GET', `workflows(${sampleFlowId})`).status).toBe(200)
    remove(tests, 'Second')
    expect(tests.send('GET', `workflows(${sampleFlowId})`).status).toBe(404)
  })

  it('is refused where something else needs a part of it', () => {
    const tests = organizationOfTests()
    imported(tests)
    const clientdata = JSON.stringify({
      properties: {
        connectionReferences: {
          a: { connection: { connectionReferenceLogicalName: sampleReference }, api: { name: 'shared_office365' } },
        },
        definition: {},
      },
    })
    tests.send('POST', 'workflows', { body: { category: 5, name: 'Mine', type: 1, primaryentity: 'none', clientdata } })
    expect(remove(tests, 'SampleFlows')).toMatchObject({
      status: 400,
      body: { error: { code: '0x8004f01f', message: expect.stringMatching(/DependencyCount : 1 .*ObjectName: Mine/) } },
    })
    expect(tests.send('GET', `workflows(${sampleFlowId})`).status).toBe(200)
  })

  it.each(['Default', 'Active'])('is refused for %s', (name) => {
    expect(remove(organizationOfTests(), name).status).toBe(400)
  })
})
