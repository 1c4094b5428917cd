import { describe, expect, it } from 'vitest'
import {
  type Body,
  binding,
  flowState,
  imported,
  outlookOf,
  solutionsOf,
  variableValue,
} from '../fixtures/imports-of-tests.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { type SampleSolution, sampleFlowId, sampleReference, sampleSolution } from '../fixtures/sample-solution.ts'

describe('importing a solution', () => {
  it('brings its rows, binds what was given and turns on what was on', () => {
    const tests = organizationOfTests()
    const connection = outlookOf(tests)?.name ?? ''
    const parameters = { ComponentParameters: [binding(connection), variableValue('Good day')] }
    const { operation, result, job } = imported(tests, {}, parameters)
    expect(operation).toMatchObject({
      statecode: 3,
      statuscode: 30,
      operationtype: 203,
      dependencytoken: `SolutionOperation_${tests.organization.organizationId}`,
    })
    expect(result).toMatchObject({ SolutionOperationResult: { Status: 'Passed', WarningMessages: [] } })
    expect(job).toMatchObject({
      progress: 100,
      solutionname: 'SampleFlows',
      data: expect.stringContaining('<result result="success" errorcode="0"'),
    })
    expect(flowState(tests)).toMatchObject({ statecode: 1 })
    expect(
      tests.send('GET', `connectionreferences(connectionreferencelogicalname='${sampleReference}')`).body,
    ).toMatchObject({ connectionid: connection, ismanaged: true })
    expect(tests.send('GET', 'environmentvariablevalues?$select=value').body).toMatchObject({
      value: [{ value: 'Good day' }],
    })
    expect(solutionsOf(tests)).toEqual([['SampleFlows', '1.0.0.0', true]])
    expect(tests.send('GET', 'solutioncomponents?$filter=componenttype eq 29').body).toMatchObject({
      value: [{ objectid: sampleFlowId }],
    })
  })

  it.each<[string, Body, SampleSolution, string | undefined]>([
    ['nothing is bound', {}, {}, 'XrmConnectionReferenceMissingConnection'],
    ['flows are not to be turned on', { PublishWorkflows: false }, {}, undefined],
    ['it was off where it came from', {}, { flowOn: false }, undefined],
  ])('leaves the flow off where %s', (_name, more, wish, warning) => {
    const tests = organizationOfTests()
    const { result } = imported(tests, wish, more)
    expect(flowState(tests)).toMatchObject({ statecode: 0 })
    expect(result).toMatchObject({
      SolutionOperationResult: {
        Status: 'Passed',
        WarningMessages: warning === undefined ? [] : [expect.stringContaining(warning)],
      },
    })
  })

  it.each<[string, SampleSolution, Body, string]>([
    [
      'a connection that does not exist',
      {},
      { ComponentParameters: [binding('shared_office365/abc')] },
      'was not found',
    ],
    ['a lower version', { version: '0.9.0.0' }, {}, 'must have a higher version'],
    ['another mode', { managed: false }, {}, 'attempting to install it in unmanaged mode'],
    [
      'another publisher',
      { version: '1.0.0.1', publisher: 'somebody' },
      {},
      'publisher name cannot be changed from proseware to somebody',
    ],
    [
      'something that is missing',
      {
        uniqueName: 'Other',
        missing:
          '<MissingDependency><Required type="29" id="{99999999-0000-4000-8000-000000000000}" displayName="Child" solution="Base (1.0)" /><Dependent type="29" displayName="Greet" /></MissingDependency>',
      },
      {},
      'Some dependencies are missing',
    ],
  ])('fails and keeps nothing of it with %s', (_name, wish, more, words) => {
    const tests = organizationOfTests()
    imported(tests)
    const before = JSON.stringify([tests.organization.tables.workflow, tests.organization.claims, solutionsOf(tests)])
    const { operation, result, job } = imported(tests, wish, more)
    expect(operation).toMatchObject({ statecode: 3, statuscode: 31, friendlymessage: expect.stringContaining(words) })
    expect(result).toMatchObject({
      SolutionOperationResult: { Status: 'Failed', ErrorMessages: [expect.stringContaining(words)] },
    })
    expect(job).toMatchObject({ data: expect.stringContaining('<result result="failure" errorcode="0x8004') })
    expect(JSON.stringify([tests.organization.tables.workflow, tests.organization.claims, solutionsOf(tests)])).toBe(
      before,
    )
  })

  it('needs a connection that may be shared on', () => {
    const tests = organizationOfTests()
    const connection = outlookOf(tests)
    const shares = connection?.permissions ?? []
    for (const share of shares) if (share.principalType === 'ServicePrincipal') share.roleName = 'CanView'
    const { operation } = imported(tests, {}, { ComponentParameters: [binding(connection?.name ?? '')] })
    expect(operation).toMatchObject({
      statuscode: 31,
      message: expect.stringContaining('at least Can use + share Permission'),
    })
  })

  it('is refused while another runs, and taken again afterwards', () => {
    const tests = organizationOfTests()
    const body = {
      OverwriteUnmanagedCustomizations: false,
      PublishWorkflows: false,
      CustomizationFile: sampleSolution(),
    }
    expect(tests.send('POST', 'ImportSolutionAsync', { body }).status).toBe(200)
    expect(tests.send('POST', 'ImportSolutionAsync', { body })).toMatchObject({
      status: 429,
      body: {
        error: {
          code: '0x80071151',
          message:
            'Cannot start another [Import] because there is a previous [Import] running at this moment. Use Solution History for more details.',
        },
      },
    })
    expect(tests.send('POST', 'PublishAllXml', { body: {} })).toMatchObject({
      status: 429,
      body: { error: { message: expect.stringContaining('[PublishAll] because there is another [Import]') } },
    })
    tests.wait(60)
    expect(tests.send('POST', 'PublishAllXml', { body: {} }).status).toBe(204)
    expect(tests.send('POST', 'ImportSolutionAsync', { body }).status).toBe(200)
  })

  it('does not go over what somebody changed by hand, unless told to', () => {
    const tests = organizationOfTests()
    const name = () => tests.send('GET', `workflows(${sampleFlowId})?$select=name`).body
    imported(tests)
    tests.send('PATCH', `workflows(${sampleFlowId})`, { body: { name: 'Ours' } })
    imported(tests, { version: '1.0.0.1' })
    expect(name()).toMatchObject({ name: 'Ours' })
    imported(tests, { version: '1.0.0.2' }, { OverwriteUnmanagedCustomizations: true })
    expect(name()).toMatchObject({ name: 'Greet' })
  })

  it('meets what an unmanaged solution left behind', () => {
    const tests = organizationOfTests()
    imported(tests, { managed: false })
    const [solution] = Object.values(tests.organization.tables.solution ?? {}).filter(
      ({ uniquename }) => uniquename === 'SampleFlows',
    )
    expect(tests.send('DELETE', `solutions(${solution?.solutionid})`).status).toBe(204)
    expect(flowState(tests)).toMatchObject({ workflowid: sampleFlowId })
    expect(imported(tests).operation).toMatchObject({ message: expect.stringContaining('unmanaged base instance') })
  })
})

