import { defaultEntrance } from '@sevenstep/cloud-emulator'
import { createDeployer, type Deployer } from '../deploy/deployer.ts'
import { loadDeployment } from '../deploy/load-deployment.ts'
import { type EmulatedCloud, emulatedEnvironment } from './emulated-cloud.ts'
import { type SampleFolder, sampleFolder, sampleYaml, testSecret } from './sample-deployment.ts'

/** The parts of an environment's state that tests look at. */
export interface EmulatedEnvironment {
  readonly connectors: Readonly<Record<string, { readonly displayName: string }>>
  readonly connections: Readonly<
    Record<string, { readonly connector: string; readonly name: string; readonly displayName: string }>
  >
  readonly flows: Readonly<Record<string, { readonly displayName: string; readonly state: string }>>
  readonly dataverse?: {
    readonly tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  }
}

/** The environment of the emulator that the tests deploy into. */
export function environmentOf(cloud: EmulatedCloud): EmulatedEnvironment {
  const environment = cloud.emulator.store.state.tenants[defaultEntrance.tenant]?.environments[emulatedEnvironment]
  if (environment === undefined) throw new Error('The built-in cloud has changed.')
  return environment
}

/** The id of the built-in connection to a connector. */
export function builtInConnection(cloud: EmulatedCloud, connector: string): string {
  const connections = Object.values(environmentOf(cloud).connections)
  return connections.find((one) => one.connector === connector)?.name ?? ''
}

/** The sample for a target of the emulator. */
export function emulatedFolder(cloud: EmulatedCloud, extra = ''): SampleFolder {
  const yaml = sampleYaml(extra)
    .replace('aaaaaaaa-0000-4000-8000-000000000001', defaultEntrance.tenant)
    .replace('env-1', emulatedEnvironment)
    .replace('5c3a0000000040008000000000000001', builtInConnection(cloud, 'shared_office365'))
  return sampleFolder(yaml)
}

/** A deployer of a folder against the emulator. */
export function emulatedDeployer(cloud: EmulatedCloud, as: 'person' | 'application', folder: SampleFolder): Deployer {
  const loaded = loadDeployment(folder.description)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.report.subjects, undefined, 2))
  return createDeployer({
    materials: loaded.materials,
    connect: cloud.connect(as),
    clock: cloud.clock,
    environment: { BOOKS_KEY: testSecret },
  })
}

/** Ids of the operations that wrote, after an entry of the emulator's journal; dry looks at definitions left out. */
export function writesSince(cloud: EmulatedCloud, after: number): string[] {
  return cloud.emulator.journal
    .entries(after)
    .filter(({ method, service }) => method !== 'GET' && service !== 'identity')
    .map(({ operation = '' }) => operation)
}

/** Number of the latest entry of the emulator's journal. */
export function latestEntry(cloud: EmulatedCloud): number {
  return cloud.emulator.journal.entries().at(-1)?.number ?? 0
}
