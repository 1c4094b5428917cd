import { contentHash, type Json } from '../model/content.ts'
import type { WantedVariable } from '../model/wanted.ts'
import { isReference } from '../secrets/secret-reference.ts'
import { valueText } from '../secrets/secret-source.ts'
import type { InstalledVariable } from '../target/database-area.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { database } from './database.ts'
import type { Driver, Workbench } from './driver.ts'

const notShown = '(not shown)'

/** Values of environment variables: recognised by the variable's schema name. */
export const variableDriver: Driver<WantedVariable> = {
  kind: 'environment-variable',
  loses: 'Flows that read the variable get its default, or fail where it has none.',
  content: async (wanted) => ({ value: shownValue(wanted) }),
  async find(wanted, bench) {
    const variable = await findVariable(wanted.name, bench)
    const value = variable?.values[0]
    if (variable === undefined) return undefined
    if (wanted.value === undefined) return { id: variable.id, content: { value: null } }
    if (value === undefined) return undefined
    return { id: value.id, content: { value: foundValue(wanted, value.value, bench) } }
  },
  async create(wanted, bench) {
    const area = database(bench)
    const variable = await findVariable(wanted.name, bench)
    const { definitionId, displayName, type, name } = wanted
    if (variable === undefined && type !== undefined) {
      await area.createVariable({ id: definitionId, schemaName: name, displayName, type })
    }
    const id = variable?.id ?? definitionId
    if (wanted.value === undefined) return id
    await area.setValue(id, name, wanted.valueId, valueText(wanted.value, bench.secrets))
    return wanted.valueId
  },
  async update(wanted, found, bench) {
    const variable = await findVariable(wanted.name, bench)
    if (variable === undefined || wanted.value === undefined) return
    await database(bench).setValue(variable.id, wanted.name, found.id, valueText(wanted.value, bench.secrets))
  },
  async findRecorded({ id, name }, bench) {
    const variable = await findVariable(name, bench)
    const value = variable?.values.find((one) => one.id === id)
    if (value !== undefined) return { id, content: { value: isKeptHidden(id, bench) ? notShown : value.value } }
    // A definition of ours without its value is what a removal or a creation left that was cut off.
    const isLeft = variable !== undefined && (variable.id === id || isEmptyOfOurs(name, variable, bench))
    return isLeft ? { id: id === '' ? variable.id : id, content: { value: null } } : undefined
  },
  async remove({ id, name }, bench) {
    const area = database(bench)
    const variable = await findVariable(name, bench)
    if (variable?.values.some((value) => value.id === id)) await area.removeValue(id)
    // The definition goes with its last value only where it was made from here.
    if (variable !== undefined && madeHere(name, variable, bench)) await area.removeVariable(variable.id)
  },
  async restore({ id, name }, before, bench) {
    const variable = await findVariable(name, bench)
    const value = before.value
    if (variable === undefined) return
    if (typeof value === 'string' && value.startsWith(notShown)) throw cannotRestore(name)
    if (typeof value === 'string') await database(bench).setValue(variable.id, name, id, value)
  },
}

/** Whether the value was given by reference when it was set; of one without a record, nobody knows. */
function isKeptHidden(id: string, bench: Workbench): boolean {
  const record = [...bench.records.values()].find((one) => one.kind === 'environment-variable' && one.id === id)
  return record === undefined || record.fingerprint === contentHash({ value: notShown })
}

/** Whether the definition has the id that this deployment gives to those it makes. */
function madeHere(name: string, variable: InstalledVariable, bench: Workbench): boolean {
  return !variable.isManaged && variable.id === bench.ids.variable(name)
}

function isEmptyOfOurs(name: string, variable: InstalledVariable, bench: Workbench): boolean {
  return variable.values.length === 0 && madeHere(name, variable, bench)
}

async function findVariable(name: string, bench: Workbench): Promise<InstalledVariable | undefined> {
  const variables = await bench.readings.variables()
  return variables.find(({ schemaName }) => schemaName.toLowerCase() === name.toLowerCase())
}

/** A value that was given by reference is never shown, only whether it is the wanted one. */
function shownValue({ value }: WantedVariable): Json {
  if (value === undefined) return null
  return isReference(value) ? notShown : String(value)
}

function foundValue({ value }: WantedVariable, actual: string, bench: Workbench): Json {
  if (!isReference(value)) return actual
  return bench.secrets.has(value) && bench.secrets.read(value) === actual ? notShown : `${notShown} another value`
}

function cannotRestore(name: string): TargetFailure {
  return new TargetFailure({
    code: 'value-not-kept',
    what: `The earlier value of ${name} cannot be put back.`,
    why: 'It was given by reference, and such values are never kept.',
    fix: 'Set the variable of the environment, or the file, to the earlier value and run apply.',
  })
}
