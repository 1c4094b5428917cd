import { readJson } from '@sevenstep/located-json'
import type { ReadSubmission } from './submission.ts'
import { submissionKind } from './submission-schema.ts'

const mark = new RegExp(`"kind"\\s*:\\s*"${submissionKind}"`)

/** Says whether a text is the file of a template's submission, by its content; only the first 64 kB are looked at. */
export function looksLikeSubmission(text: string): boolean {
  return mark.test(text.slice(0, 65_536))
}

/** Reads the file of a submission, past faults as far as it can. Never throws. */
export function readSubmission(path: string, text: string, isUtf8 = true): ReadSubmission {
  const json = readJson(text)
  const root = json.root?.kind === 'object' ? json.root : undefined
  return {
    file: { path, text, isUtf8, json },
    root,
    edition: root?.text('edition') === '2018-02' ? '2018-02' : 'current',
  }
}
