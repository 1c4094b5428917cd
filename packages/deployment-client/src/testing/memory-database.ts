import type { DatabaseArea, SolutionImport } from '../target/database-area.ts'
import { type MemoryWorld, memorySharing, removeWhere, replaceWhere } from './memory-target.ts'

/** The database of a target in memory. */
export function memoryDatabase(world: MemoryWorld): DatabaseArea {
  const work = { handle: 'solution-import', done: async () => undefined }
  return {
    solutions: async () => world.solutions,
    importSolution: (request) =>
      world.change(`solutions.${request.mode}`, () => {
        importSolution(world, request)
        return work
      }),
    resumeImport: async () => work,
    runningImports: async () => [],
    exportSolution: async () => new Uint8Array(),
    removeSolution: (id) => world.change('solutions.delete', () => removeSolution(world, id)),
    stageSolution: async () => ({ passed: true, messages: [] }),
    ...settings(world),
    ...workflows(world),
    sharing: memorySharing(world, 'workflow'),
    lease: {
      async read(id) {
        const lease = world.leases.get(id)
        return lease && { id, ...lease }
      },
      async take({ id, holder, until }) {
        if (world.leases.has(id)) return false
        world.leases.set(id, { holder, until })
        return true
      },
      async replace(before, { id, holder, until }) {
        if (world.leases.get(id)?.holder !== before.holder) return false
        world.leases.set(id, { holder, until })
        return true
      },
      async release(id) {
        world.leases.delete(id)
      },
    },
  }
}

function settings(world: MemoryWorld) {
  return {
    references: async () => world.references,
    createReference: (id, binding) =>
      world.change('references.create', () => {
        world.references.push({ id, ...binding, isManaged: false })
      }),
    bindReference: (id, connectionId) =>
      world.change('references.update', () => replaceWhere(world.references, id, { connectionId })),
    removeReference: (id) =>
      world.change('references.delete', () => removeWhere(world.references, (one) => one.id === id)),
    variables: async () => world.variables,
    createVariable: (variable) =>
      world.change('variables.create', () => {
        world.variables.push({ ...variable, values: [], isManaged: false })
      }),
    removeVariable: (id) =>
      world.change('variables.delete', () => removeWhere(world.variables, (one) => one.id === id)),
    setValue: (variableId, _, valueId, value) =>
      world.change('values.set', () => replaceWhere(world.variables, variableId, { values: [{ id: valueId, value }] })),
    removeValue: (valueId) =>
      world.change('values.delete', () => {
        const variable = world.variables.find(({ values }) => values.some(({ id }) => id === valueId))
        if (variable !== undefined) replaceWhere(world.variables, variable.id, { values: [] })
      }),
  } satisfies Partial<DatabaseArea>
}

function workflows(world: MemoryWorld) {
  const etagOf = (id: string) => world.workflows.find((one) => one.id === id)?.etag
  return {
    workflow: async (id) => world.workflows.find((one) => one.id === id),
    workflows: async () => world.workflows,
    createWorkflow: ({ solution: _, ...material }) =>
      world.change('workflows.create', () => {
        const state = { isOn: false, isSuspended: false, isManaged: false, etag: world.nextId('etag-') }
        world.workflows.push({ ...material, ...state })
      }),
    updateWorkflow: ({ id, solution: _, ...material }, etag) =>
      world.change('workflows.update', () => {
        if (etag !== undefined && etag !== etagOf(id)) throw new Error('The test world refuses a stale etag.')
        replaceWhere(world.workflows, id, { ...material, etag: world.nextId('etag-') })
      }),
    switchWorkflow: (id, isOn) =>
      world.change(isOn ? 'workflows.on' : 'workflows.off', () => replaceWhere(world.workflows, id, { isOn })),
    removeWorkflow: (id) =>
      world.change('workflows.delete', () => removeWhere(world.workflows, (one) => one.id === id)),
  } satisfies Partial<DatabaseArea>
}

/** What a solution brings in the tests is said by `world.contents`. */
function importSolution(world: MemoryWorld, { uniqueName, bytes, references, variables }: SolutionImport): void {
  world.contents.get(uniqueName)?.(world)
  for (const { logicalName, connectionId } of references) {
    const reference = world.references.find((one) => one.logicalName === logicalName)
    if (reference !== undefined) replaceWhere(world.references, reference.id, { connectionId })
  }
  for (const { schemaName, value } of variables) {
    const variable = world.variables.find((one) => one.schemaName === schemaName)
    if (variable !== undefined)
      replaceWhere(world.variables, variable.id, { values: [{ id: world.nextId('value-'), value }] })
  }
  const known = world.solutions.find((one) => one.uniqueName === uniqueName)
  const version = world.versions.get(uniqueName) ?? '1.0.0.0'
  if (known !== undefined) replaceWhere(world.solutions, known.id, { version, bytes })
  else world.solutions.push({ id: world.nextId('solution-'), uniqueName, version, isManaged: true, bytes })
}

function removeSolution(world: MemoryWorld, id: string): void {
  const solution = world.solutions.find((one) => one.id === id)
  removeWhere(world.solutions, (one) => one.id === id)
  if (solution === undefined) return
  removeWhere(world.references, ({ isManaged }) => isManaged)
  removeWhere(world.workflows, ({ isManaged }) => isManaged)
  removeWhere(world.variables, ({ isManaged }) => isManaged)
}
