import { asyncOperations, solutionImport, solutions, stageSolutionResults } from '@sevenstep/cloud-access'
import type { DatabaseArea, SolutionImport } from '../database-area.ts'
import type { TargetOptions, TargetWork } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { followOperation, operationHandle } from './follow-operation.ts'
import { atOrganization, type Organization } from './organization.ts'

type SolutionArea = Pick<
  DatabaseArea,
  | 'solutions'
  | 'importSolution'
  | 'resumeImport'
  | 'runningImports'
  | 'exportSolution'
  | 'removeSolution'
  | 'setSolutionVersion'
  | 'stageSolution'
>

/** Import 203, promotion 207, uninstall 208, upgrade 211; publishing 204 keeps imports waiting, too. */
const serialised =
  'operationtype eq 203 or operationtype eq 204 or operationtype eq 207 or operationtype eq 208 or operationtype eq 211'
const mostTries = 60

/** Solutions of an organisation, which does one piece of work on them at a time. */
export function cloudSolutions(organization: Organization): SolutionArea {
  const { calls } = organization
  const at = atOrganization(organization)
  const runningImports = async (): Promise<string[]> => {
    const query = {
      $select: 'asyncoperationid,statecode,statuscode,operationtype',
      $filter: `statecode ne 3 and (${serialised})`,
    }
    const running = await calls.all(asyncOperations.list, { query }, at)
    return running.map(({ asyncoperationid }) => operationHandle(asyncoperationid))
  }
  const whenFree = (options: TargetOptions) => waitUntilFree(organization, runningImports, options)
  return {
    async solutions() {
      const query = { $select: 'solutionid,uniquename,version,ismanaged' }
      const rows = await calls.all(solutions.list, { query }, at)
      return rows.map(({ solutionid: id, uniquename: uniqueName, version, ismanaged: isManaged }) => ({
        id,
        uniqueName,
        version,
        isManaged,
      }))
    },
    async importSolution(request, options = {}) {
      const operation = request.mode === 'upgrade' ? solutionImport.beginUpgrade : solutionImport.begin
      const body = importBody(request)
      const begun = await whenFree(options)(() => calls.call(operation, { body }, at))
      return followOperation(organization, begun.AsyncOperationId, options)
    },
    async resumeImport(handle, options = {}) {
      return followOperation(organization, handle, options)
    },
    runningImports,
    async exportSolution(uniqueName) {
      const body = { SolutionName: uniqueName, Managed: false }
      const { ExportSolutionFile } = await calls.call(solutions.export, { body }, at)
      return Buffer.from(ExportSolutionFile, 'base64')
    },
    removeSolution: (id) => whenFree({})(() => calls.remove(solutions.delete, { path: { id } }, at)),
    async setSolutionVersion(id, version) {
      await calls.call(
        solutions.update,
        { path: { id }, headers: { 'if-match': '*' }, query: {}, body: { version } },
        at,
      )
    },
    async stageSolution(bytes) {
      const body = { CustomizationFile: Buffer.from(bytes).toString('base64') }
      const { StageSolutionResults } = await calls.call(solutionImport.stage, { body }, at)
      const { StageSolutionStatus, MissingDependencies, SolutionValidationResults } =
        stageSolutionResults.parse(StageSolutionResults)
      const missing = MissingDependencies.map(
        ({ RequiredComponentDisplayName, RequiredComponentSchemaName, RequiredSolutionName }) =>
          `Missing: ${RequiredComponentDisplayName ?? RequiredComponentSchemaName ?? 'a component'} of ${RequiredSolutionName ?? 'a solution'}`,
      )
      const said = SolutionValidationResults.filter(
        ({ SolutionValidationResultType: type }) => (type ?? 'Error').toLowerCase() === 'error',
      ).map(({ Message }) => Message)
      return { passed: StageSolutionStatus === 'Passed' && said.length === 0, messages: [...said, ...missing] }
    },
  }
}

function importBody({ bytes, overwriteUnmanaged, references, variables, turnOnFlows }: SolutionImport) {
  return {
    CustomizationFile: Buffer.from(bytes).toString('base64'),
    OverwriteUnmanagedCustomizations: overwriteUnmanaged,
    PublishWorkflows: turnOnFlows,
    ComponentParameters: [
      ...references.map(({ logicalName, displayName, connectorId, connectionId }) => ({
        '@odata.type': 'Microsoft.Dynamics.CRM.connectionreference',
        connectionreferencelogicalname: logicalName,
        connectionreferencedisplayname: displayName,
        description: '',
        connectorid: connectorId,
        connectionid: connectionId,
      })),
      ...variables.map(({ schemaName, value }) => ({
        '@odata.type': 'Microsoft.Dynamics.CRM.environmentvariablevalue',
        schemaname: schemaName,
        value,
      })),
    ],
  }
}

/** Work on solutions is refused while other such work goes on: what runs is waited for, and then it is tried again. */
function waitUntilFree(organization: Organization, running: () => Promise<string[]>, options: TargetOptions) {
  return async <T>(begin: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await begin()
      } catch (error) {
        const isBusy = error instanceof TargetFailure && error.text.code === 'solution-work-running'
        if (!isBusy || tries >= mostTries) throw error
        options.onProgress?.({ said: 'waiting for other work on solutions in this organisation' })
        await waitFor(await running(), organization, options)
      }
    }
  }
}

async function waitFor(handles: readonly string[], organization: Organization, options: TargetOptions): Promise<void> {
  const pause = 15_000
  if (handles.length === 0) await organization.clock.sleep(pause, options.signal)
  for (const handle of handles) {
    const work: TargetWork = followOperation(organization, handle, options)
    await work.done().catch((error: unknown) => {
      // How other people's work ends does not matter here.
      if (!(error instanceof TargetFailure)) throw error
    })
  }
}
