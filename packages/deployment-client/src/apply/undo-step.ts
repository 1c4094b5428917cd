import type { JsonObject } from '../model/content.ts'
import { recordNameOf } from '../plan/make-rollback-plan.ts'
import type { PlannedAction } from '../plan/plan.ts'
import { fingerprintOf } from '../plan/plan-action.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Driver, Found } from '../things/driver.ts'
import { driverOf } from '../things/drivers.ts'
import { hiddenSecret, keepContent } from './keep-content.ts'
import type { StepContext } from './run-step.ts'

const pauses = [0, 1000, 2000, 4000]

/** Removes a thing, puts its earlier content back, or forgets it; writes down what became of it. */
export async function undoStep(action: PlannedAction, context: StepContext): Promise<void> {
  const { bench, journal } = context
  const { address, kind, verb, name, id = '' } = action
  if (verb === 'forget') {
    journal.add({ type: 'step-done', address, kind, action: 'forget', id, name })
    return
  }
  const driver = driverOf(kind)
  const found = await driver.findRecorded({ id, name: recordName(action, context) }, bench)
  expectUnchanged(action, found, driver)
  const before = found === undefined ? undefined : keepContent(found.content, context)
  const step = verb === 'remove' ? 'remove' : 'restore'
  journal.add({ type: 'step-began', address, kind, action: step, id, ...(before !== undefined && { before }) })
  if (verb === 'remove') await remove(action, found, driver, context)
  else await restore(action, driver, context)
}

async function remove(
  action: PlannedAction,
  found: Found | undefined,
  driver: Driver,
  context: StepContext,
): Promise<void> {
  const { bench, journal } = context
  const { address, kind, name, id = '' } = action
  const record = { id, name: recordName(action, context) }
  if (found !== undefined) {
    await lookingAtDoubt(
      () => driver.remove(record, bench),
      async () => (await lookAgain(record, driver, context, isGone)) === undefined,
    )
    bench.readings.forget()
  }
  journal.add({ type: 'step-done', address, kind, action: 'remove', id, name })
}

async function restore(action: PlannedAction, driver: Driver, context: StepContext): Promise<void> {
  const { bench, journal } = context
  const { address, kind, name, id = '', before } = action
  const content = before === undefined ? undefined : journal.store.read(before)
  if (content === undefined || typeof driver.restore !== 'function') throw notKept(name)
  if (JSON.stringify(content).includes(hiddenSecret)) throw notKept(name)
  const put = driver.restore
  const isThere = (found: Found | undefined) => isSame(found, content, driver)
  const record = { id, name: recordName(action, context) }
  await lookingAtDoubt(
    () => put(record, content, bench),
    async () => isThere(await lookAgain(record, driver, context, isThere)),
  )
  const found = await lookAgain(record, driver, context, isThere)
  const earlier = recordBefore(action, context)
  journal.add({
    type: 'step-done',
    address,
    kind,
    action: 'restore',
    id: found?.id ?? id,
    name,
    ...(found !== undefined &&
      earlier !== undefined && {
        hash: earlier.hash,
        fingerprint: fingerprintOf(found, driver),
        after: keepContent(found.content, context),
        needs: [...earlier.needs],
      }),
  })
}

/** Acts; where nobody knows whether the target took it, looks before acting once more. */
async function lookingAtDoubt(act: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof TargetFailure) || !error.isAmbiguous) throw error
    if (await isDone()) return
    await act()
  }
}

/** Looks anew, until what is expected is seen or it is clear that it will not be: lists lag behind. */
async function lookAgain(
  record: { readonly id: string; readonly name: string },
  driver: Driver,
  { bench, clock }: StepContext,
  isExpected: (found: Found | undefined) => boolean,
): Promise<Found | undefined> {
  let found: Found | undefined
  for (const pause of pauses) {
    if (pause > 0) await clock.sleep(pause, bench.options.signal)
    bench.readings.forget()
    found = await driver.findRecorded(record, bench)
    if (isExpected(found)) break
  }
  return found
}

function isGone(found: Found | undefined): boolean {
  return found === undefined
}

function isSame(found: Found | undefined, content: JsonObject, driver: Driver): boolean {
  return found !== undefined && fingerprintOf(found, driver) === fingerprintOf({ id: '', content }, driver)
}

function expectUnchanged(action: PlannedAction, found: Found | undefined, driver: Driver): void {
  const { expected, name, address, kind, verb } = action
  const now = found === undefined ? undefined : fingerprintOf(found, driver)
  // A flow that came back in the same run brings the state that is put back next.
  const comesAlong = verb === 'restore' && kind === 'activation' && expected === undefined
  if (now === undefined || now === expected || comesAlong) return
  throw new TargetFailure({
    code: 'changed-since-plan',
    what: `${name} (${address}) was changed in the target since the plan was made.`,
    why: 'Going on would take away a change that nobody has looked at.',
    fix: 'Make a new plan and look at it.',
  })
}

function recordName({ address, kind, name }: PlannedAction, { bench }: StepContext): string {
  return recordNameOf(address, kind, name, bench)
}

function recordBefore({ address }: PlannedAction, { journal, undoes }: StepContext) {
  return journal.state.runs.find(({ id }) => id === undoes)?.recordsBefore.get(address)
}

function notKept(name: string): TargetFailure {
  return new TargetFailure({
    code: 'earlier-content-not-kept',
    what: `The earlier content of ${name} cannot be put back.`,
    why: 'It is no longer beside the journal, was changed there, or held a secret, which is never kept.',
    fix: 'Describe the earlier content and run apply.',
  })
}
