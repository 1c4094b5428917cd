import { addAction, definitionAt, definitionOf, inside, keep, type PlantedFault } from '../plant.ts'

const id = '5c9b6a3e-61a4-4a3b-9d40-1f3f0d5a7f11'
const step = { type: 'Compose', inputs: 1 }
const office = '/providers/Microsoft.PowerApps/apis/shared_office365'
const called = ['flow-error-path', 'flow-export-mapped']

/** Kinds of faults in the frame of a flow, its order, its size and its connections. */
export const structureFaults: readonly PlantedFault[] = [
  {
    name: 'a second trigger',
    rule: 'flow-one-trigger',
    plant(ground) {
      inside(definitionOf(ground), 'triggers').Planted = { type: 'Request', kind: 'Button', inputs: {} }
      return { pointer: `${definitionAt}/triggers/Planted` }
    },
  },
  {
    name: 'another schema',
    rule: 'flow-definition-schema',
    plant(ground) {
      definitionOf(ground).$schema = 'http://json-schema.org/draft-07/schema#'
      return { pointer: `${definitionAt}/$schema` }
    },
  },
  {
    name: 'a step after one that is not there',
    rule: 'flow-run-after-exists',
    plant: (ground) => ({
      pointer: `${addAction(ground, 'Planted', { ...step, runAfter: { Planted_nowhere: ['Succeeded'] } })}/runAfter/Planted_nowhere`,
    }),
  },
  {
    name: 'a state there is not',
    rule: 'flow-run-after-status',
    plant(ground) {
      keep(ground, 1)
      const pointer = addAction(ground, 'Planted', { ...step, runAfter: { Planted_step: ['Done'] } })
      return { pointer: `${pointer}/runAfter/Planted_step/0` }
    },
  },
  {
    name: 'steps that wait for each other',
    rule: 'flow-run-after-cycle',
    plant(ground) {
      addAction(ground, 'Planted_one', { ...step, runAfter: { Planted_two: ['Succeeded'] } })
      const pointer = addAction(ground, 'Planted_two', { ...step, runAfter: { Planted_one: ['Succeeded'] } })
      return { pointer: `${pointer}/runAfter` }
    },
  },
  {
    name: 'too many actions',
    rule: 'flow-max-actions',
    plant(ground) {
      const actions = inside(definitionOf(ground), 'actions')
      for (let at = 0; at < 501; at++) actions[`Planted_${at}`] = { ...step, runAfter: {} }
      return { pointer: '*' }
    },
  },
  {
    name: 'nested too deep',
    rule: 'flow-max-nesting',
    plant(ground) {
      let action: object = step
      for (let level = 9; level > 1; level--) action = { type: 'Scope', actions: { [`Planted_${level}`]: action } }
      const pointer = addAction(ground, 'Planted', action)
      return { pointer: pointer + [2, 3, 4, 5, 6, 7, 8, 9].map((level) => `/actions/Planted_${level}`).join('') }
    },
  },
  {
    name: 'a name too long',
    rule: 'flow-name-length',
    plant: (ground) => ({ pointer: addAction(ground, `Planted_${'a'.repeat(80)}`, step) }),
  },
  {
    name: 'the same name twice',
    rule: 'flow-step-names-unique',
    plant(ground) {
      keep(ground, 1)
      const pointer = addAction(ground, 'Planted', { type: 'Scope', actions: { Planted_step: step } })
      return { pointer: `${pointer}/actions/Planted_step` }
    },
  },
  {
    name: 'a schedule too dense',
    rule: 'flow-recurrence',
    plant(ground) {
      const triggers = inside(definitionOf(ground), 'triggers')
      const [name] = Object.keys(triggers)
      if (name === undefined) return undefined
      inside(triggers, name).recurrence = { frequency: 'Second', interval: 10 }
      return { pointer: `${definitionAt}/triggers/${name}/recurrence/interval` }
    },
  },
  {
    name: 'a connection that is not declared',
    rule: 'flow-connection-declared',
    plant(ground) {
      const host = { apiId: office, connectionName: 'planted', operationId: 'SendEmailV2' }
      const planted = addAction(ground, 'Planted', { type: 'OpenApiConnection', inputs: { host } })
      return { pointer: `${planted}/inputs/host/connectionName` }
    },
    also: called,
  },
  {
    name: 'a connection that is not used',
    rule: 'flow-connection-used',
    plant(ground) {
      inside(inside(ground.file, 'properties'), 'connectionReferences').planted = { source: 'Embedded', id: office }
      return { pointer: '/properties/connectionReferences/planted' }
    },
    also: called,
  },
  {
    name: 'a list of one tenant',
    rule: 'flow-no-fixed-id',
    plant(ground) {
      inside(inside(ground.file, 'properties'), 'connectionReferences').planted = { source: 'Embedded', id: office }
      const inputs = {
        host: { apiId: office, connectionName: 'planted', operationId: 'Do' },
        parameters: { table: id },
      }
      return {
        pointer: `${addAction(ground, 'Planted', { type: 'OpenApiConnection', inputs })}/inputs/parameters/table`,
      }
    },
    also: called,
  },
  {
    name: 'a proposal to update',
    rule: 'flow-export-new',
    plant({ kind, manifest, flow }) {
      if (kind !== 'export') return undefined
      inside(inside(manifest, 'resources'), flow.id).suggestedCreationType = 'Update'
      return { file: 'manifest', pointer: `/resources/${flow.id}/suggestedCreationType` }
    },
  },
]
