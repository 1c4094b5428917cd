import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLineTable, type DraftFinding as Finding } from '@sevenstep/findings'
import { checkHostPage, type HostFacts, readHostPage } from '../../src/checks/index.ts'
import { parseTyped } from '../../src/typescript/index.ts'
import type { BlindFault, HostFile, Place } from './blind-fault.ts'
import { type Written, waysToWrite } from './written-as.ts'

type Files = Readonly<Record<HostFile, string>>

const host = join(import.meta.dirname, 'host')

/** The page that has nothing wrong with it. */
export const cleanPage: Files = {
  'index.html': readFileSync(join(host, 'index.html'), 'utf8'),
  'desk.js': readFileSync(join(host, 'desk.js'), 'utf8'),
}

/** What came of one kind. */
export interface Judged {
  readonly fault: BlindFault
  /** The rules that point at the right place with the right words. */
  readonly foundBy: readonly string[]
  /** Whether one of them is at least as severe as the reason is. */
  readonly severeEnough: boolean
  /** What else is new, and was not asked for. */
  readonly others: readonly Finding[]
}

const order = ['info', 'warning', 'error']

/** The findings of a page. */
export function findingsOf(files: Written['files'], facts: HostFacts = {}): readonly Finding[] {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }))
  return checkHostPage(readHostPage(given, { parseTyped }), { facts }).subject.findings
}

/** Plants one kind, in a page that is written in a certain way, and says whether it is found where it has to be. */
export function judge(fault: BlindFault, way = 'two files'): Judged {
  const write = waysToWrite[way]
  if (write === undefined) throw new Error(`There is no way to write a page called ${way}.`)
  const files = { ...cleanPage }
  for (const { file, replace, by } of fault.edits) {
    if (files[file].split(replace).length !== 2) throw new Error(`“${replace}” does not occur once in ${file}.`)
    files[file] = files[file].replace(replace, () => by)
  }
  const facts: HostFacts = {
    ...(fault.headers && { headers: Object.entries(fault.headers) }),
    ...(fault.address !== undefined && { pageAddress: fault.address }),
  }
  const written = write(files)
  const known = new Set(findingsOf(write(cleanPage).files).map(identity))
  const fresh = findingsOf(written.files, facts).filter((finding) => !known.has(identity(finding)))
  const found = fresh.filter(
    (finding) => fault.at.some((place) => isAt(finding, place, written)) && fault.says.test(wordsOf(finding)),
  )
  return {
    fault,
    foundBy: [...new Set(found.map(({ ruleId }) => ruleId))],
    severeEnough: found.some(({ severity }) => order.indexOf(severity) >= order.indexOf(fault.severity)),
    others: fresh.filter((finding) => !found.includes(finding)),
  }
}

const identity = ({ ruleId, file, pointer, message }: Finding) => JSON.stringify([ruleId, file, pointer, message.what])
const wordsOf = ({ message }: Finding) => `${message.what} ${message.why} ${message.fix}`

/** Headers and addresses are no files: a finding about them is at the page as a whole. */
function isAt(finding: Finding, { file, text }: Place, { files, script }: Written): boolean {
  if (file === 'headers' || file === 'address') return finding.range === undefined || finding.range.start.line === 1
  const path = file === 'desk.js' ? script : file
  if (finding.file !== path) return false
  return text === undefined || startsInside(finding, text, files[path] ?? '')
}

function startsInside({ range }: Finding, text: string, whole: string): boolean {
  const start = whole.indexOf(text)
  if (range === undefined || start < 0) return false
  const begin = attributeStart(whole, start)
  const lines = createLineTable(whole)
  const [from, to] = [lines.positionAt(begin), lines.positionAt(start + text.length)]
  const isBefore = (one: typeof from, other: typeof from) =>
    one.line < other.line || (one.line === other.line && one.column < other.column)
  return !isBefore(range.start, from) && isBefore(range.start, to)
}

/** Where the attribute begins in whose value an offset lies, which is as right a place; else the offset. */
function attributeStart(whole: string, offset: number): number {
  const attribute = /[\w-]+="[^"<>]*$/.exec(whole.slice(Math.max(0, offset - 500), offset))
  return attribute === null ? offset : offset - attribute[0].length
}
