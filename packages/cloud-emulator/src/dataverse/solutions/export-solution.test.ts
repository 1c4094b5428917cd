import { readPackage } from '@sevenstep/flow-templates'
import { describe, expect, it } from 'vitest'
import { imported } from '../fixtures/imports-of-tests.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { sampleConnectorId, sampleFlowId, sampleVariable } from '../fixtures/sample-solution.ts'

describe('exporting a solution', () => {
  it('writes what was imported so that it can be read and imported again', () => {
    const tests = organizationOfTests()
    imported(tests, { managed: false, connector: true, version: '3.2.1.0' })
    const answer = tests.send('POST', 'ExportSolution', { body: { SolutionName: 'SampleFlows', Managed: true } })
    const file = String(Object(answer.body).ExportSolutionFile)
    const { package: read, problems } = readPackage(Buffer.from(file, 'base64'))
    expect(problems.filter(({ effect }) => effect !== 'none')).toEqual([])
    expect(read).toMatchObject({
      kind: 'solution',
      manifest: {
        uniqueName: 'SampleFlows',
        version: '3.2.1.0',
        managed: 'managed',
        publisher: { uniqueName: 'proseware', prefix: 'new' },
      },
      flows: [{ id: sampleFlowId, displayName: 'Greet' }],
      connectors: [{ id: sampleConnectorId, name: 'new_cars', displayName: 'Cars' }],
      environmentVariables: [{ schemaName: sampleVariable, defaultValue: 'Hello', type: 'string' }],
    })
    const second = organizationOfTests()
    expect(imported(second, {}, { CustomizationFile: file }).operation).toMatchObject({ statuscode: 30 })
    expect(Object.values(second.organization.tables.connectionreference ?? {})).toHaveLength(2)
  })

  it('goes on in the background, and gives its file afterwards', () => {
    const tests = organizationOfTests()
    imported(tests, { managed: false })
    const begun = tests.send('POST', 'ExportSolutionAsync', { body: { SolutionName: 'SampleFlows', Managed: false } })
    const body = { ExportJobId: Object(begun.body).ExportJobId }
    expect(tests.send('POST', 'DownloadSolutionExportData', { body }).status).toBe(400)
    tests.wait(10)
    expect(tests.send('POST', 'DownloadSolutionExportData', { body })).toMatchObject({
      status: 200,
      body: { ExportSolutionFile: expect.any(String) },
    })
  })

  it('is refused for managed and unknown solutions', () => {
    const tests = organizationOfTests()
    imported(tests)
    const send = (name: string) =>
      tests.send('POST', 'ExportSolution', { body: { SolutionName: name, Managed: false } }).status
    expect([send('SampleFlows'), send('Nothing')]).toEqual([400, 404])
  })
})
describe('a solution made by hand', () => {
  it('takes what is created for it, and is exported with it', () => {
    const tests = organizationOfTests()
    const publisher = Object.keys(tests.organization.tables.publisher ?? {})[0]
    const solution = {
      uniquename: 'ByHand',
      friendlyname: 'By hand',
      version: '1.0.0.0',
      'publisherid@odata.bind': `/publishers(${publisher})`,
    }
    expect(tests.send('POST', 'solutions', { body: solution }).status).toBe(204)
    const body = { schemaname: 'new_Made', displayname: 'Made', type: 100000000, defaultvalue: 'a < b & "c"' }
    const create = (name: string) =>
      tests.send('POST', 'environmentvariabledefinitions', { body, headers: { 'mscrm.solutionuniquename': name } })
        .status
    expect(create('Nothing')).toBe(400)
    expect(tests.organization.tables.environmentvariabledefinition).toEqual({})
    expect(create('ByHand')).toBe(204)
    const exported = tests.send('POST', 'ExportSolution', { body: { SolutionName: 'ByHand', Managed: false } })
    const read = readPackage(Buffer.from(String(Object(exported.body).ExportSolutionFile), 'base64')).package
    expect(read).toMatchObject({
      environmentVariables: [{ schemaName: 'new_Made', defaultValue: 'a < b & "c"' }],
      flows: [],
    })
  })
})
