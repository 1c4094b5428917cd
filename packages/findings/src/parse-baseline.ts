import type { Baseline, BaselineEntry, BaselineSubject } from './baseline.ts'
import { toProse } from './text/display-text.ts'

/** A baseline, or one sentence that says why the text is none. */
export type ParsedBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly problem: string }

/**
 * Reads a baseline file's text. Fields it does not know (`$schema`, say) are passed over; everything else must be
 * as the published schema says. Never throws.
 */
export function parseBaseline(text: string): ParsedBaseline {
  let value: unknown
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch (error) {
    return problem(`The baseline is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (!isRecord(value)) return problem('The baseline is not a JSON object.')
  if (value.version !== 1)
    return problem(`The baseline has version ${versionText(value.version)}; this program reads version 1.`)
  if (!Array.isArray(value.subjects)) return problem('The baseline has no list named "subjects".')
  const subjects: BaselineSubject[] = []
  for (const [index, one] of value.subjects.entries()) {
    const subject = toSubject(one)
    if (subject === undefined)
      return problem(
        `Subject ${index + 1} of the baseline is not as its schema says. Write it anew with --update-baseline.`,
      )
    subjects.push(subject)
  }
  return { ok: true, baseline: { version: 1, subjects } }
}

function toSubject(value: unknown): BaselineSubject | undefined {
  if (!isRecord(value) || typeof value.path !== 'string' || !Array.isArray(value.entries)) return undefined
  const entries: BaselineEntry[] = []
  for (const one of value.entries) {
    const entry = toEntry(one)
    if (entry === undefined) return undefined
    entries.push(entry)
  }
  return { path: value.path, entries }
}

function toEntry(value: unknown): BaselineEntry | undefined {
  if (!isRecord(value)) return undefined
  const { fingerprint, ruleId, file, pointer, what } = value
  if (typeof fingerprint !== 'string' || typeof ruleId !== 'string') return undefined
  if (typeof file !== 'string' || typeof what !== 'string') return undefined
  if (pointer !== undefined && typeof pointer !== 'string') return undefined
  return { fingerprint, ruleId, file, ...(pointer === undefined ? {} : { pointer }), what }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function problem(text: string): ParsedBaseline {
  return { ok: false, problem: toProse(text) }
}

const longestVersion = 40

function versionText(version: unknown): string {
  if (version === undefined) return 'none'
  // Whatever else stands there may be nested deeper than it can be printed.
  if (typeof version === 'object' && version !== null) return 'that is no number'
  return JSON.stringify(version).slice(0, longestVersion)
}
