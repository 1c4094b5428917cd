import type { SolutionPackage } from '@sevenstep/flow-templates'
import { activationRefusal } from '../flows/flow-activation.ts'
import { off, on } from '../flows/flow-behaviour.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { changeRow, findRow, insertRow, rowWhere } from '../rows/row-store.ts'
import { type Row, secondsOf } from '../state.ts'
import { publisherTable, solutionTable, workflowTable } from '../tables/component-tables.ts'
import { importBindings } from './component-parameters.ts'
import { type ImportedFlow, importComponents } from './import-components.ts'
import { holdingName, isManaged, judgeSolution, patchedSolution, versionFailure } from './judge-solution.ts'
import { SolutionFailure } from './solution-failure.ts'

/** How a solution is imported: parameters of the actions as they arrive. */
export interface ImportParameters {
  readonly HoldingSolution?: unknown
  readonly OverwriteUnmanagedCustomizations?: unknown
  readonly PublishWorkflows?: unknown
  readonly ComponentParameters?: unknown
}

/** What an import left behind. */
export interface ImportedSolution {
  readonly solution: string
  readonly warnings: readonly string[]
}

/**
 * Imports a solution, beside the installed version (`HoldingSolution`) or over it.
 *
 * @throws SolutionFailure where something is in the way; then nothing may be kept.
 */
export function importSolution(
  call: OrganizationCall,
  solution: SolutionPackage,
  parameters: ImportParameters,
): ImportedSolution {
  const { organization } = call
  const { manifest } = solution
  const { installed, holding, failures } = judgeSolution(organization, solution)
  const held = parameters.HoldingSolution === true && installed !== undefined
  const [failure] = [...failures, held ? versionFailure(solution, installed, 'lower or same') : undefined].filter(
    (one) => one !== undefined,
  )
  if (failure !== undefined) throw failure
  if (holding !== undefined) {
    const name = holdingName(manifest.uniqueName)
    throw new SolutionFailure(
      '0x80048539',
      held ? `Holding solution ${name} already exists.` : `Holding solution ${name} exists. Cannot update solution.`,
    )
  }
  const bindings = importBindings(call, solution, parameters.ComponentParameters)
  const target = {
    solution: writeSolutionRow(call, solution, held ? undefined : installed, held),
    managed: isManaged(solution),
    overwriteUnmanaged: parameters.OverwriteUnmanagedCustomizations === true,
  }
  const flows = importComponents(call, solution, bindings, target)
  const warnings = settleFlows(call, flows, parameters.PublishWorkflows === true)
  return { solution: manifest.uniqueName, warnings }
}

function writeSolutionRow(
  call: OrganizationCall,
  solution: SolutionPackage,
  existing: Row | undefined,
  held: boolean,
): string {
  const { manifest } = solution
  const patched = patchedSolution(manifest.uniqueName)
  const parent = patched === undefined ? undefined : rowWhere(call.organization, 'solution', 'uniquename', patched)
  const values: Row = {
    uniquename: held ? holdingName(manifest.uniqueName) : manifest.uniqueName,
    friendlyname: manifest.displayName,
    description: manifest.description === '' ? null : manifest.description,
    version: manifest.version,
    ismanaged: isManaged(solution),
    isvisible: true,
    installedon: existing?.installedon ?? secondsOf(call.now),
    updatedon: secondsOf(call.now),
    solutionpackageversion: '9.2',
    publisherid: publisherOf(call, solution),
    parentsolutionid: parent === undefined ? null : String(parent.solutionid),
  }
  if (existing === undefined) return insertRow(call, solutionTable, values)
  const id = String(existing.solutionid)
  changeRow(call, solutionTable, id, values)
  return id
}

function publisherOf(call: OrganizationCall, { manifest: { publisher } }: SolutionPackage): string {
  const present = rowWhere(call.organization, 'publisher', 'uniquename', publisher.uniqueName)
  if (present !== undefined) return String(present.publisherid)
  return insertRow(call, publisherTable, {
    uniquename: publisher.uniqueName,
    friendlyname: publisher.displayName,
    customizationprefix: publisher.prefix,
    customizationoptionvalueprefix: /^\d{1,9}$/.test(publisher.optionValuePrefix)
      ? Number(publisher.optionValuePrefix)
      : null,
  })
}

/**
 * Turns flows on that were on, where that was asked for and nothing keeps them off; the others are off. A flow that
 * calls another waits for it.
 */
function settleFlows(call: OrganizationCall, flows: readonly ImportedFlow[], publish: boolean): readonly string[] {
  for (const { id } of flows) changeRow(call, workflowTable, id, off)
  let waiting = publish ? flows.filter(({ wasOn }) => wasOn) : []
  for (;;) {
    const refused = waiting.filter(({ id }) => !turnedOn(call, id))
    if (refused.length === waiting.length) break
    waiting = refused
  }
  return waiting.map(({ id }) => {
    const row = findRow(call.organization, 'workflow', id) ?? {}
    const refusal = activationRefusal(call, row)
    return `The flow '${String(row.name)}' was imported but not turned on: ${refusal?.code}: ${refusal?.message}`
  })
}

function turnedOn(call: OrganizationCall, id: string): boolean {
  const row = findRow(call.organization, 'workflow', id)
  if (row === undefined || activationRefusal(call, row) !== undefined) return false
  changeRow(call, workflowTable, id, on)
  return true
}
