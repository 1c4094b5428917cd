import { readFileSync } from 'node:fs'
import { dataverseOperations } from '@sevenstep/cloud-access/operations'
import { DynamicsWebApi } from 'dynamics-web-api'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  sampleFlowId,
  sampleReference,
  sampleSolution,
  sampleVariable,
} from '../../src/dataverse/fixtures/sample-solution.ts'
import { emulatorOfTests, tokenFor } from '../../src/fixtures/emulator-of-tests.ts'
import { defaultEntrance } from '../../src/seed/default-seed.ts'
import type { RunningEmulator } from '../../src/start-emulator.ts'

const host = 'https://orgfabrikam.crm4.dynamics.com'

let emulator: RunningEmulator
let client: DynamicsWebApi

beforeAll(async () => {
  emulator = await emulatorOfTests()
  const token = await tokenFor(emulator, { scope: `${host}/.default` })
  client = new DynamicsWebApi({
    serverUrl: `${emulator.url}/https/${host.replace('https://', '')}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: async () => token,
  })
})

const flow = (name: string) => ({
  category: 5,
  name,
  type: 1,
  primaryentity: 'none',
  clientdata: JSON.stringify({
    properties: { connectionReferences: {}, definition: { triggers: {}, actions: {} } },
    schemaVersion: '1.0.0.0',
  }),
})

/** The client answers with objects whose shape is only known here. */
type Rows = { value: Record<string, unknown>[]; oDataCount?: number; oDataNextLink?: string }

describe('dynamics-web-api, unchanged, over plain HTTP', () => {
  it('learns who it is', async () => {
    const who = await client.callFunction({ name: 'WhoAmI' })
    expect(who).toMatchObject({ OrganizationId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })

  it('creates, reads and removes a row', async () => {
    const id: string = await client.create({ collection: 'workflows', data: flow('By the client') })
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const row = await client.retrieve({
      collection: 'workflows',
      key: id,
      select: ['name', 'statecode'],
      includeAnnotations: '*',
    })
    expect(row).toMatchObject({
      name: 'By the client',
      statecode: 0,
      'statecode@OData.Community.Display.V1.FormattedValue': 'Draft',
    })
    await client.deleteRecord({ collection: 'workflows', key: id })
    await expect(client.retrieve({ collection: 'workflows', key: id })).rejects.toMatchObject({
      status: 404,
      code: '0x80040217',
    })
  })

  it('updates only the version it read', async () => {
    const made = await client.create<Record<string, unknown>>({
      collection: 'workflows',
      data: flow('First'),
      returnRepresentation: true,
    })
    const [key, ifmatch] = [String(made.workflowid), String(made['@odata.etag'])]
    expect(await client.update({ collection: 'workflows', key, data: { name: 'Second' }, ifmatch })).toBe(true)
    expect(await client.update({ collection: 'workflows', key, data: { name: 'Third' }, ifmatch })).toBe(false)
    expect(await client.retrieve({ collection: 'workflows', key })).toMatchObject({ name: 'Second' })
  })

  it('turns pages, filters and expands', async () => {
    for (const number of [1, 2, 3, 4, 5]) {
      await client.create({
        collection: 'environmentvariabledefinitions',
        data: { schemaname: `new_paged${number}`, displayname: `Paged ${number}`, type: 100000000 },
      })
    }
    const query = {
      collection: 'environmentvariabledefinitions',
      filter: "startswith(schemaname,'new_paged')",
      orderBy: ['schemaname desc'],
      count: true,
    }
    const first: Rows = await client.retrieveMultiple({ ...query, maxPageSize: 2 })
    expect(first).toMatchObject({ oDataCount: 5, value: [{ schemaname: 'new_paged5' }, { schemaname: 'new_paged4' }] })
    const all: Rows = await client.retrieveAll({ ...query, maxPageSize: 2 })
    expect(all.value.map(({ schemaname }) => schemaname)).toEqual([5, 4, 3, 2, 1].map((number) => `new_paged${number}`))
    const solutions: Rows = await client.retrieveMultiple({
      collection: 'solutions',
      filter: "uniquename eq 'Default'",
      expand: [{ property: 'publisherid', select: ['uniquename'] }],
    })
    expect(solutions.value).toMatchObject([
      { uniquename: 'Default', publisherid: { uniquename: expect.stringMatching(/^DefaultPublisher/) } },
    ])
  })

  it('sends batches', async () => {
    client.startBatch()
    client.create({ collection: 'workflows', data: flow('In a batch'), contentId: '1' })
    client.retrieveMultiple({ collection: 'roles', select: ['name'] })
    const [id, roles]: unknown[] = await client.executeBatch()
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(roles).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ name: 'System Administrator' })]),
    })
  })

  it('gives and takes roles', async () => {
    const users: Rows = await client.retrieveMultiple({ collection: 'systemusers', filter: 'applicationid ne null' })
    const roles: Rows = await client.retrieveMultiple({ collection: 'roles', filter: "name eq 'Basic User'" })
    const [user, role] = [String(users.value[0]?.systemuserid), String(roles.value[0]?.roleid)]
    const link = {
      collection: 'systemusers',
      primaryKey: user,
      relationshipName: 'systemuserroles_association',
    } as const
    await client.associate({ ...link, relatedCollection: 'roles', relatedKey: role })
    const named = async () => {
      const row = await client.retrieve<{ systemuserroles_association: { name: string }[] }>({
        collection: 'systemusers',
        key: user,
        expand: [{ property: 'systemuserroles_association', select: ['name'] }],
      })
      return row.systemuserroles_association.map(({ name }) => name)
    }
    expect(await named()).toContain('Basic User')
    await client.disassociate({ ...link, relatedKey: role })
    expect(await named()).not.toContain('Basic User')
  })

  it('stages a solution, imports it and follows the work to its end', async () => {
    const staged = await client.callAction<Record<string, Record<string, unknown>>>({
      actionName: 'StageSolution',
      action: { CustomizationFile: sampleSolution() },
    })
    expect(staged.StageSolutionResults).toMatchObject({
      StageSolutionStatus: 'Passed',
      MissingDependencies: [],
      SolutionDetails: { SolutionUniqueName: 'SampleFlows', IsManaged: true, PreviousSolutionVersion: null },
    })
    const connections: Rows['value'] = Object.values(
      emulator.store.state.tenants[defaultEntrance.tenant]?.environments ?? {},
    ).flatMap((environment) => Object.values(environment.connections).map((one) => ({ ...one })))
    const connection = connections.find(({ connector }) => connector === 'shared_office365')
    const begun = await client.callAction<Record<string, string>>({
      actionName: 'ImportSolutionAsync',
      action: {
        OverwriteUnmanagedCustomizations: false,
        PublishWorkflows: true,
        ComponentParameters: [
          {
            '@odata.type': 'Microsoft.Dynamics.CRM.connectionreference',
            connectionreferencelogicalname: sampleReference,
            connectionreferencedisplayname: '',
            description: '',
            connectorid: '/providers/Microsoft.PowerApps/apis/shared_office365',
            connectionid: connection?.name,
          },
          {
            '@odata.type': 'Microsoft.Dynamics.CRM.environmentvariablevalue',
            schemaname: sampleVariable,
            value: 'Good day',
          },
        ],
        SolutionParameters: { StageSolutionUploadId: staged.StageSolutionResults?.StageSolutionUploadId },
      },
    })
    const standing = () =>
      client.retrieve({
        collection: 'asyncoperations',
        key: String(begun.AsyncOperationId),
        select: ['statecode', 'statuscode', 'completedon'],
      })
    expect(await standing()).toMatchObject({ statecode: 2, statuscode: 20, completedon: null })
    emulator.clock.advance(60_000)
    expect(await standing()).toMatchObject({ statecode: 3, statuscode: 30, completedon: expect.any(Date) })
    const result = await client.callFunction({
      name: 'RetrieveSolutionImportResult',
      parameters: { ImportJobId: begun.ImportJobKey },
    })
    expect(result).toMatchObject({
      SolutionOperationResult: { Status: 'Passed', ErrorMessages: [], WarningMessages: [] },
    })
    expect(
      await client.retrieve({ collection: 'workflows', key: sampleFlowId, select: ['statecode', 'ismanaged'] }),
    ).toMatchObject({ statecode: 1, ismanaged: true })
  })

  it('turns a flow on and off, and finds it by its key', async () => {
    const key = await client.create<Record<string, unknown>, string>({
      collection: 'workflows',
      data: flow('Switched'),
    })
    const state = async () =>
      (await client.retrieve<Record<string, unknown>>({ collection: 'workflows', key })).statecode
    await client.update({ collection: 'workflows', key, data: { statecode: 1 } })
    expect(await state()).toBe(1)
    await client.update({ collection: 'workflows', key, data: { statecode: 0 } })
    expect(await state()).toBe(0)
    await client.upsert({
      collection: 'environmentvariabledefinitions',
      key: "schemaname='new_Upserted'",
      data: { displayname: 'Upserted', type: 100000000 },
    })
    const found = await client.retrieve({
      collection: 'environmentvariabledefinitions',
      key: "schemaname='new_Upserted'",
    })
    expect(found).toMatchObject({ displayname: 'Upserted' })
  })

  it('upgrades, exports and removes solutions, and shares a flow', async () => {
    const who = await client.callFunction<Record<string, string>>({ name: 'WhoAmI' })
    const Target = { '@odata.type': 'Microsoft.Dynamics.CRM.workflow', workflowid: sampleFlowId }
    const Principal = { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: who.UserId }
    const action = { Target, PrincipalAccess: { Principal, AccessMask: 'ReadAccess' } }
    await client.callAction({ actionName: 'GrantAccess', action })
    const shares = await client.callFunction({
      name: 'RetrieveSharedPrincipalsAndAccess',
      parameters: { Target: { '@odata.id': `workflows(${sampleFlowId})` } },
    })
    expect(shares).toMatchObject({ PrincipalAccesses: [{ AccessMask: 'ReadAccess' }] })
    const begun = await client.callAction<Record<string, string>>({
      actionName: 'StageAndUpgradeAsync',
      action: {
        OverwriteUnmanagedCustomizations: false,
        PublishWorkflows: true,
        CustomizationFile: sampleSolution({ version: '2.0.0.0', withoutFlow: true }),
      },
    })
    emulator.clock.advance(60_000)
    const key = String(begun.AsyncOperationId)
    expect(await client.retrieve({ collection: 'asyncoperations', key })).toMatchObject({ statuscode: 30 })
    const exported = await client.callAction<Record<string, string>>({
      actionName: 'ExportSolution',
      action: { SolutionName: 'Default', Managed: false },
    })
    expect(exported.ExportSolutionFile).toMatch(/^UEs/)
    const installed: Rows = await client.retrieveMultiple({
      collection: 'solutions',
      filter: "uniquename eq 'SampleFlows'",
    })
    expect(installed.value).toMatchObject([{ version: '2.0.0.0' }])
    await client.deleteRecord({ collection: 'solutions', key: String(installed.value[0]?.solutionid) })
    await client.callAction({ actionName: 'PublishAllXml' })
  })

  it('sent the operations that their pages say it sends', () => {
    const file = new URL('../../../cloud-access/data/exercised-by.json', import.meta.url)
    const known = new Set(dataverseOperations.map(({ id }) => id))
    const sent = new Set(emulator.journal.entries().flatMap(({ operation }) => operation ?? []))
    const listed = Object.entries<string[]>(JSON.parse(readFileSync(file, 'utf8')))
    const said = listed.filter(([, clients]) => clients.includes('dynamics-web-api')).map(([id]) => id)
    expect(said.sort()).toEqual([...sent].filter((id) => known.has(id)).sort())
  })
})
