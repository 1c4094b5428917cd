import { createSubject, type DraftFinding } from '@sevenstep/findings'
import { type Clock, isoNow } from '../clock.ts'
import type { Journal } from '../journal/journal.ts'
import {
  begunCreations,
  type JournalRun,
  type JournalState,
  type JournalStep,
  runToUndo,
} from '../journal/journal-state.ts'
import type { TargetDeployment } from '../model/deployment.ts'
import { differenceOf } from '../model/difference.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Found, Workbench } from '../things/driver.ts'
import { driverOf } from '../things/drivers.ts'
import { deploymentFinding } from './deployment-finding.ts'
import { inOrder } from './order.ts'
import type { Plan, PlannedAction } from './plan.ts'
import { fingerprintOf } from './plan-action.ts'

/** What a plan for going back is made with. */
export interface BackwardOptions {
  readonly clock: Clock
}

/**
 * A plan that goes back to what was there before the last apply: what it made is removed, what it changed is put back,
 * what it only took over is forgotten. What cannot go back is a finding, and stays.
 *
 * @throws TargetFailure `nothing-to-undo` when no apply is left to undo.
 */
export async function makeRollbackPlan(
  deployment: TargetDeployment,
  bench: Workbench,
  journal: Journal,
  { clock }: BackwardOptions,
): Promise<Plan> {
  const run = runToUndo(journal.state)
  if (run === undefined) throw nothingToUndo()
  const findings: DraftFinding[] = []
  const actions: PlannedAction[] = []
  for (const step of [...run.steps.values()].reverse()) {
    const action = await backward(step, run, bench, journal)
    if (action === undefined) continue
    if ('impossible' in action) {
      const location = deployment.locate(bench.wanted.get(step.address)?.place ?? [])
      findings.push(deploymentFinding('cannot-go-back', location, { part: step.address, detail: action.impossible }))
    } else actions.push(action)
  }
  const base = await planBase(deployment, bench, clock, findings)
  return { ...base, command: 'rollback', undoes: run.id, actions: removalsInOrder(actions) }
}

/** A plan that removes everything this deployment made in the target, and forgets what it had only taken over. */
export async function makeDestroyPlan(
  deployment: TargetDeployment,
  bench: Workbench,
  journal: Journal,
  { clock }: BackwardOptions,
): Promise<Plan> {
  const actions: PlannedAction[] = []
  for (const record of journal.state.records.values()) {
    const { address, kind, name, id, needs, isCreated } = record
    const driver = driverOf(kind)
    const found = await driver.findRecorded({ id, name: recordNameOf(address, kind, name, bench) }, bench)
    const common = { address, kind, name, id, needs }
    if (found === undefined) actions.push({ ...common, verb: 'forget', reason: 'It is gone from the target already.' })
    else if (!isCreated) {
      actions.push({ ...common, verb: 'forget', reason: 'It was there before the first apply, so it stays.' })
    } else {
      const expected = fingerprintOf(found, driver)
      actions.push({ ...common, verb: 'remove', reason: 'It was deployed from here.', expected, loses: driver.loses })
    }
  }
  actions.push(...(await cutOffRemovals(journal.state, bench)))
  const base = await planBase(deployment, bench, clock, [])
  return { ...base, command: 'destroy', actions: removalsInOrder(actions) }
}

async function backward(
  step: JournalStep,
  run: JournalRun,
  bench: Workbench,
  journal: Journal,
): Promise<PlannedAction | { readonly impossible: string } | undefined> {
  const { address, kind, action, before } = step
  const driver = driverOf(kind)
  const record = journal.state.records.get(address)
  const id = record?.id ?? step.id ?? ''
  const name = record?.name ?? run.recordsBefore.get(address)?.name ?? nameOfStep(step, bench)
  const found = await findStep(step, id, name, bench)
  const needs = record?.needs ?? run.recordsBefore.get(address)?.needs ?? []
  const common = { address, kind, name, id: found?.id ?? id, needs }
  const seen = found === undefined ? {} : { expected: fingerprintOf(found, driver) }
  if (action === 'forget' || (step.state === 'failed' && !step.isUnclear)) {
    return action === 'create' && found !== undefined && record !== undefined
      ? removal(common, seen, driver.loses)
      : undefined
  }
  if (action === 'adopt')
    return { ...common, verb: 'forget', reason: 'It was there before; the last apply only took it over.' }
  if (action === 'create') {
    if (found === undefined)
      return record === undefined ? undefined : { ...common, verb: 'forget', reason: 'It is gone already.' }
    return removal(common, seen, driver.loses)
  }
  if (typeof driver.restore !== 'function') return { impossible: driver.restore.impossible }
  const content = before === undefined ? undefined : journal.store.read(before)
  if (content === undefined || before === undefined)
    return { impossible: 'its earlier content is not beside the journal any more' }
  const impossible = driver.cannotRestore?.(content)
  if (impossible !== undefined) return { impossible }
  if (found === undefined && driver.comesBack?.(content) !== true) {
    return { impossible: 'it is gone, and would come back as another thing' }
  }
  const difference = differenceOf(found?.content ?? {}, content)
  const reason = action === 'remove' ? 'The last apply removed it.' : 'The last apply changed it.'
  return { ...common, ...seen, verb: 'restore', reason, before, ...(difference && { difference }) }
}

