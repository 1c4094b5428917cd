import { readPackage } from '@sevenstep/flow-templates'
import { describe, expect, it } from 'vitest'
import { type OrganizationOfTests, organizationOfTests } from '../fixtures/organization-of-tests.ts'
import {
  type SampleSolution,
  sampleConnectorId,
  sampleFlowId,
  sampleReference,
  sampleSolution,
  sampleVariable,
} from '../fixtures/sample-solution.ts'

type Body = Record<string, unknown>

/** The seed shares this connection with the deploying application. */
const outlookOf = ({ environment }: OrganizationOfTests) =>
  Object.values(environment.connections).find(({ connector }) => connector === 'shared_office365')

const binding = (connectionid: string, reference = sampleReference) => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.connectionreference',
  connectionreferencelogicalname: reference,
  connectionid,
})

const variableValue = (value: string) => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.environmentvariablevalue',
  schemaname: sampleVariable,
  value,
})

/** Imports to the end and gives the asyncoperation and the result. */
function imported(
  tests: OrganizationOfTests,
  wish: SampleSolution = {},
  more: Body = {},
  action = 'ImportSolutionAsync',
) {
  const body = {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    CustomizationFile: sampleSolution(wish),
    ...more,
  }
  const begun = tests.send('POST', action, { body })
  // What these two actions answer with when they succeed.
  const { AsyncOperationId, ImportJobKey } = begun.body as { AsyncOperationId: string; ImportJobKey: string }
  tests.wait(60)
  const operation = tests.send('GET', `asyncoperations(${AsyncOperationId})`).body
  const result = tests.send('GET', `RetrieveSolutionImportResult(ImportJobId=${ImportJobKey})`).body
  return { operation, result, job: tests.send('GET', `importjobs(${ImportJobKey})`).body }
}

const flowState = (tests: OrganizationOfTests) => tests.send('GET', `workflows(${sampleFlowId})?$select=statecode`).body
const solutionsOf = ({ organization }: OrganizationOfTests) =>
  Object.values(organization.tables.solution ?? {})
    .filter(({ uniquename }) => uniquename !== 'Active' && uniquename !== 'Default')
    .map(({ uniquename, version, ismanaged }) => [uniquename, version, ismanaged])

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

describe('staging a solution', () => {
  const staged = (tests: OrganizationOfTests, file: string) => {
    const answer = tests.send('POST', 'StageSolution', { body: { CustomizationFile: file } })
    return Object(answer.body).StageSolutionResults
  }

  it('tells what is there and what would come, and imports nothing', () => {
    const tests = organizationOfTests()
    imported(tests)
    const before = JSON.stringify(tests.organization.tables)
    expect(staged(tests, sampleSolution({ version: '1.1.0.0', connector: true }))).toMatchObject({
      StageSolutionStatus: 'Passed',
      SolutionDetails: {
        SolutionVersion: '1.1.0.0',
        PreviousSolutionVersion: '1.0.0.0',
        IsManaged: true,
        IsPatchSolution: false,
        HasPendingUpgrade: false,
        PublisherUniqueName: 'proseware',
      },
      SolutionComponentsDetails: expect.arrayContaining([
        expect.objectContaining({ ComponentName: 'Greet', ComponentTypeName: 'Workflow', IsPresentInOrg: 'True' }),
        expect.objectContaining({ ComponentName: 'Cars', ComponentTypeName: 'connector', IsPresentInOrg: 'False' }),
      ]),
    })
    expect(JSON.stringify(tests.organization.tables)).toBe(before)
  })

  it('lists what is missing, declared or not', () => {
    const tests = organizationOfTests()
    const missing =
      '<MissingDependency><Required type="380" schemaName="new_Base" solution="Base (2.0.0.0)" /><Dependent type="29" displayName="Greet" /></MissingDependency>'
    expect(staged(tests, sampleSolution({ missing }))).toMatchObject({
      StageSolutionStatus: 'Failed',
      MissingDependencies: [
        {
          RequiredComponentSchemaName: 'new_Base',
          RequiredComponentTypeName: 'environmentvariabledefinition',
          RequiredSolutionName: 'Base (2.0.0.0)',
        },
      ],
      SolutionValidationResults: [{ SolutionValidationResultType: 'Error', ErrorCode: -2147188707 }],
    })
  })

  it.each([
    ['no base64', '%%%'],
    ['no zip', Buffer.from('no zip').toString('base64')],
    ['nothing', ''],
  ])('fails for %s', (_name, file) => {
    expect(staged(organizationOfTests(), file)).toMatchObject({
      StageSolutionStatus: 'Failed',
      SolutionValidationResults: [{ Message: expect.stringContaining('The solution file is invalid') }],
    })
  })

  it('gives an upload that an import can name', () => {
    const tests = organizationOfTests()
    const { StageSolutionUploadId } = staged(tests, sampleSolution())
    const body = { CustomizationFile: undefined, SolutionParameters: { StageSolutionUploadId } }
    expect(imported(tests, {}, body).operation).toMatchObject({ statuscode: 30 })
    const unknown = {
      OverwriteUnmanagedCustomizations: false,
      PublishWorkflows: false,
      SolutionParameters: { StageSolutionUploadId: sampleFlowId },
    }
    expect(tests.send('POST', 'ImportSolutionAsync', { body: unknown })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('no staged solution') } },
    })
  })
})

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
