import { type WantedKind, wantedKinds } from '../model/wanted.ts'
import type { JournalEntry, StepAction } from './journal-entry.ts'

/** What a deployment has put into a target and still looks after. */
export interface JournalRecord {
  readonly address: string
  readonly kind: WantedKind
  readonly name: string
  readonly id: string
  readonly hash: string
  readonly fingerprint: string
  readonly after?: string
  /** True where it was made from here; false where it was there before and taken over. */
  readonly isCreated: boolean
  readonly needs: readonly string[]
}

/** One step of a run: what it found before and how far it came. */
export interface JournalStep {
  readonly address: string
  readonly kind: WantedKind
  readonly action: StepAction
  readonly id?: string
  readonly name?: string
  readonly before?: string
  readonly handle?: string
  readonly state: 'began' | 'done' | 'failed'
  /** Whether nobody knows if the target took it. */
  readonly isUnclear: boolean
  /** Whether a person has to do something before others can go on. */
  readonly waits?: true
}

/** One run of apply, rollback or destroy; a resumed run stays one. */
export interface JournalRun {
  readonly id: string
  readonly command: 'apply' | 'rollback' | 'destroy'
  readonly tenant: string
  readonly environment: string
  readonly beganAt: string
  readonly lastAt: string
  readonly undoes?: string
  readonly steps: ReadonlyMap<string, JournalStep>
  /** What was looked after before the run. */
  readonly recordsBefore: ReadonlyMap<string, JournalRecord>
  readonly outcome?: 'done' | 'failed' | 'waits' | 'stopped'
}

/** Everything a journal says, worked out from its lines. */
export interface JournalState {
  readonly records: ReadonlyMap<string, JournalRecord>
  readonly runs: readonly JournalRun[]
}

/** Works out what a journal says: the same lines always give the same state. */
export function journalState(entries: readonly JournalEntry[]): JournalState {
  const records = new Map<string, JournalRecord>()
  const runs = new Map<string, JournalRun>()
  for (const entry of entries) {
    if (entry.type === 'run-began') {
      const { run, command, tenant, environment, at, undoes } = entry
      const place = { tenant, environment, beganAt: at, lastAt: at }
      const begun = { id: run, command, ...place, steps: new Map(), recordsBefore: new Map(records) }
      runs.set(run, { ...begun, ...(undoes !== undefined && { undoes }) })
      continue
    }
    const run = runs.get(entry.run)
    if (run === undefined) continue
    runs.set(entry.run, { ...run, ...progressOf(run, entry), lastAt: entry.at })
    if (entry.type === 'step-done') keepRecord(records, entry, wasBegunAsCreate(run, entry.address))
  }
  return { records, runs: [...runs.values()] }
}

/** The run that is to be gone on with, where the last one did not end well. */
export function openRun({ runs }: JournalState): JournalRun | undefined {
  const last = runs.at(-1)
  return last === undefined || last.outcome === 'done' ? undefined : last
}

/** Creations of which nobody knows whether the target took them: no record looks after what they may have made. */
export function begunCreations({ runs, records }: JournalState): readonly JournalStep[] {
  const last = new Map(runs.flatMap(({ steps }) => [...steps]))
  return [...last.values()].filter(
    ({ address, action, state, isUnclear }) =>
      action === 'create' && (state === 'began' || isUnclear) && !records.has(address),
  )
}

/** The last apply that changed something and was not undone since. */
export function runToUndo({ runs }: JournalState): JournalRun | undefined {
  const undone = new Set(runs.filter(({ outcome }) => outcome === 'done').map(({ undoes }) => undoes))
  const hasChanges = (run: JournalRun) =>
    [...run.steps.values()].some(
      ({ action, state, isUnclear }) => action !== 'adopt' && (state === 'done' || state === 'began' || isUnclear),
    )
  return runs.findLast((run) => run.command === 'apply' && hasChanges(run) && !undone.has(run.id))
}

function progressOf(run: JournalRun, entry: Exclude<JournalEntry, { type: 'run-began' }>): Partial<JournalRun> {
  switch (entry.type) {
    case 'run-ended':
      return { outcome: entry.outcome }
    case 'run-resumed':
      // A key that is there but undefined would not take the outcome away under exact optional properties.
      return withoutOutcome(run)
    default:
      return { steps: new Map(run.steps).set(entry.address, stepAfter(run.steps.get(entry.address), entry)) }
  }
}

function withoutOutcome(run: JournalRun): Partial<JournalRun> {
  const { outcome: _, ...rest } = run
  return rest
}

type StepEntry = Extract<JournalEntry, { address: string }>

function stepAfter(known: JournalStep | undefined, entry: StepEntry): JournalStep {
  const { address } = entry
  switch (entry.type) {
    case 'step-began': {
      const { kind, action, id, name, before } = entry
      // Gone on with after a kill, the first state found is the one to go back to.
      const first = mayBeTaken(known) ? known : undefined
      const earlier = first?.before ?? before
      return {
        address,
        kind,
        action: first?.action === 'create' ? 'create' : action,
        state: 'began',
        isUnclear: false,
        ...(id !== undefined && { id }),
        ...(name !== undefined && { name }),
        ...(first?.action !== 'create' && earlier !== undefined && { before: earlier }),
      }
    }
    case 'step-accepted':
      return { ...begunStep(known, address), handle: entry.handle }
    case 'step-done': {
      const action =
        mayBeTaken(known) && known.action === 'create' && entry.action !== 'remove' ? 'create' : entry.action
      return { ...begunStep(known, address), kind: entry.kind, action, id: entry.id, state: 'done', isUnclear: false }
    }
    case 'step-failed':
      return { ...begunStep(known, address), state: 'failed', isUnclear: entry.unclear === true }
    case 'step-waits':
      // What waits is there; only others cannot use it yet.
      return { ...begunStep(known, address), state: 'done', waits: true }
  }
}

/** A step that begins with how it ends: nothing had to be done, but a person is needed. */
function begunStep(known: JournalStep | undefined, address: string): JournalStep {
  const kind = wantedKinds.find((one) => address.startsWith(`${one}/`)) ?? 'connector'
  return known ?? { address, kind, action: 'adopt', state: 'began', isUnclear: false }
}

/** Whether a target may have taken a step of which only the beginning is known. */
function mayBeTaken(step: JournalStep | undefined): step is JournalStep {
  return step !== undefined && (step.state === 'began' || step.state === 'done' || step.isUnclear)
}

/** A thing that is found after an unclear creation of the same run was made by it. */
function wasBegunAsCreate(run: JournalRun, address: string): boolean {
  const step = run.steps.get(address)
  return mayBeTaken(step) && step.action === 'create'
}

function keepRecord(
  records: Map<string, JournalRecord>,
  entry: Extract<JournalEntry, { type: 'step-done' }>,
  isMadeInRun: boolean,
): void {
  const { address, kind, name, id, hash, fingerprint, after, action, needs = [] } = entry
  if (action === 'remove' || action === 'forget' || hash === undefined || fingerprint === undefined) {
    records.delete(address)
    return
  }
  const known = records.get(address)
  // An upgrade may give a thing another id; only one that somebody else put in its place is not ours.
  const isStillOurs = known?.isCreated === true && (known.id === id || action === 'update')
  const isCreated = action === 'create' || isMadeInRun || isStillOurs
  records.set(address, {
    address,
    kind,
    name,
    id,
    hash,
    fingerprint,
    isCreated,
    needs,
    ...(after !== undefined && { after }),
  })
}
