import { randomUUID } from 'node:crypto'
import type { DependencyEnd, MissingDependency, SolutionPackage } from '@sevenstep/flow-templates'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { findRow, rowWhere } from '../rows/row-store.ts'
import type { DataverseState } from '../state.ts'
import { isManaged, judgeSolution, patchedSolution } from './judge-solution.ts'
import { readSolutionFile } from './read-solution-file.ts'
import { SolutionFailure, signedCode } from './solution-failure.ts'

/** Keeps an upload and tells what its import would find: what StageSolution answers. Nothing is imported. */
export function stageSolution(call: OrganizationCall, file: unknown): Readonly<Record<string, unknown>> {
  const { organization } = call
  const uploadId = randomUUID()
  try {
    const solution = readSolutionFile(file)
    organization.staged[uploadId] = String(file)
    call.undo.push(() => {
      delete organization.staged[uploadId]
    })
    return { StageSolutionUploadId: uploadId, ...results(organization, solution) }
  } catch (failure) {
    if (!(failure instanceof SolutionFailure)) throw failure
    return {
      StageSolutionUploadId: '00000000-0000-0000-0000-000000000000',
      StageSolutionStatus: 'Failed',
      SolutionValidationResults: [validation(failure)],
      MissingDependencies: [],
      SolutionComponentsDetails: [],
    }
  }
}

function results(organization: DataverseState, solution: SolutionPackage) {
  const { manifest } = solution
  const { installed, holding, missing, failures } = judgeSolution(organization, solution)
  return {
    StageSolutionStatus: failures.length === 0 ? 'Passed' : 'Failed',
    SolutionValidationResults: failures.map(validation),
    MissingDependencies: missing.map(dependency),
    SolutionComponentsDetails: components(organization, solution),
    SolutionDetails: {
      SolutionUniqueName: manifest.uniqueName,
      SolutionFriendlyName: manifest.displayName,
      SolutionDescription: manifest.description,
      IsManaged: isManaged(solution),
      IsPatchSolution: patchedSolution(manifest.uniqueName) !== undefined,
      SolutionVersion: manifest.version,
      PreviousSolutionVersion: installed === undefined ? null : String(installed.version),
      HasPendingUpgrade: holding !== undefined,
      PublisherUniqueName: manifest.publisher.uniqueName,
    },
  }
}

function validation({ code, message }: SolutionFailure) {
  return { SolutionValidationResultType: 'Error', ErrorCode: signedCode(code), AdditionalInfo: null, Message: message }
}

const typeNames: Readonly<Record<string, string>> = {
  '29': 'Workflow',
  '372': 'connector',
  '380': 'environmentvariabledefinition',
  '300': 'Canvas App',
  '1': 'Entity',
}

function dependency({ required, dependent }: MissingDependency) {
  return {
    ...ends('Required', required),
    RequiredSolutionName:
      required.solutionVersion === undefined
        ? (required.solution ?? null)
        : `${required.solution} (${required.solutionVersion})`,
    ...ends('Dependent', dependent),
  }
}

function ends(end: 'Required' | 'Dependent', { type, schemaName, displayName, id }: DependencyEnd) {
  return {
    [`${end}ComponentSchemaName`]: schemaName ?? null,
    [`${end}ComponentDisplayName`]: displayName ?? null,
    [`${end}ComponentTypeName`]: typeNames[type] ?? type,
    [`${end}ComponentId`]: id ?? null,
  }
}

function components(organization: DataverseState, solution: SolutionPackage) {
  const component = (
    name: string,
    type: string,
    present: boolean | undefined,
    attributes: Readonly<Record<string, string>>,
  ) => ({
    ComponentName: name,
    ComponentTypeName: type,
    IsPresentInOrg: present === undefined ? 'Unknown' : present ? 'True' : 'False',
    Attributes: {
      Count: Object.keys(attributes).length,
      Keys: Object.keys(attributes),
      Values: Object.values(attributes),
    },
  })
  const isThere = (table: string, column: string, value: string) =>
    rowWhere(organization, table, column, value) !== undefined
  return [
    ...solution.flows.map(({ id, displayName }) =>
      component(displayName, 'Workflow', findRow(organization, 'workflow', id) !== undefined, { workflowid: id }),
    ),
    ...solution.connectionReferences.map(({ logicalName, displayName, connectorId }) =>
      component(
        displayName,
        'connectionreference',
        isThere('connectionreference', 'connectionreferencelogicalname', logicalName),
        {
          connectionreferencelogicalname: logicalName,
          connectionreferencedisplayname: displayName,
          connectorid: connectorId,
        },
      ),
    ),
    ...solution.environmentVariables.map(({ schemaName, displayName }) =>
      component(
        displayName,
        'environmentvariabledefinition',
        isThere('environmentvariabledefinition', 'schemaname', schemaName),
        {
          schemaname: schemaName,
        },
      ),
    ),
    ...solution.connectors.map(({ name, displayName }) =>
      component(displayName, 'connector', isThere('connector', 'name', name), { name }),
    ),
    // Kinds of components that the emulator has no tables for.
    ...solution.manifest.rootComponents
      .filter(({ type }) => type !== '29' && type !== '372')
      .map(({ type, schemaName, id }) => component(schemaName ?? id ?? '', typeNames[type] ?? type, undefined, {})),
  ]
}
