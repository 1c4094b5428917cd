import type { Clock } from '../clock.ts'
import type { Journal } from '../journal/journal.ts'
import type { PlannedAction } from '../plan/plan.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Workbench } from '../things/driver.ts'
import { driverOf } from '../things/drivers.ts'
import type { StepResult, StepState } from './deploy-event.ts'
import { undoStep } from './undo-step.ts'
import { writeStep } from './write-step.ts'

/** What a step works with. */
export interface StepContext {
  readonly bench: Workbench
  readonly journal: Journal
  readonly clock: Clock
  readonly report: (state: StepState, details?: { readonly percent?: number; readonly said?: string }) => void
  /** Run that is being undone. */
  readonly undoes: string | undefined
  /** Told at every sign of life of a step that lasts. */
  readonly onAlive?: () => void
}

/**
 * Carries out one step: looks, writes the journal, acts, looks again. Failures of the target become a result; whatever
 * else goes wrong is thrown, and the journal then still says that the step began.
 */
export async function runStep(action: PlannedAction, context: StepContext, signal?: AbortSignal): Promise<StepResult> {
  const { bench, journal, report } = context
  const { address, name, verb } = action
  const result = { address, name, verb }
  const working: StepContext = { ...context, bench: withProgress(address, context, signal) }
  if (verb !== 'leave') report('began')
  try {
    if (verb === 'remove' || verb === 'restore' || verb === 'forget') await undoStep(action, working)
    else if (verb !== 'leave') await writeStep(action, working)
    const waits = await waiting(action, working)
    if (waits !== undefined) {
      journal.add({ type: 'step-waits', address, code: waits.code })
      report('waits', { said: waits.what })
      return { ...result, state: 'waits', waits }
    }
  } catch (error) {
    if (!(error instanceof TargetFailure) || signal?.aborted === true) throw error
    const { code, requestIds } = error.text
    const what = bench.secrets.hide(error.text.what)
    journal.add({
      type: 'step-failed',
      address,
      code,
      what,
      ...(requestIds !== undefined && { requestIds: [...requestIds] }),
      ...(error.isAmbiguous && { unclear: true }),
    })
    report('failed', { said: what })
    return { ...result, state: 'failed', failure: hidden(error, bench) }
  }
  if (verb !== 'leave') report('done')
  return { ...result, state: 'done' }
}

/** A connection that is there may still need a person. */
async function waiting({ kind, address, verb }: PlannedAction, { bench }: StepContext) {
  const wanted = bench.wanted.get(address)
  const driver = driverOf(kind)
  if (driver.waitsFor === undefined || wanted === undefined || verb === 'remove' || verb === 'forget') return undefined
  const found = await driver.find(wanted, bench)
  return found === undefined ? undefined : driver.waitsFor(wanted, found, bench)
}

function withProgress(
  address: string,
  { bench, journal, report, onAlive }: StepContext,
  signal?: AbortSignal,
): Workbench {
  return {
    ...bench,
    onAccepted: (handle) => journal.add({ type: 'step-accepted', address, handle }),
    options: {
      ...(signal && { signal }),
      onProgress(progress) {
        onAlive?.()
        report('progress', progress)
      },
    },
  }
}

/** Texts of the cloud can quote what was sent. */
function hidden({ text }: TargetFailure, { secrets }: Workbench): TargetFailure['text'] {
  return { ...text, what: secrets.hide(text.what), why: secrets.hide(text.why), fix: secrets.hide(text.fix) }
}
