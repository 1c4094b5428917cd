import { randomUUID } from 'node:crypto'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { insertRow } from '../rows/row-store.ts'
import type { DataverseState, PendingWork } from '../state.ts'
import { asyncOperationTable } from '../tables/system-tables.ts'

type Kind = PendingWork['kind']

/** What Dataverse calls each kind of work, and how long it usually takes here. */
const kindsOfWork: Readonly<
  Record<
    Kind,
    { readonly word: string; readonly message: string; readonly type: number; readonly milliseconds: number }
  >
> = {
  import: { word: 'Import', message: 'ImportSolutionAsync', type: 203, milliseconds: 15_000 },
  upgrade: { word: 'Import', message: 'StageAndUpgradeAsync', type: 211, milliseconds: 20_000 },
  promote: { word: 'Upgrade', message: 'DeleteAndPromoteAsync', type: 207, milliseconds: 8_000 },
  export: { word: 'Export', message: 'ExportSolutionAsync', type: 202, milliseconds: 3_000 },
}

/**
 * Refuses work on solutions while other work on them runs: an organisation does one piece at a time. Exports are left
 * out, as they change nothing.
 *
 * Source: the texts are from public threads; 429 as the status rests on community code alone. Dataverse may also take
 * an asynchronous import and let it fail with the same text.
 */
export function refuseWhileWorking(organization: DataverseState, word: string) {
  const running = organization.pending.find(({ kind }) => kind !== 'export')
  if (running === undefined) return
  const other = kindsOfWork[running.kind].word
  throw new EmulatedFailure(
    429,
    '0x80071151',
    other === word
      ? `Cannot start another [${word}] because there is a previous [${other}] running at this moment. Use Solution History for more details.`
      : `Cannot start the requested operation [${word}] because there is another [${other}] running at this moment. Use Solution History for more details.`,
  )
}

/** Begins work in the background and gives the id of its `asyncoperation`. */
export function beginWork(
  call: OrganizationCall,
  kind: Kind,
  name: string,
  parameters: Readonly<Record<string, unknown>>,
): string {
  const { message, type, milliseconds } = kindsOfWork[kind]
  const { organization } = call
  const operation = randomUUID()
  insertRow(call, asyncOperationTable, {
    asyncoperationid: operation,
    name,
    messagename: message,
    operationtype: type,
    statecode: 0,
    statuscode: 0,
    dependencytoken: `SolutionOperation_${organization.organizationId}`,
  })
  const before = organization.pending
  const plan = call.planWork(`solution-${kind}`, milliseconds)
  organization.pending = [...before, { operation, plan, kind, parameters, user: call.user }]
  call.undo.push(() => {
    organization.pending = before
  })
  return operation
}
