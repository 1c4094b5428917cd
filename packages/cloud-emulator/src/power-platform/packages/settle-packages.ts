import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { EmulatedCall } from '../../operation/emulated-operation.ts'
import { standingOf } from '../../operation/work-plan.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import type { PackagingOperationState } from '../state.ts'
import { carryOutImport } from './carry-out-import.ts'

/**
 * Brings imports of packages up to the emulator's present: what has come to its end is carried out, all or nothing.
 * Called before flows are read and before work is asked after.
 */
export function settlePackages(
  { tenant, clock }: Pick<EmulatedCall, 'tenant' | 'clock'>,
  environment: EnvironmentState,
): void {
  for (const operation of Object.values(environment.packaging.operations)) {
    if (operation.status !== 'Running' || standingOf(operation.plan, clock.now()) !== 'ended') continue
    const { plan, errors } = operation
    if (plan.outcome !== 'success') fail(operation, plan.outcome)
    else if (errors.length > 0) operation.status = 'Failed'
    else if (operation.kind === 'listImportParameters') operation.status = 'Succeeded'
    else carryOut({ tenant, clock }, environment, operation)
  }
}

function carryOut(
  { tenant }: Pick<EmulatedCall, 'tenant' | 'clock'>,
  environment: EnvironmentState,
  operation: PackagingOperationState,
): void {
  const ended = new Date(operation.plan.endsAt ?? operation.plan.startsAt)
  const flows = structuredClone(environment.flows)
  try {
    const failed = carryOutImport({ tenant, environment, operation, now: ended })
    operation.status = failed ? 'Failed' : 'Succeeded'
    if (failed) environment.flows = flows
  } catch (error) {
    if (!(error instanceof EmulatedFailure)) throw error
    environment.flows = flows
    fail(operation, error)
  }
}

function fail(
  operation: PackagingOperationState,
  { code, message }: { readonly code: string; readonly message: string },
): void {
  operation.status = 'Failed'
  operation.errors.push({ code, message })
}
