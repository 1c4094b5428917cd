import type { OrganizationCall } from '../rows/organization-call.ts'
import { findRow, rowWhere } from '../rows/row-store.ts'
import { importSolution } from '../solutions/import-solution.ts'
import { promoteSolution } from '../solutions/promote-solution.ts'
import { readSolutionFile } from '../solutions/read-solution-file.ts'
import { SolutionFailure } from '../solutions/solution-failure.ts'
import type { DataverseState, PendingWork } from '../state.ts'

/** How a piece of work ended. */
export interface WorkResult {
  /** Unique name of the solution, where there is one. */
  readonly solution?: string
  readonly warnings: readonly string[]
  readonly failure?: { readonly code: string; readonly message: string }
}

/**
 * Does what was accepted before.
 *
 * @throws SolutionFailure where it cannot be done.
 */
export function carryOut(call: OrganizationCall, { kind, parameters }: PendingWork): WorkResult {
  if (kind === 'import')
    return importSolution(call, readSolutionFile(givenFile(call.organization, parameters)), parameters)
  if (kind === 'upgrade') return upgrade(call, parameters)
  if (kind === 'promote') {
    const name = String(parameters.UniqueName)
    promoteSolution(call, name)
    return { solution: name, warnings: [] }
  }
  // Exports are made when they are asked for, and publishing changes nothing that is kept here.
  return { warnings: [] }
}

/**
 * The solution that an action means: given with it, or staged before.
 *
 * @throws SolutionFailure where there is none.
 */
export function givenFile({ staged }: DataverseState, parameters: PendingWork['parameters']): string {
  if (typeof parameters.CustomizationFile === 'string') return parameters.CustomizationFile
  const { SolutionParameters } = parameters
  const upload =
    typeof SolutionParameters === 'object' &&
    SolutionParameters !== null &&
    'StageSolutionUploadId' in SolutionParameters
      ? String(SolutionParameters.StageSolutionUploadId)
      : undefined
  const file =
    upload !== undefined && Object.hasOwn(staged, upload.toLowerCase()) ? staged[upload.toLowerCase()] : undefined
  if (file !== undefined) return file
  throw new SolutionFailure(
    '0x80040203',
    upload === undefined
      ? 'Either CustomizationFile or SolutionParameters.StageSolutionUploadId has to be given.'
      : `There is no staged solution with the id ${upload}.`,
  )
}

function upgrade(call: OrganizationCall, parameters: PendingWork['parameters']): WorkResult {
  const solution = readSolutionFile(givenFile(call.organization, parameters))
  const { uniqueName } = solution.manifest
  const installed = rowWhere(call.organization, 'solution', 'uniquename', uniqueName)
  const result = importSolution(call, solution, { ...parameters, HoldingSolution: true })
  if (installed !== undefined && findRow(call.organization, 'solution', String(installed.solutionid)) !== undefined) {
    promoteSolution(call, uniqueName)
  }
  return result
}
