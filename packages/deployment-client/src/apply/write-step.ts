import type { StepAction } from '../journal/journal-entry.ts'
import type { Wanted } from '../model/wanted.ts'
import type { PlannedAction } from '../plan/plan.ts'
import { appliedHash, compare, fingerprintOf, labelOf } from '../plan/plan-action.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Driver, Found } from '../things/driver.ts'
import { driverOf } from '../things/drivers.ts'
import { settleImports } from '../things/solution-driver.ts'
import { keepContent } from './keep-content.ts'
import { lookUntilThere } from './look.ts'
import type { StepContext } from './run-step.ts'

/** Creates, updates or takes over one thing, and writes down what became of it. */
export async function writeStep(action: PlannedAction, context: StepContext): Promise<void> {
  const { bench, journal } = context
  const wanted = bench.wanted.get(action.address)
  if (wanted === undefined) throw new Error(`A plan speaks of ${action.address}, which is not described.`)
  const driver = driverOf(wanted.kind)
  const found = await driver.find(wanted, bench)
  if (!(await isDone(action, wanted, found, driver, context))) expectUnchanged(action, wanted, found, driver)
  if (action.verb === 'adopt' || (await isDone(action, wanted, found, driver, context))) {
    // What came along with something of this run was made by it, although not by a call of its own.
    await writeDone(wanted, found, action.verb === 'create' && comesAlong(wanted) ? 'create' : 'adopt', context)
    return
  }
  const { address, kind } = action
  // What came along with something of this run is new, although it is there by now.
  const isNew = found === undefined || action.verb === 'create' || isOfNewFlow(wanted, context)
  const verb = isNew ? 'create' : 'update'
  const earlier = found === undefined ? undefined : ((await driver.keepBefore?.(wanted, found, bench)) ?? found.content)
  const before = earlier === undefined ? undefined : keepContent(earlier, context)
  journal.add({
    type: 'step-began',
    address,
    kind,
    action: verb,
    name: labelOf(wanted),
    ...idBefore(wanted, found),
    ...(before !== undefined && { before }),
  })
  const isFound = await act(wanted, found, driver, context)
  const look = await lookUntilThere(wanted, driver, bench, context.clock)
  if (look.found === undefined) throw notSeen(wanted)
  await writeDone(wanted, look.found, verb, context, isFound)
}

/** Ids that are worked out are known before the thing is there. */
function idBefore(wanted: Wanted, found: Found | undefined): { readonly id?: string } {
  if (found !== undefined) return { id: found.id }
  if (wanted.kind === 'environment-variable') return { id: wanted.valueId }
  const isOurs =
    wanted.kind === 'connection' ||
    wanted.kind === 'connection-reference' ||
    (wanted.kind === 'flow' && wanted.route === 'solution')
  return isOurs ? { id: wanted.id } : {}
}

/** @returns whether the outcome was found by looking. */
async function act(wanted: Wanted, found: Found | undefined, driver: Driver, context: StepContext): Promise<boolean> {
  const { bench, clock } = context
  const write = async () => {
    if (found === undefined) await driver.create(wanted, bench)
    else await driver.update(wanted, found, bench)
  }
  try {
    await write()
    return false
  } catch (error) {
    if (!(error instanceof TargetFailure) || !error.isAmbiguous) throw error
    if (wanted.kind === 'solution') await settleImports(bench)
    const look = await lookUntilThere(wanted, driver, bench, clock)
    if (look.isAsWanted) return true
    if (!isRepeatable(wanted)) throw error
    // Written under an id of ours, so that writing it once more cannot make a second.
    await write()
    return false
  }
}

function isRepeatable(wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'connection':
    case 'activation':
    case 'sharing':
    case 'environment-variable':
      return true
    case 'flow':
      return wanted.route === 'solution'
    case 'connection-reference':
      return wanted.broughtBy === undefined
    default:
      return false
  }
}

/** Somebody may have done it meanwhile, or an earlier attempt of ours. */
async function isDone(
  { verb, difference }: PlannedAction,
  wanted: Wanted,
  found: Found | undefined,
  driver: Driver,
  { bench }: StepContext,
): Promise<boolean> {
  if (found === undefined) return false
  // An update without a visible difference writes what the target does not show.
  if (verb === 'update' && difference === undefined) return false
  return (await compare(wanted, found, driver, bench)) === undefined
}

/** What the plan was made from has to be what is there. */
function expectUnchanged(action: PlannedAction, wanted: Wanted, found: Found | undefined, driver: Driver): void {
  const { verb, expected, name, address } = action
  const now = found === undefined ? undefined : fingerprintOf(found, driver)
  if (now === expected || (verb === 'create' && comesAlong(wanted))) return
  throw new TargetFailure({
    code: 'changed-since-plan',
    what: `${name} (${address}) was ${found === undefined ? 'removed' : 'changed'} in the target since the plan was made.`,
    why: 'Applying the plan would overwrite a change that nobody has looked at.',
    fix: 'Make a new plan and look at the difference.',
  })
}

/** What a plan expects to create may come with a solution that was imported before it in the same run. */
function comesAlong(wanted: Wanted): boolean {
  return wanted.kind === 'activation' || ('broughtBy' in wanted && wanted.broughtBy !== undefined)
}

/** Whether a flow that is switched was made in this run: before it, there was nothing to switch back to. */
function isOfNewFlow(wanted: Wanted, { journal }: StepContext): boolean {
  if (wanted.kind !== 'activation') return false
  return journal.state.runs.at(-1)?.steps.get(wanted.flow.address)?.action === 'create'
}

async function writeDone(
  wanted: Wanted,
  found: Found | undefined,
  action: StepAction,
  context: StepContext,
  isFound = false,
): Promise<void> {
  const { bench, journal } = context
  if (found === undefined) throw notSeen(wanted)
  const driver = driverOf(wanted.kind)
  journal.add({
    type: 'step-done',
    address: wanted.address,
    kind: wanted.kind,
    action,
    id: found.id,
    name: labelOf(wanted),
    hash: await appliedHash(wanted, driver, bench),
    fingerprint: fingerprintOf(found, driver),
    after: keepContent(found.content, context),
    needs: [...wanted.needs],
    ...(isFound && { found: true }),
  })
}

function notSeen({ address }: Wanted): TargetFailure {
  return new TargetFailure(
    {
      code: 'not-seen',
      what: `${address} was accepted, but does not show up in the target.`,
      why: 'Lists of the platform lag behind at times; nobody can tell yet whether it is there.',
      fix: 'Run apply again in a few minutes: it looks first and makes nothing twice.',
    },
    { isAmbiguous: true },
  )
}
