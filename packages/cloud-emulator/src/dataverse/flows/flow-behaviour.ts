import { randomUUID } from 'node:crypto'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { TableBehaviour } from '../behaviours/table-behaviour.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import type { Row } from '../state.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'
import { publishedMark } from './definition-refusals.ts'
import { activationFailure, activationRefusal, clientDataOf } from './flow-activation.ts'

/** `category` of a cloud flow. */
export const cloudFlowCategory = 5

/** What a flow that is off has in its row. */
export const off = { statecode: 0, statuscode: 1 } as const
/** What a flow that is on has, with the mark that it was on once: a flow that calls it may be turned on from then. */
export const on = { statecode: 1, statuscode: 2, [publishedMark]: true } as const
const suspended = { statecode: 2, statuscode: 3 } as const

/** Flows are born off, turned on and off by `statecode`, and deleted only when off. */
export const flowBehaviour: TableBehaviour = {
  create: (_call, values) => {
    const row: Row = {
      type: 1,
      modernflowtype: 0,
      mode: 0,
      scope: 4,
      runas: 1,
      primaryentity: 'none',
      ...values,
      ...off,
      workflowidunique: randomUUID(),
      iscustomizable: true,
    }
    demandClientData(row)
    return row
  },
  change: (call, row, values) => {
    const next = { ...row, ...values }
    if (values.clientdata !== undefined) demandClientData(next)
    return { ...values, ...stateOf(call, row, next, values) }
  },
  remove: (_call, row) => {
    if (row.statecode === on.statecode) {
      throw new EmulatedFailure(400, '0x8004500f', 'Cannot delete an active workflow definition.')
    }
    return 'gone'
  },
}

function stateOf(call: OrganizationCall, row: Row, next: Row, { statecode }: Row): Row {
  if (statecode === off.statecode) return off
  if (statecode === suspended.statecode) return suspended
  const stays = statecode === undefined && (row.statecode !== on.statecode || next.clientdata === row.clientdata)
  if (stays) return { statecode: row.statecode ?? 0, statuscode: row.statuscode ?? 1 }
  // A flow that is on is judged again when its definition changes.
  const refusal = activationRefusal(call, next)
  if (refusal !== undefined) throw activationFailure(refusal)
  return on
}

function demandClientData(row: Row) {
  if (row.category !== cloudFlowCategory) return
  if (clientDataOf(row) === undefined) {
    throw bodyFailure("The column 'clientdata' has to be JSON text with 'properties' and 'schemaVersion'.")
  }
}
