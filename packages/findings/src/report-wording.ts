import type { Counts, HandedOnFact, NotChecked, Report, Subject } from './report.ts'
import type { Severity } from './severity.ts'

/** What every report for people says once, so that nobody takes our word for Microsoft's. */
export const verdictNote = "Our check, not Microsoft's verdict."

const nouns: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
}

/** `1 error`, `4 notes`. */
export function countOf(severity: Severity, count: number): string {
  return quantity(count, ...nouns[severity])
}

/** `3 errors, 12 warnings`: the severities that occur; `nothing found` when none does. */
export function countsInWords(counts: Counts): string {
  const parts = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0)
  return parts.length === 0 ? 'nothing found' : parts.map((severity) => countOf(severity, counts[severity])).join(', ')
}

/** `2 connectors`; `3 subjects` when they are of several kinds. */
function subjectsInWords(subjects: readonly Pick<Subject, 'kind'>[]): string {
  const kinds = new Set(subjects.map(({ kind }) => kind))
  const [kind] = kinds
  const noun = kinds.size === 1 && kind !== undefined && /^[a-z ]+$/.test(kind) ? kind : 'subject'
  return quantity(subjects.length, noun, `${noun}s`)
}

/** True when nothing in it is more than advice: it meets the requirements that were checked. */
export function isClean({ counts }: Pick<Subject, 'counts'>): boolean {
  return counts.error === 0 && counts.warning === 0
}

/** `3 errors, 12 warnings, 4 notes in 2 connectors (1 clean)`. */
export function summaryOf(report: Report): string {
  const { subjects } = report
  if (subjects.length === 0) return 'Nothing was checked.'
  const clean = subjects.filter(isClean).length
  const aside = clean === 0 || subjects.length === 1 ? '' : ` (${clean === subjects.length ? 'all' : clean} clean)`
  const counts = countsInWords(report.counts)
  return `${counts[0]?.toUpperCase() ?? ''}${counts.slice(1)} in ${subjectsInWords(subjects)}${aside}`
}

/** The answer in one sentence: `2 of 3 connectors meet the requirements we check`. */
export function headlineOf({ subjects }: Report): string {
  const meeting = subjects.filter(({ counts }) => counts.error === 0).length
  const [only] = subjects
  if (only === undefined) return 'Nothing was checked'
  if (subjects.length === 1) {
    return `This ${/^[a-z ]+$/.test(only.kind) ? only.kind : 'subject'} ${meeting === 1 ? 'meets' : 'does not yet meet'} the requirements we check`
  }
  const all = subjectsInWords(subjects)
  if (meeting === subjects.length) return `All ${all} meet the requirements we check`
  if (meeting === 0) return `None of ${all} meets the requirements we check yet`
  return `${meeting} of ${all} ${meeting === 1 ? 'meets' : 'meet'} the requirements we check`
}

/** Why something was not checked, and what to hand in for it. */
export function notCheckedInWords({ reason, handIn }: Pick<NotChecked, 'reason' | 'handIn'>): string {
  return handIn === undefined ? reason : `${reason} ${handIn}`
}

/** What was judged with and where it was read: `Known from template.zip: the parameters that templates declare.` */
export function handedOnInWords({ words, from }: HandedOnFact): string {
  const shown = from.slice(0, 3).join(', ')
  return `Known from ${from.length > 3 ? `${shown} and ${from.length - 3} more` : shown}: ${words}.`
}

/** A file's path as the user can open it: below the subject, unless the subject is that file. */
export function pathOf(subjectPath: string, file: string): string {
  if (subjectPath === '' || subjectPath === '.' || subjectPath === file) return file
  if (file === '' || subjectPath.endsWith(`/${file}`)) return subjectPath
  return subjectPath.endsWith('/') ? subjectPath + file : `${subjectPath}/${file}`
}

/** `1 place`, `2 places`. */
export function quantity(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
