import type { Answer } from '../../operation/emulated-operation.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { stageSolution } from '../solutions/stage-solution.ts'
import { solutionTable } from '../tables/component-tables.ts'
import { demandRight, type Right } from '../users/organization-user.ts'
import { shareRow, sharesOf, unshareRow } from './sharing-actions.ts'
import {
  beginExport,
  beginImport,
  beginPromote,
  exportedFile,
  exportNow,
  importNow,
  importResult,
  promoteNow,
  publishAll,
} from './solution-actions.ts'

type Body = Readonly<Record<string, unknown>>

/** An action: what a POST to its name does. */
export type WebApiAction = (call: OrganizationCall, body: Body) => Answer

/** A function: what a GET of its name gives. */
export type WebApiFunction = (call: OrganizationCall, parameters: Readonly<Record<string, string>>) => Body

const done: Answer = { status: 204 }

/** Actions that are not bound to a table. */
export const actions: Readonly<Record<string, WebApiAction>> = {
  StageSolution: rightful('Import', (call, body) =>
    ok({ StageSolutionResults: stageSolution(call, body.CustomizationFile) }),
  ),
  ImportSolution: rightful('Import', (call, body) => {
    importNow(call, body)
    return done
  }),
  ImportSolutionAsync: rightful('Import', (call, body) => ok(beginImport(call, 'import', body))),
  StageAndUpgrade: rightful('Import', (call, body) => {
    importNow(call, body, 'upgrade')
    return done
  }),
  StageAndUpgradeAsync: rightful('Import', (call, body) => ok(beginImport(call, 'upgrade', body))),
  DeleteAndPromote: rightful('Import', (call, body) => ok(promoteNow(call, body))),
  DeleteAndPromoteAsync: rightful('Import', (call, body) => ok(beginPromote(call, body))),
  ExportSolution: rightful('Export', (call, body) => ok({ ExportSolutionFile: exportNow(call, body) })),
  ExportSolutionAsync: rightful('Export', (call, body) => ok(beginExport(call, body))),
  DownloadSolutionExportData: rightful('Export', (call, body) => ok({ ExportSolutionFile: exportedFile(call, body) })),
  PublishAllXml: rightful('Publish', (call) => {
    publishAll(call)
    return done
  }),
  GrantAccess: (call, body) => {
    shareRow(call, body, 'kept')
    return done
  },
  ModifyAccess: (call, body) => {
    shareRow(call, body, 'replaced')
    return done
  },
  RevokeAccess: (call, body) => {
    unshareRow(call, body)
    return done
  },
}

/** Functions that are not bound to a table. */
export const functions: Readonly<Record<string, WebApiFunction>> = {
  WhoAmI: ({ organization, user }) => ({
    BusinessUnitId: organization.businessUnitId,
    UserId: user,
    OrganizationId: organization.organizationId,
  }),
  RetrieveVersion: ({ environment }) => ({ Version: environment.organization?.version ?? '9.2.0.0' }),
  RetrieveSolutionImportResult: (call, { ImportJobId = '' }) => ({
    SolutionOperationResult: importResult(call, ImportJobId),
  }),
  RetrieveSharedPrincipalsAndAccess: (call, { Target = '' }) => ({ PrincipalAccesses: sharesOf(call, Target) }),
}

function ok(body: Body): Answer {
  return { status: 200, body }
}

function rightful(right: Right, action: WebApiAction): WebApiAction {
  return (call, body) => {
    demandRight(call.organization, call.user, right, solutionTable.name)
    return action(call, body)
  }
}
