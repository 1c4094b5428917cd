import { createLineTable, type DraftFinding as Finding } from '@sevenstep/findings'
import { checkFlowPackage } from '../../src/checks/index.ts'
import { readPackage } from '../../src/index.ts'
import type { BlindFault, Place } from './blind-fault.ts'
import { type Planted, plant } from './plant-blind.ts'

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

/** The findings of a package. */
export function findingsOf({ name, bytes }: Planted): readonly Finding[] {
  return checkFlowPackage(readPackage(bytes, { name })).subject.findings
}

/** Plants one kind and says whether it is found where it has to be. */
export function judge(fault: BlindFault): Judged {
  const known = new Set(findingsOf(plant(fault.ground)).map(identity))
  const planted = plant(fault.ground, fault.edits)
  const fresh = findingsOf(planted).filter((finding) => !known.has(identity(finding)))
  const found = fresh.filter(
    (finding) => fault.at.some((place) => isAt(finding, place, planted)) && fault.says.test(wordsOf(finding)),
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

function isAt(finding: Finding, place: Place, planted: Planted): boolean {
  if (place.entry === '') return finding.file === planted.name || finding.file === ''
  if (finding.file !== place.entry) return false
  if (place.text !== undefined) return startsInside(finding, place.text, planted.files.get(place.entry) ?? '')
  return place.pointer === undefined || (finding.pointer ?? '') === place.pointer
}

function startsInside({ range }: Finding, text: string, whole: string): boolean {
  if (range === undefined) return false
  const start = whole.indexOf(text)
  const lines = createLineTable(whole)
  const [from, to] = [lines.positionAt(start), lines.positionAt(start + text.length)]
  const isBefore = (one: typeof from, other: typeof from) =>
    one.line < other.line || (one.line === other.line && one.column < other.column)
  return start >= 0 && !isBefore(range.start, from) && isBefore(range.start, to)
}
