import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackage } from '@sevenstep/flow-templates'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultEntrance } from '../seed/default-seed.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import { builtInConnectors } from './connectors/built-in-connectors.ts'
import { definitionFaults } from './connectors/definition-faults.ts'
import { flowPlane } from './fixtures/cars.ts'
import { environment, original, startedEmulator, textAt, type Visitor, visitorOf } from './fixtures/visitor.ts'

const corpus = process.env.CONNECTOR_CORPUS ?? ''
const isMissing = corpus === ''

const groups = ['certified-connectors', 'custom-connectors', 'independent-publisher-connectors']
const packagesOfCorpus = isMissing ? [] : readdirSync(join(corpus, 'packages')).filter((name) => name.endsWith('.zip'))
const exports = packagesOfCorpus
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(corpus, 'packages', name))) }))
  .map((file) => ({ ...file, read: readPackage(file.bytes).package }))
  .filter(({ read }) => read?.kind === 'export')

describe.skipIf(isMissing)('real files (needs CONNECTOR_CORPUS)', () => {
  let emulator: RunningEmulator
  let admin: Visitor

  beforeAll(async () => {
    emulator = await startedEmulator()
    admin = visitorOf(emulator, { user: defaultEntrance.user })
    connectAll()
  })

  /** A connection for every connector, as a person who imports would have them. */
  function connectAll(): void {
    const state = emulator.store.state.tenants[defaultEntrance.tenant]?.environments[environment]
    const pattern = Object.values(state?.connections ?? {})[0]
    if (state === undefined || pattern === undefined) throw new Error('The built-in cloud has no connection.')
    for (const connector of builtInConnectors.keys()) {
      const name = connector.replaceAll('_', '')
      state.connections[name] = { ...pattern, name, connector, consentCodes: {}, permissions: [] }
    }
  }

  it('definitions of published connectors are all taken', () => {
    const files = groups
      .flatMap((group) =>
        readdirSync(join(corpus, group)).map((name) => join(corpus, group, name, 'apiDefinition.swagger.json')),
      )
      .filter((file) => existsSync(file))
    expect(files.length).toBeGreaterThan(500)
    const refused = files.flatMap((file) => {
      const definition = parsed(readFileSync(file, 'utf8'))
      const faults = definition === undefined ? [] : definitionFaults(definition)
      return faults.map(({ message }) => `${file}: ${message}`)
    })
    expect(refused).toEqual([])
  })

  it('exports are there', () => expect(exports.length).toBeGreaterThan(5))

  it.each(exports)('$name is imported as a new flow that has the same definition', async ({ bytes, read }) => {
    const packages = `https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/environments/${environment}`
    const version = 'api-version=2016-11-01'
    const storage = await admin.ask('POST', `${packages}/generateResourceStorage?${version}`)
    const [container = '', signature = ''] = textAt(storage.body, 'sharedAccessSignature').split('?')
    const link = `${container}/package.zip?${signature}`
    await fetch(link, { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: bytes })
    const follow = async (begun: { headers: Headers }) => {
      emulator.clock.advance(10_000)
      return admin.ask('GET', original(emulator, begun.headers.get('location')))
    }
    const body = { packageLink: { value: link } }
    const looked = await follow(await admin.ask('POST', `${packages}/listImportParameters?${version}`, body))
    const found: Record<string, Record<string, unknown>> = Object(looked.body).properties.resources
    const resources: Record<string, Record<string, unknown>> = Object.fromEntries(
      Object.entries(found).map(([key, resource]) => [
        key,
        {
          ...resource,
          ...(resource.suggestedId === undefined ? {} : { id: resource.suggestedId }),
          ...(resource.type === 'Microsoft.PowerApps/apis' && resource.id === undefined
            ? { id: '/providers/Microsoft.PowerApps/apis/shared_office365' }
            : {}),
          selectedCreationType: resource.type === 'Microsoft.Flow/flows' ? 'New' : 'Existing',
        },
      ]),
    )
    for (const resource of Object.values(resources)) {
      // A connection of a custom connector that this environment does not have: another one is chosen.
      if (resource.type === 'Microsoft.PowerApps/apis/connections' && !('id' in resource)) {
        Object.assign(resource, {
          id: '/providers/Microsoft.PowerApps/apis/shared_office365/connections/sharedoffice365',
        })
      }
    }
    const imported = await follow(
      await admin.ask('POST', `${packages}/importPackage?${version}`, { details: {}, ...body, resources }),
    )
    expect(imported.body).toMatchObject({ properties: { status: 'Succeeded' } })
    const done: Record<string, { type: string; id: string }> = Object(imported.body).properties.resources
    const flow = Object.values(done).find(({ type }) => type === 'Microsoft.Flow/flows')
    const id = flow?.id.split('/').at(-1)
    const made = await admin.ask('GET', `${flowPlane}/environments/${environment}/flows/${id}?${version}`)
    const definition: object = Object(made.body).properties.definition
    expect(Object.keys(definition)).toEqual(Object.keys(read?.flows[0]?.definition ?? {}))
    expect(Object(definition).triggers).toEqual(read?.flows[0]?.definition?.triggers)
  })
})

/** A few published files are no strict JSON; a client could not send them. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
