import { describe, expect, it } from 'vitest'
import { mustRead, mustReadExport, mustReadSolution, zipOf } from '../fixtures/read.ts'
import { sampleDefinition } from '../fixtures/sample-definition.ts'
import { exportFiles, exportKeys } from '../fixtures/sample-export.ts'
import { solutionFiles, unpackedFiles, workflowFile, workflowId } from '../fixtures/sample-solution.ts'
import { readPackage } from './read-package.ts'

describe('an export', () => {
  const forms = [
    ['zip', zipOf(exportFiles())],
    ['folder', exportFiles()],
  ] as const

  it.each(forms)('is read from a %s without a problem', (form, input) => {
    const { package: read, problems } = readPackage(input, { name: 'cars.zip' })
    expect(problems).toEqual([])
    expect([read?.kind, read?.form, read?.name, read?.lost]).toEqual(['export', form, 'cars.zip', []])
  })

  it('has its manifest, resources and flow', () => {
    const { manifest, resources, flows } = mustReadExport(exportFiles())
    expect({ ...manifest, file: manifest.file.path }).toEqual({
      file: 'manifest.json',
      schema: '1.0',
      displayName: 'Cars of the day',
      description: 'Lists cars.',
      createdTime: '2026-01-02T03:04:05.6789012Z',
      creator: 'N/A',
      packageTelemetryId: '66666666-6666-4666-8666-666666666666',
      sourceEnvironment: '',
    })
    expect(resources.map(({ key, type }) => [key, type])).toEqual([
      [exportKeys.flow, 'Microsoft.Flow/flows'],
      [exportKeys.api, 'Microsoft.PowerApps/apis'],
      [exportKeys.connection, 'Microsoft.PowerApps/apis/connections'],
      [exportKeys.otherApi, 'Microsoft.PowerApps/apis'],
      [exportKeys.otherConnection, 'Microsoft.PowerApps/apis/connections'],
    ])
    expect(resources[1]).toEqual({
      key: exportKeys.api,
      type: 'Microsoft.PowerApps/apis',
      displayName: 'Contoso cars',
      suggestedCreationType: 'Existing',
      creationTypes: [],
      configurableBy: 'System',
      hierarchy: 'Child',
      dependsOn: [],
      id: '/providers/Microsoft.PowerApps/apis/shared_contoso-20cars',
      name: 'shared_contoso-20cars',
      iconUri: 'https://contoso.example/icon.png',
      pointer: `/resources/${exportKeys.api}`,
    })
    expect(resources[0]?.creationTypes).toEqual(['Existing', 'New', 'Update'])
    const [flow] = flows
    expect([flow?.id, flow?.displayName, flow?.originalName, flow?.isDeclared]).toEqual([
      exportKeys.flow,
      'Cars of the day',
      '77777777-7777-4777-8777-777777777777',
      true,
    ])
    expect(flow?.definition).toEqual(sampleDefinition)
  })

  it('has its connection references with the resources they stand for', () => {
    const [flow] = mustReadExport(exportFiles()).flows
    expect(flow?.connectionReferences).toEqual([
      {
        key: 'shared_contoso-20cars',
        apiName: 'shared_contoso-20cars',
        apiId: '/providers/Microsoft.PowerApps/apis/shared_contoso-20cars',
        source: 'embedded',
        connectionName: 'aaaabbbbccccddddeeeeffff00001111',
        tier: 'NotSpecified',
        resources: { api: exportKeys.api, connection: exportKeys.connection },
        form: 'flow-api',
        written: {
          connectionName: 'aaaabbbbccccddddeeeeffff00001111',
          source: 'Embedded',
          id: '/providers/Microsoft.PowerApps/apis/shared_contoso-20cars',
          tier: 'NotSpecified',
        },
      },
      expect.objectContaining({ key: 'shared_office365', source: 'invoker', form: 'flow-api' }),
    ])
  })
})

