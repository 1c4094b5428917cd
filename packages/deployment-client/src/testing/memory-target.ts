import { type JsonObject, toJsonObject } from '../model/content.ts'
import type {
  DatabaseArea,
  InstalledReference,
  InstalledSolution,
  InstalledVariable,
  InstalledWorkflow,
} from '../target/database-area.ts'
import type { FlowArea, InstalledFlow, PackageArea, PackageImport } from '../target/flow-area.ts'
import type {
  ConnectorMaterial,
  Grant,
  InstalledConnection,
  Principal,
  SharingArea,
  Target,
  TargetFacts,
} from '../target/target.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { memoryDatabase } from './memory-database.ts'

/** What goes wrong with one call that changes something. */
export type Trouble = 'refuse' | 'drop-before' | 'drop-after' | 'kill-before' | 'kill-after'

/** Ends a run as if the process had been killed: nothing may be written after it. */
export class Killed extends Error {}

interface MemoryConnector {
  id: string
  material: ConnectorMaterial
}

/** Everything a target holds, open for tests to look at and to change by hand. */
export class MemoryWorld {
  readonly connectors: MemoryConnector[] = []
  readonly connections: (InstalledConnection & { parameters?: object })[] = []
  readonly solutions: (InstalledSolution & { bytes: Uint8Array })[] = []
  readonly references: InstalledReference[] = []
  readonly variables: InstalledVariable[] = []
  readonly workflows: InstalledWorkflow[] = []
  readonly flows: InstalledFlow[] = []
  readonly grants = new Map<string, Grant[]>()
  readonly leases = new Map<string, { holder: string; until: string }>()
  /** What a solution or package brings when its bytes are imported, by their text. */
  readonly contents = new Map<string, (world: MemoryWorld) => void>()
  /** Version of each solution that is imported. */
  readonly versions = new Map<string, string>()
  /** Names of calls that changed something, in order. */
  readonly changes: string[] = []
  readonly reads: string[] = []
  /** Definition of the flow in the package that is imported. */
  packagedDefinition: JsonObject | undefined
  builtIn = new Set(['shared_office365', 'shared_sharepointonline'])
  plans: readonly string[] | undefined = ['FLOW_PER_USER']
  trouble: (change: string, nth: number) => Trouble | undefined = () => undefined
  #next = 1

  nextId(prefix: string): string {
    this.#next += 1
    return `${prefix}${this.#next.toString(16).padStart(4, '0')}`
  }

  /** Every change goes through here, so that any of them can go wrong in any way. */
  async change<T>(name: string, act: () => T): Promise<T> {
    const nth = this.changes.length
    const trouble = this.trouble(name, nth)
    this.changes.push(name)
    if (trouble === 'kill-before') throw new Killed(name)
    if (trouble === 'drop-before') throw dropped()
    if (trouble === 'refuse') throw refused(name)
    const result = act()
    if (trouble === 'kill-after') throw new Killed(name)
    if (trouble === 'drop-after') throw dropped()
    return result
  }
}

/** How a world is seen by one principal. */
export interface MemoryTargetOptions {
  readonly principal?: Principal
  /** False for an environment without a database. */
  readonly database?: boolean
}

/** A target in memory, for the tests of everything above the cloud. */
export function memoryTarget(world: MemoryWorld, options: MemoryTargetOptions = {}): Target {
  const principal = options.principal ?? { kind: 'person', objectId: ownerId, name: 'deployer@contoso.example' }
  const hasDatabase = options.database ?? true
  const facts: TargetFacts = {
    tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
    environment: { id: 'env-1', name: 'Contoso Test' },
    principal,
    portal: 'https://make.example',
    ...(hasDatabase && { organization: 'https://contoso.crm.example' }),
  }
  const database: DatabaseArea = memoryDatabase(world)
  return {
    facts: async () => {
      world.reads.push('facts')
      return facts
    },
    connectors: {
      list: async () => {
        world.reads.push('connectors')
        return world.connectors.map(({ id, material }) => ({ id, displayName: material.displayName }))
      },
      async read(id) {
        const connector = world.connectors.find((one) => one.id === id)
        if (connector === undefined) return undefined
        const { displayName, description, definition, properties } = connector.material
        return { id, displayName, content: toJsonObject({ ...properties, displayName, description, definition }) }
      },
      has: async (id) => world.builtIn.has(id) || world.connectors.some((one) => one.id === id),
      create: (material) =>
        world.change('connectors.create', () => {
          const id = world.nextId('shared_')
          world.connectors.push({ id, material })
          return id
        }),
      update: (id, material) =>
        world.change('connectors.update', () => {
          const connector = world.connectors.find((one) => one.id === id)
          if (connector !== undefined) connector.material = material
        }),
      remove: (id) => world.change('connectors.delete', () => removeWhere(world.connectors, (one) => one.id === id)),
      validate: async () => [],
      sharing: memorySharing(world, 'connector'),
    },
    connections: {
      list: async () => world.connections,
      read: async (_, id) => world.connections.find((one) => one.id === id),
      put: (connectorId, id, { displayName, parameters }) =>
        world.change('connections.put', () => {
          removeWhere(world.connections, (one) => one.id === id)
          const state = 'connected'
          world.connections.push({ id, connectorId, displayName, state, ownerId, parameters })
        }),
      remove: (_, id) =>
        world.change('connections.delete', () => removeWhere(world.connections, (one) => one.id === id)),
      consentLink: async (_, id) => `https://consent.example/${id}?state=once`,
      sharing: memorySharing(world, 'connection'),
    },
    ...(hasDatabase && { database }),
    ...(principal.kind === 'person' && { flows: memoryFlows(world), packages: memoryPackages(world) }),
    servicePlans: async () => world.plans,
  }
}

