import type { DescribedTarget } from '../description/target-schema.ts'
import type { Journal } from '../journal/journal.ts'
import { type JournalRecord, type JournalRun, openRun } from '../journal/journal-state.ts'

/** One run as a status shows it. */
export interface RunStatus {
  readonly run: string
  readonly command: JournalRun['command']
  readonly beganAt: string
  readonly lastAt: string
  /** `cut-off`: the process ended in the middle. */
  readonly outcome: 'done' | 'failed' | 'waits' | 'stopped' | 'cut-off'
  /** Steps that did not end well, with how far they came. */
  readonly open: readonly { readonly address: string; readonly state: string }[]
}

/** What the journal says of a target. */
export interface TargetStatus {
  readonly target: string
  readonly tenant: string
  readonly environment: string
  readonly journal: string
  readonly lastRun?: RunStatus
  /** True when running the command again goes on with it. */
  readonly canGoOn: boolean
  readonly records: readonly Pick<JournalRecord, 'address' | 'kind' | 'name' | 'id' | 'isCreated'>[]
}

/** What the journal says of a target; the target itself is not asked. */
export function statusOf({ name, tenant, environment }: DescribedTarget, journal: Journal): TargetStatus {
  const { state } = journal
  const last = state.runs.at(-1)
  return {
    target: name,
    tenant,
    environment,
    journal: journal.path,
    canGoOn: openRun(state) !== undefined,
    records: [...state.records.values()].map(({ address, kind, name: shown, id, isCreated }) => ({
      address,
      kind,
      name: shown,
      id,
      isCreated,
    })),
    ...(last !== undefined && { lastRun: runStatus(last) }),
  }
}

function runStatus({ id, command, beganAt, lastAt, outcome, steps }: JournalRun): RunStatus {
  const open = [...steps.values()]
    .filter(({ state, waits }) => state !== 'done' || waits === true)
    .map(({ address, state, waits }) => ({ address, state: waits === true ? 'waits' : state }))
  return { run: id, command, beganAt, lastAt, outcome: outcome ?? 'cut-off', open }
}
