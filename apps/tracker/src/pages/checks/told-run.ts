import type { StripCell } from '@sevenstep/onboarding'
import { rulesIn } from '../../checks/run-view.ts'
import type { FileResult } from '../../checks/worker/messages.ts'
import type { RunRead } from '../../reads/checks/read-checks.ts'
import type { Texts } from '../../texts/index.ts'

type Run = RunRead['run']

/** The answer in one line: what the check says of the product. */
export function headlineOf(name: string, run: Run | undefined, { checks }: Texts): string {
  if (run === undefined) return checks.headlines.none(name)
  if (isAlone(run, 'deployment-client') && (run.state === 'passed' || run.state === 'failed')) {
    return checks.reportHeadlines[run.state](name)
  }
  return checks.headlines[run.state === 'queued' ? 'running' : run.state](name)
}

/** What was counted, with which rules, and that it is ours. */
export function measureOf(run: Run, { checks }: Texts): string {
  const { errors, warnings, notes, operations, edition, durationMilliseconds, profile, ruleSet, rooms } = run
  const isConnector = rooms.includes('certification-rules')
  const [room, ...more] = rooms
  const parts = [
    ...(errors === null ? [] : [checks.counted(errors, warnings ?? 0, notes ?? 0)]),
    ...(operations === null || !isConnector ? [] : [checks.measured(operations, rulesIn(profile))]),
    ...(durationMilliseconds === null ? [] : [checks.milliseconds(durationMilliseconds)]),
    checks.ruleSet(ruleSet),
    // Of several kinds each says by itself how it was judged.
    ...(room === undefined || more.length > 0
      ? []
      : room === 'certification-rules'
        ? profileIn(profile, checks.profiles)
        : [checks.judgedAs[room]]),
    ...(rooms.some((one) => hasEditions(one)) ? [checks.editions[edition]] : []),
    checks.notVerdict,
  ]
  return parts.join(' · ')
}

/** True where the rules of one room alone judged. */
function isAlone({ rooms }: Run, room: Run['rooms'][number]): boolean {
  return rooms.length === 1 && rooms[0] === room
}

/** Connectors are certified by what Microsoft asks today, and a deployment is what it is. */
function hasEditions(room: Run['rooms'][number]): boolean {
  return room !== 'certification-rules' && room !== 'deployment-client'
}

function profileIn(profile: string, words: Readonly<Record<string, string>>): readonly string[] {
  return Object.hasOwn(words, profile) ? [words[profile] ?? ''] : []
}

/** True while nobody can say yet how the run ends. */
export function isOpen({ state }: Run): boolean {
  return state === 'queued' || state === 'running'
}

/** How one file fared, as its row says it: sign, state in words, and figures. */
export function toldFile(
  { errors, warnings, notes, judged }: FileResult,
  { checks }: Texts,
): { readonly cell: StripCell; readonly state: string; readonly result: string } {
  const { files } = checks
  if (!judged) return { cell: 'not-needed', state: files.beside, result: files.beside }
  if (errors > 0) return { cell: 'failing', state: files.fails, result: files.counts(errors, warnings) }
  if (warnings > 0) return { cell: 'waiting', state: files.warns, result: files.counts(errors, warnings) }
  return { cell: 'proved', state: files.passes, result: notes > 0 ? files.notes(notes) : files.passes }
}