describe('a solution', () => {
  const forms = [
    ['packed', 'zip', zipOf(solutionFiles())],
    ['packed', 'folder', solutionFiles()],
    ['unpacked', 'folder', unpackedFiles()],
  ] as const

  it.each(forms)('is read %s from a %s, with only its byte-order mark to mention', (layout, form, input) => {
    const { package: read, problems } = readPackage(input)
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['json-byte-order-mark', workflowFile]])
    expect([read?.kind, read?.form]).toEqual(['solution', form])
    expect(read?.kind === 'solution' && read.layout).toBe(layout)
  })

  it.each(forms)('%s in a %s tells what it is', (layout, _, input) => {
    const { file, ...manifest } = mustReadSolution(input).manifest
    expect(file.path).toBe(layout === 'packed' ? 'solution.xml' : 'Other/Solution.xml')
    expect(manifest).toEqual({
      uniqueName: 'ContosoCars',
      displayName: 'Contoso & cars',
      description: '',
      version: '1.2.0.3',
      parsedVersion: [1, 2, 0, 3],
      managed: layout === 'packed' ? 'unmanaged' : 'both',
      publisher: { uniqueName: 'contoso', displayName: 'Contoso Ltd', prefix: 'cts', optionValuePrefix: '12345' },
      rootComponents: [
        { type: '29', id: workflowId, behavior: '0' },
        { type: '372', id: '99999999-9999-4999-8999-999999999999', schemaName: 'cts_contoso-20cars', behavior: '0' },
      ],
      missingDependencies: [
        {
          required: {
            type: '1',
            schemaName: 'account',
            displayName: 'Account',
            solution: 'msdynce_Base',
            solutionVersion: '9.0.1.2',
          },
          dependent: { type: '29', displayName: 'Cars', id: workflowId },
        },
      ],
    })
  })

  it.each(forms)('%s in a %s has its flow with references of both kinds', (_, __, input) => {
    const [flow] = mustReadSolution(input).flows
    expect([flow?.id, flow?.displayName, flow?.description, flow?.isDeclared, flow?.file.path]).toEqual([
      workflowId,
      'Cars "of" the day',
      'Lists cars.',
      true,
      workflowFile,
    ])
    expect(flow?.columns.get('StateCode')).toBe('1')
    expect(flow?.definition).toEqual(sampleDefinition)
    expect(flow?.connectionReferences.map(({ written: _, ...reference }) => reference)).toEqual([
      {
        key: 'shared_contoso-20cars',
        apiName: 'shared_contoso-20cars',
        apiId: '/providers/Microsoft.PowerApps/apis/shared_contoso-20cars',
        source: 'embedded',
        logicalName: 'cts_cars',
        form: 'solution',
      },
      {
        key: 'shared_office365',
        apiName: 'shared_office365',
        apiId: '/providers/Microsoft.PowerApps/apis/shared_office365',
        source: 'invoker',
        connectionName: 'shared-office365-1',
        form: 'solution',
      },
    ])
  })

  it.each(forms)('%s in a %s has its connection references, variables and connectors', (_, __, input) => {
    const { connectionReferences, environmentVariables, connectors } = mustReadSolution(input)
    expect(connectionReferences).toEqual([
      {
        logicalName: 'cts_cars',
        displayName: 'Cars',
        description: '',
        connectorId: '/providers/Microsoft.PowerApps/apis/shared_contoso-20cars',
        apiName: 'shared_contoso-20cars',
        customConnectorId: '99999999-9999-4999-8999-999999999999',
        promptingBehavior: '0',
      },
      {
        logicalName: 'cts_mail',
        displayName: 'Mail',
        description: 'For sending',
        connectorId: '/providers/Microsoft.PowerApps/apis/shared_office365',
        apiName: 'shared_office365',
      },
    ])
    const folder = 'environmentvariabledefinitions/cts_site'
    expect(environmentVariables).toEqual([
      {
        schemaName: 'cts_site',
        displayName: 'Site',
        description: '',
        type: 'string',
        defaultValue: 'https://contoso.example',
        isRequired: true,
        currentValues: [{ value: 'https://test.contoso.example', id: '88888888-8888-4888-8888-888888888888' }],
        path: `${folder}/environmentvariabledefinition.xml`,
        valuesPath: `${folder}/environmentvariablevalues.json`,
      },
    ])
    const [connector] = connectors
    expect([connector?.name, connector?.displayName, connector?.id, connector?.iconBrandColor]).toEqual([
      'cts_contoso-20cars',
      'Contoso cars',
      '99999999-9999-4999-8999-999999999999',
      '#123456',
    ])
    expect(
      [...(connector?.parts ?? [])].map(([part, { bytes, file }]) => [part, bytes.length, file?.json.root?.kind]),
    ).toEqual([
      ['openapidefinition', 17, 'object'],
      ['policytemplateinstances', 4, 'null'],
      ['iconblob', 4, undefined],
    ])
  })

  it('keeps what it does not understand', () => {
    const { files } = mustRead(zipOf(solutionFiles()))
    expect(files.filter(({ role }) => role === 'other').map(({ path }) => path)).toEqual([
      'CanvasApps/cts_app_DocumentUri.msapp',
      '[Content_Types].xml',
    ])
  })
})