/** Object id of the person who deploys. */
export const ownerId = 'bbbbbbbb-0000-4000-8000-000000000001'

function memoryFlows(world: MemoryWorld): FlowArea {
  return {
    list: async () => world.flows.map(({ id, name, isOn }) => ({ id, name, isOn })),
    read: async (id) => world.flows.find((one) => one.id === id),
    create: (material) =>
      world.change('flows.create', () => {
        const id = world.nextId('flow-')
        world.flows.push({ id, ...material, isOn: false, isSuspended: false })
        return id
      }),
    update: (id, material) => world.change('flows.update', () => replaceWhere(world.flows, id, material)),
    switch: (id, isOn) =>
      world.change(isOn ? 'flows.start' : 'flows.stop', () => replaceWhere(world.flows, id, { isOn })),
    remove: (id) => world.change('flows.delete', () => removeWhere(world.flows, (one) => one.id === id)),
    sharing: memorySharing(world, 'flow'),
  }
}

function memoryPackages(world: MemoryWorld): PackageArea {
  const done = { handle: 'package-import', done: async () => undefined }
  return {
    importPackage: (request) =>
      world.change('packages.import', () => {
        importFlow(world, request)
        return done
      }),
    resumeImport: async () => done,
    validate: async () => [],
  }
}

function importFlow(world: MemoryWorld, { flow, connections }: PackageImport): void {
  const connectionReferences = Object.fromEntries(
    Object.entries(connections).map(([connector, id]) => [
      connector,
      { connectionName: id.split('/').at(-1) ?? '', source: 'Embedded', id: id.split('/connections/')[0] ?? '' },
    ]),
  )
  const content = { name: flow.name, definition: world.packagedDefinition ?? {}, connectionReferences }
  if (flow.existingId !== undefined) replaceWhere(world.flows, flow.existingId, content)
  else world.flows.push({ id: world.nextId('flow-'), ...content, isOn: false, isSuspended: false })
}

/** Grants of one kind of thing. */
export function memorySharing(world: MemoryWorld, kind: string): SharingArea {
  const of = (id: string) => world.grants.get(`${kind}:${id}`) ?? []
  return {
    list: async (id) => of(id),
    grant: (id, grant) =>
      world.change(`${kind}.share`, () => {
        const others = of(id).filter(({ principalId }) => principalId !== grant.principalId)
        world.grants.set(`${kind}:${id}`, [...others, grant])
      }),
    revoke: (id, principalId) =>
      world.change(`${kind}.unshare`, () => {
        world.grants.set(
          `${kind}:${id}`,
          of(id).filter((one) => one.principalId !== principalId),
        )
      }),
  }
}

/** Takes out what fits. */
export function removeWhere<T>(list: T[], fits: (one: T) => boolean): void {
  const kept = list.filter((one) => !fits(one))
  list.splice(0, list.length, ...kept)
}

/** Changes the thing of that id. */
export function replaceWhere<T extends { readonly id: string }>(list: T[], id: string, change: Partial<T>): void {
  const index = list.findIndex((one) => one.id === id)
  const one = list[index]
  if (one === undefined) throw refused(id)
  list[index] = { ...one, ...change }
}

function dropped(): TargetFailure {
  const text = { code: 'connection-lost', what: 'The connection was lost.', why: 'Nobody knows.', fix: 'Look.' }
  return new TargetFailure(text, { isAmbiguous: true })
}

/** A refusal as a target words it. */
export function refused(name: string): TargetFailure {
  return new TargetFailure({
    code: 'refused',
    what: `${name} was refused.`,
    why: 'The test says so.',
    fix: 'None.',
    status: 400,
  })
}
