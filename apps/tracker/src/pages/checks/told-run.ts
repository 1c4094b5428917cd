import type { Subject } from '@sevenstep/findings'
import type { StripCell } from '@sevenstep/onboarding'
import { isSubjectKind } from '../../checks/room-of-kind.ts'
import { descriptionOf, parseReport, rulesIn } from '../../checks/run-view.ts'
import { stepsInWords } from '../../checks/step-of-room.ts'
import type { FileResult } from '../../checks/worker/messages.ts'
import type { RunRead } from '../../reads/checks/read-checks.ts'
import type { Texts } from '../../texts/index.ts'

type Run = RunRead['run']

/** The answer in one line: what the check says of the things it judged, never of the product as a whole. */
export function headlineOf(name: string, shown: RunRead | undefined, texts: Texts): string {
  const { checks } = texts
  if (shown === undefined) return checks.headlines.none(name)
  const { run, report } = shown
  const { state } = run
  if (state !== 'passed' && state !== 'failed') {
    return checks.headlines[state === 'queued' ? 'running' : state](name)
  }
  if (isAlone(run, 'deployment-client')) return checks.reportHeadlines[state](name)
  const subjects = report === undefined ? [] : parseReport(report.report).subjects
  const failing = subjects.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))
  const { things, isOne } = thingsOf(failing.length > 0 ? failing : subjects, texts)
  if (things === '') return checks.headlines.none(name)
  if (state === 'passed' && subjects.some(leavesOpen)) return checks.headlines['passed in part'](things)
  return checks.headlines[state](things.charAt(0).toUpperCase() + things.slice(1), isOne)
}

/** True where a rule that could block was not decided. */
function leavesOpen({ profile, notChecked = [] }: Subject): boolean {
  return notChecked.some(({ rules }) => rules.some((rule) => descriptionOf(rule)?.settings[profile] === 'error'))
}

/** Kinds that a heading names one by one. */
const mostNamed = 2

/** Subjects of a report by their kinds, as a sentence names them. */
function thingsOf(
  subjects: readonly Subject[],
  { checks, format }: Texts,
): { readonly things: string; readonly isOne: boolean } {
  const kinds = subjects.map(({ kind }) => kind).filter(isSubjectKind)
  const counts = new Map<string, number>()
  const named = new Map<string, string>()
  for (const kind of kinds) {
    const { one, other } = checks.things[kind]
    const count = (counts.get(one) ?? 0) + 1
    counts.set(one, count)
    named.set(one, count === 1 ? one : other)
  }
  // A heading that lists more fills a phone; what they are stands beneath it.
  const things = named.size > mostNamed ? checks.severalThings(kinds.length) : format.list([...named.values()])
  const isOne = kinds.length === 1 && kinds[0] !== 'licences'
  return { things, isOne }
}

/** What was found, and that it is ours. */
export function measureOf({ errors, warnings, notes, rooms }: Run, { checks, language }: Texts): string {
  const steps = rooms.length === 0 ? [] : [stepsInWords(rooms)[language]]
  const parts = [
    ...steps.map((words) => words.charAt(0).toUpperCase() + words.slice(1)),
    ...(errors === null ? [] : [checks.counted(errors, warnings ?? 0, notes ?? 0)]),
    checks.notVerdict,
  ]
  return parts.join(' · ')
}

/** With which rules it was judged, by what, and how long it took. */
export function methodOf(run: Run, { checks }: Texts): string {
  const { operations, edition, durationMilliseconds, profile, ruleSet, rooms } = run
  const isConnector = rooms.includes('certification-rules')
  const [room, ...more] = rooms
  const parts = [
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
