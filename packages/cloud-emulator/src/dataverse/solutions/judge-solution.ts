import {
  compareSolutionVersions,
  type DependencyEnd,
  type MissingDependency,
  parseSolutionVersion,
  type SolutionPackage,
} from '@sevenstep/flow-templates'
import { findRow, rowWhere } from '../rows/row-store.ts'
import type { DataverseState, Row } from '../state.ts'
import { SolutionFailure } from './solution-failure.ts'

/** What an import of a solution would meet in an organisation. */
export interface SolutionVerdict {
  /** The solution as it is installed now. */
  readonly installed: Row | undefined
  readonly holding: Row | undefined
  readonly missing: readonly MissingDependency[]
  readonly failures: readonly SolutionFailure[]
}

/** Compares a package with an organisation. Nothing is changed. */
export function judgeSolution(organization: DataverseState, solution: SolutionPackage): SolutionVerdict {
  const { manifest } = solution
  const installed = rowWhere(organization, 'solution', 'uniquename', manifest.uniqueName)
  const holding = rowWhere(organization, 'solution', 'uniquename', holdingName(manifest.uniqueName))
  const missing = [...manifest.missingDependencies, ...undeclaredNeeds(solution)].filter(
    ({ required }) => !isPresent(organization, solution, required),
  )
  const failures = [
    modeFailure(solution, installed),
    publisherFailure(organization, solution, installed),
    versionFailure(solution, installed, 'lower'),
    ...leftovers(organization, solution),
    missing.length === 0 ? undefined : missingFailure(manifest.uniqueName, missing),
  ].filter((failure) => failure !== undefined)
  return { installed, holding, missing, failures }
}

/** The name of a solution while it waits to take the place of the installed version. */
export function holdingName(uniqueName: string): string {
  return `${uniqueName}_Upgrade`
}

/** The parent of a patch, by its unique name. */
export function patchedSolution(uniqueName: string): string | undefined {
  return /^(.+)_Patch_[0-9a-f]+$/i.exec(uniqueName)?.[1]
}

/** Whether the package installs a managed solution; sources of both kinds count as unmanaged. */
export function isManaged({ manifest }: SolutionPackage): boolean {
  return manifest.managed === 'managed'
}

/**
 * Refuses a version that is not higher than the installed one.
 *
 * Source: the text is from public threads; the code is ours, as none was found.
 */
export function versionFailure(
  { manifest }: SolutionPackage,
  installed: Row | undefined,
  refused: 'lower' | 'lower or same',
) {
  const now = parseSolutionVersion(String(installed?.version ?? ''))
  const next = manifest.parsedVersion
  if (now === undefined || next === undefined) return undefined
  const order = compareSolutionVersions(next, now)
  if (order > 0 || (order === 0 && refused === 'lower')) return undefined
  return new SolutionFailure(
    '0x80048000',
    `The import solution must have a higher version than the existing solution it is upgrading. Installed: ${String(installed?.version)}, package: ${manifest.version}; a lower version is not taken.`,
  )
}

function modeFailure(solution: SolutionPackage, installed: Row | undefined): SolutionFailure | undefined {
  if (installed === undefined || installed.ismanaged === isManaged(solution)) return undefined
  const [there, here, code] = isManaged(solution)
    ? ['an unmanaged', 'managed', '0x80048040']
    : ['a managed', 'unmanaged', '0x80048041']
  return new SolutionFailure(
    code,
    `The solution is already installed on this system as ${there} solution and the package supplied is attempting to install it in ${here} mode. Import can only update solutions when the modes match. Uninstall the current solution and try again.`,
  )
}

function publisherFailure(organization: DataverseState, solution: SolutionPackage, installed: Row | undefined) {
  if (installed === undefined || !isManaged(solution)) return undefined
  const before = findRow(organization, 'publisher', String(installed.publisherid))?.uniquename
  const { publisher, uniqueName } = solution.manifest
  if (before === undefined || String(before).toLowerCase() === publisher.uniqueName.toLowerCase()) return undefined
  return new SolutionFailure(
    '0x8004801c',
    `The following managed solution cannot be imported: ${uniqueName}. The publisher name cannot be changed from ${String(before)} to ${publisher.uniqueName}.`,
  )
}