function removal(
  common: Omit<PlannedAction, 'verb' | 'reason'>,
  seen: { expected?: string },
  loses: string,
): PlannedAction {
  return { ...common, ...seen, verb: 'remove', reason: 'The last apply made it.', loses }
}

/** What creations that were cut off have made, where it is there: nothing else looks after it. */
export async function cutOffRemovals(
  journal: JournalState,
  bench: Workbench,
  isMeant: (address: string) => boolean = () => true,
): Promise<PlannedAction[]> {
  const actions: PlannedAction[] = []
  for (const step of begunCreations(journal).filter(({ address }) => isMeant(address))) {
    const { address, kind, id = '' } = step
    const name = nameOfStep(step, bench)
    const found = await findStep(step, id, name, bench)
    if (found === undefined) continue
    const driver = driverOf(kind)
    const common = { address, kind, name, needs: [], id: found.id, expected: fingerprintOf(found, driver) }
    actions.push({ ...common, verb: 'remove', reason: 'A run that was cut off made it.', loses: driver.loses })
  }
  return actions
}

function nameOfStep({ address, name }: JournalStep, bench: Workbench): string {
  return name ?? bench.wanted.get(address)?.name ?? address
}

/** A creation that was cut off left no id; what is described tells how to find it. */
async function findStep(step: JournalStep, id: string, name: string, bench: Workbench): Promise<Found | undefined> {
  const driver = driverOf(step.kind)
  const wanted = bench.wanted.get(step.address)
  const isUnknown = id === '' || !bench.records.has(step.address)
  const found = isUnknown && wanted !== undefined ? await driver.find(wanted, bench) : undefined
  const recordName = recordNameOf(step.address, step.kind, name, bench)
  // Seen as it will be seen when it is undone, so that both can be compared.
  return (await driver.findRecorded({ id: found?.id ?? id, name: recordName }, bench)) ?? found
}

/** Things with names of their own are found by them, not by what people call them. */
export function recordNameOf(address: string, kind: PlannedAction['kind'], name: string, bench: Workbench): string {
  const wanted = bench.wanted.get(address)
  if (wanted?.kind === 'solution') return wanted.uniqueName
  const isNamed = kind === 'environment-variable' || kind === 'connection-reference' || kind === 'solution'
  return isNamed ? address.slice(address.indexOf('/') + 1) : name
}

/** What needs something goes before it; putting back comes last, when nothing new uses it any more. */
function removalsInOrder(actions: readonly PlannedAction[]): PlannedAction[] {
  const removals = inOrder(actions.filter(({ verb }) => verb !== 'restore')).reverse()
  return [...removals, ...inOrder(actions.filter(({ verb }) => verb === 'restore'))]
}

async function planBase(
  deployment: TargetDeployment,
  bench: Workbench,
  clock: Clock,
  findings: readonly DraftFinding[],
): Promise<Omit<Plan, 'command' | 'actions'>> {
  const { environment, principal } = await bench.readings.facts()
  const { name, target, file } = deployment
  return {
    version: 1,
    deployment: name,
    target: { name: target.name, tenant: target.tenant, environment: environment.id },
    environmentName: environment.name,
    principal: principal.name,
    madeAt: isoNow(clock),
    wantedHash: '',
    routes: [],
    serverDryRuns: [],
    findings: createSubject({ path: file, kind: 'deployment', profile: target.name, target: environment.id, findings }),
  }
}

function nothingToUndo(): TargetFailure {
  return new TargetFailure({
    code: 'nothing-to-undo',
    what: 'There is no apply to go back from.',
    why: 'The journal of this target knows of none that changed something and was not undone since.',
    fix: 'Look at "sevenstep deploy status"; to remove everything that was deployed, use "sevenstep deploy destroy".',
  })
}
