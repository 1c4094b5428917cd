import { checkHostPage } from '../engine/check-host-page.ts'
import type { GivenFile } from '../page/host-page.ts'
import { readHostPage } from '../page/read-host-page.ts'
import { parseTyped } from '../typescript/index.ts'

/** A file for a test. */
export const file = (path: string, text: string): GivenFile => ({ path, text })

/** Reads them with what TypeScript and JSX take. */
export const read = (files: readonly GivenFile[]) => readHostPage(files, { parseTyped })
/** Findings as `rule file:line text`, where the text is what the finding's place holds. */
export function found(files: readonly GivenFile[], rule?: string): readonly string[] {
  const { findings } = checkHostPage(read(files), rule === undefined ? {} : { only: [rule] }).subject
  return findings.map(({ ruleId, file: name, range }) => {
    const lines = files.find(({ path }) => path === name)?.text.split('\n') ?? []
    const line = lines[(range?.start.line ?? 0) - 1] ?? ''
    const end = range?.end.line === range?.start.line ? range?.end.column : undefined
    return `${ruleId} ${name}:${range?.start.line} ${line.slice((range?.start.column ?? 1) - 1, (end ?? 0) - 1)}`
  })
}

/** Why a rule could not look, and what to hand in for it. */
export const notChecked = (files: readonly GivenFile[], rule: string) =>
  (checkHostPage(read(files)).subject.notChecked ?? [])
    .filter(({ rules }) => rules.includes(rule))
    .map(({ reason, handIn }) => (handIn === undefined ? reason : `${reason} ${handIn}`))