/** Unmanaged rows in the way of a managed solution that brings the same ones. */
function leftovers(organization: DataverseState, solution: SolutionPackage): readonly SolutionFailure[] {
  if (!isManaged(solution)) return []
  const rows = [
    ...solution.flows.map(({ id }) => ['Workflow', findRow(organization, 'workflow', id)] as const),
    ...solution.connectors.map(({ id, name }) => ['Connector', connectorPresent(organization, id, name)] as const),
  ]
  return rows.flatMap(([kind, row]) => {
    if (row === undefined || row.ismanaged === true) return []
    const id = String(row.workflowid ?? row.connectorid)
    return new SolutionFailure(
      '0x80048013',
      `A managed solution cannot overwrite the ${kind} component with Id=${id} which has an unmanaged base instance.`,
    )
  })
}

function missingFailure(uniqueName: string, missing: readonly MissingDependency[]): SolutionFailure {
  const list = missing.map(({ required, dependent }) => {
    return `<MissingDependency><Required${attributes(required)} /><Dependent${attributes(dependent)} /></MissingDependency>`
  })
  return new SolutionFailure(
    '0x8004801d',
    `The following solution cannot be imported: ${uniqueName}. Some dependencies are missing. The missing dependencies are : <MissingDependencies>${list.join('')}</MissingDependencies> , ProductUpdatesOnly : False`,
  )
}

function attributes({ type, schemaName, displayName, solution, id }: DependencyEnd): string {
  return Object.entries({ type, schemaName, displayName, solution, id })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

/** What flows and connection references need although the package does not list it. */
function undeclaredNeeds(solution: SolutionPackage): readonly MissingDependency[] {
  const flows = solution.flows.flatMap((flow) =>
    flow.connectionReferences.flatMap(({ logicalName }): MissingDependency[] =>
      logicalName === undefined
        ? []
        : [
            {
              required: { type: 'connectionreference', schemaName: logicalName, displayName: logicalName },
              dependent: { type: '29', id: flow.id, displayName: flow.displayName },
            },
          ],
    ),
  )
  const references = solution.connectionReferences.flatMap(({ logicalName, customConnectorId }): MissingDependency[] =>
    customConnectorId === undefined
      ? []
      : [
          {
            required: { type: '372', id: customConnectorId.toLowerCase() },
            dependent: { type: 'connectionreference', schemaName: logicalName, displayName: logicalName },
          },
        ],
  )
  const known = new Set(solution.manifest.missingDependencies.map(({ required }) => keyOf(required)))
  return [...flows, ...references].filter(({ required }) => !known.has(keyOf(required)))
}

function keyOf({ schemaName, id }: DependencyEnd): string {
  return (schemaName ?? id ?? '').toLowerCase()
}

/** Solutions that every organisation of the real cloud has; what is in them counts as present. */
const platformSolution = /^(System|Basic|Default|msdyn.*|mspp.*|mspcat.*|cr.*core|bap_.*)$/i

function isPresent(organization: DataverseState, solution: SolutionPackage, end: DependencyEnd): boolean {
  const { id, schemaName } = end
  switch (end.type) {
    case '29':
      return (
        id !== undefined &&
        (findRow(organization, 'workflow', id) !== undefined || solution.flows.some((flow) => flow.id === id))
      )
    case '372':
    case 'connector':
      return (
        connectorPresent(organization, id, schemaName) !== undefined ||
        solution.connectors.some((one) => one.id === id || one.name === schemaName)
      )
    case 'connectionreference':
      return (
        rowWhere(organization, 'connectionreference', 'connectionreferencelogicalname', schemaName ?? '') !==
          undefined || solution.connectionReferences.some(({ logicalName }) => logicalName === schemaName)
      )
    case '380':
    case 'environmentvariabledefinition':
      return (
        rowWhere(organization, 'environmentvariabledefinition', 'schemaname', schemaName ?? '') !== undefined ||
        solution.environmentVariables.some((one) => one.schemaName === schemaName)
      )
    default:
      return solutionPresent(organization, end)
  }
}

function solutionPresent(organization: DataverseState, { solution, solutionVersion }: DependencyEnd): boolean {
  if (solution === undefined || solution === '') return false
  if (platformSolution.test(solution)) return true
  const row = solution === 'Active' ? undefined : rowWhere(organization, 'solution', 'uniquename', solution)
  if (row === undefined) return false
  const [needed, present] = [parseSolutionVersion(solutionVersion ?? ''), parseSolutionVersion(String(row.version))]
  return needed === undefined || present === undefined || compareSolutionVersions(present, needed) >= 0
}

function connectorPresent(
  organization: DataverseState,
  id: string | undefined,
  name: string | undefined,
): Row | undefined {
  const byId = id === undefined ? undefined : findRow(organization, 'connector', id)
  return byId ?? (name === undefined ? undefined : rowWhere(organization, 'connector', 'name', name))
}