describe('actions that answer when they are done', () => {
  const options = { OverwriteUnmanagedCustomizations: false, PublishWorkflows: false }

  it('import, upgrade and promote at once', () => {
    const tests = organizationOfTests()
    const send = (action: string, wish: SampleSolution, more: Body = {}) =>
      tests.send('POST', action, { body: { ...options, CustomizationFile: sampleSolution(wish), ...more } }).status
    const ImportJobId = '77777777-0000-4000-8000-000000000007'
    expect(send('ImportSolution', {}, { ImportJobId })).toBe(204)
    expect(tests.send('GET', `importjobs(${ImportJobId})`).body).toMatchObject({
      progress: 100,
      solutionname: 'SampleFlows',
    })
    expect(send('ImportSolution', {}, { ImportJobId })).toBe(412)
    expect(send('StageAndUpgrade', { version: '1.1.0.0' })).toBe(204)
    expect(send('ImportSolution', { version: '1.2.0.0', withoutFlow: true }, { HoldingSolution: true })).toBe(204)
    const promoted = tests.send('POST', 'DeleteAndPromote', { body: { UniqueName: 'SampleFlows' } })
    expect(promoted).toMatchObject({ status: 200, body: { SolutionId: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    expect(solutionsOf(tests)).toEqual([['SampleFlows', '1.2.0.0', true]])
  })

  it('refuse what is wrong with its code, and keep nothing', () => {
    const tests = organizationOfTests()
    tests.send('POST', 'ImportSolution', { body: { ...options, CustomizationFile: sampleSolution() } })
    const before = JSON.stringify({ ...tests.organization, version: 0 })
    const send = (action: string, body: Body) => tests.send('POST', action, { body: { ...options, ...body } })
    expect(send('ImportSolution', { CustomizationFile: sampleSolution({ managed: false }) })).toMatchObject({
      status: 400,
      body: { error: { code: '0x80048041' } },
    })
    expect(send('ImportSolution', { CustomizationFile: 'no zip' })).toMatchObject({
      status: 400,
      body: { error: { code: '0x8004801e' } },
    })
    expect(send('ImportSolution', {})).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('has to be given') } },
    })
    expect(send('ImportSolutionAsync', { ImportJobId: 'no id' })).toMatchObject({ status: 400 })
    expect(send('DeleteAndPromote', { UniqueName: 'SampleFlows' })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("'SampleFlows_Upgrade' does not exist") } },
    })
    expect(JSON.stringify({ ...tests.organization, version: 0 })).toBe(before)
  })
})
