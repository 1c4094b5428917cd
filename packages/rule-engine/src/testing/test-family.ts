import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRulePage } from '../read-rule-page.ts'
import { expectSoundFindings } from './sound-findings.ts'
import { expectSoundMends, mendAll } from './sound-mends.ts'
import type { GivenText, TestedFamily, TestedRoom } from './tested-room.ts'

/** A finding a test expects. */
export interface Expected {
  readonly rule: string
  /** JSON pointer; left out for a place in a text or a whole file. */
  readonly at?: string
  readonly file?: string
  readonly line?: number
  /** The whole first sentence, where its wording matters. */
  readonly what?: string
}

/** A row that has to be reported. */
export interface FailingRow<Given> {
  readonly name: string
  readonly given: Given
  /** All findings of the family, in any order. */
  readonly finds: readonly Expected[]
  /** What the subject is after every edit was made; only its files that are given are compared. */
  readonly mended?: Given
  /** The rule depends on the order of keys, so turning the order round may change what it says. */
  readonly dependsOnOrder?: boolean
}

/** The literal table of a family. */
export interface FamilyTable<Given> {
  readonly passes: readonly { readonly name: string; readonly given: Given }[]
  readonly fails: readonly FailingRow<Given>[]
}

/**
 * Tests a family by its table, and what nobody should have to remember: places exist, sentences are whole, mending
 * removes what it mends and brings nothing, key order does not matter, no input makes a check throw, and the page
 * beside the family has every rule, with a wrong example that is reported and a right one that is not.
 */
export function testFamily<Family extends TestedFamily, Given>(
  room: TestedRoom<Family, Given>,
  family: Family,
  testUrl: string,
  table: FamilyTable<Given>,
): void {
  describe(family.id, () => {
    testDescription(room, family)
    it.each(table.passes)('is silent: $name', ({ given }) => {
      expect(room.run(family, room.files(given), given).findings).toEqual([])
    })
    for (const row of table.fails) testFailure(room, family, row)
    it('has a failing row for every rule', () => {
      const reported = new Set(table.fails.flatMap((row) => row.finds.map((finding) => finding.rule)))
      expect(Object.keys(family.rules).filter((rule) => !reported.has(rule))).toEqual([])
    })
    testPage(room, family, testUrl)
    it('never throws, whatever is given', () => {
      fc.assert(
        fc.property(room.anyGiven, (given) => {
          const { findings, judged } = room.run(family, room.files(given), given)
          expectSoundFindings(judged, findings)
        }),
        { numRuns: 60 },
      )
    })
  })
}

function testDescription<Family extends TestedFamily, Given>(room: TestedRoom<Family, Given>, family: Family): void {
  it('names its rules, their evidence and their mends', () => {
    for (const [rule, text] of Object.entries(family.rules)) {
      expect(room.evidenceFault(rule, family), rule).toBeUndefined()
      expect(Object.keys(text.messages).length).toBeGreaterThan(0)
      expect(family.mends?.[rule] === undefined, `${rule}: mend and mends go together`).toBe(text.mend === undefined)
    }
  })
}

function testFailure<Family extends TestedFamily, Given>(
  room: TestedRoom<Family, Given>,
  family: Family,
  row: FailingRow<Given>,
): void {
  const { given } = row
  it(`reports: ${row.name}`, () => {
    const { findings, judged } = room.run(family, room.files(given), given)
    const found = findings.map((finding) => ({
      rule: finding.ruleId,
      at: finding.pointer,
      file: finding.file,
      line: finding.range?.start.line,
      what: finding.message.what,
    }))
    const order = (list: readonly Expected[]) => list.map((one) => JSON.stringify(one)).sort()
    const known = found.map((one, index) => pick(one, nearest(row.finds, one) ?? row.finds[index]))
    expect(order(known)).toEqual(order(row.finds.map((want) => pick(want, want))))
    expectSoundFindings(judged, findings)
  })
  it(`mends soundly: ${row.name}`, () => {
    expectSoundMends(room, family, given)
    if (row.mended !== undefined) expectSameTexts(mendAll(room, family, given), room.files(row.mended))
  })
  const turned = row.dependsOnOrder === true ? undefined : room.turned(given)
  if (turned === undefined) return
  it(`does not depend on the order of keys: ${row.name}`, () => {
    const places = (value: Given) =>
      room
        .run(family, room.files(value), value)
        .findings.map(({ ruleId, pointer, file }) => `${ruleId} ${file} ${pointer}`)
    expect(places(turned).sort()).toEqual(places(given).sort())
  })
}

/** Compares JSON by its meaning and other texts by their characters; bytes are not compared. */
function expectSameTexts(files: readonly GivenText[], expected: readonly GivenText[]): void {
  for (const { path, content } of expected) {
    if (typeof content !== 'string') continue
    const text = String(files.find((file) => file.path === path)?.content)
    if (path.endsWith('.json')) expect(JSON.parse(text)).toEqual(JSON.parse(content))
    else expect(text).toBe(content)
  }
}

/** What a finding says of the fields a row may name. */
interface Found {
  readonly rule: string
  readonly at?: string | undefined
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly what?: string | undefined
}

/** The row that speaks of this finding: the same rule at the same place, else the same rule. */
function nearest(finds: readonly Expected[], found: Found): Expected | undefined {
  const sameRule = finds.filter((want) => want.rule === found.rule)
  return sameRule.find((want) => want.at === found.at) ?? sameRule[0]
}

/** The fields a row of the table names, in a fixed order. */
function pick(finding: Found, wanted: Expected | undefined): Expected {
  const fields = ['rule', 'at', 'file', 'line', 'what'] as const
  return Object.fromEntries(
    fields.filter((field) => field === 'rule' || wanted?.[field] !== undefined).map((field) => [field, finding[field]]),
  ) as unknown as Expected // made from fields of an Expected
}

function testPage<Family extends TestedFamily, Given>(
  room: TestedRoom<Family, Given>,
  family: Family,
  testUrl: string,
): void {
  const sections = readRulePage(readFileSync(fileURLToPath(testUrl).replace(/\.test\.ts$/, '.md'), 'utf8'))
  it('has a section on its page for every rule', () => {
    expect(sections.map((section) => section.rule).sort()).toEqual(Object.keys(family.rules).sort())
  })
  it.each(sections)('the page is right about $rule', ({ rule, wrong, right, hasSuppression }) => {
    expect(hasSuppression, 'says when to suppress').toBe(true)
    expect(wrong.length, 'has a wrong example').toBeGreaterThan(0)
    expect(right.length, 'has a right example').toBeGreaterThan(0)
    const rulesIn = (given: Given) =>
      room.run(family, room.files(given), given).findings.map((finding) => finding.ruleId)
    const wrongGiven = room.givenBy(wrong)
    const rightGiven = room.givenBy(right)
    if (wrongGiven !== undefined) expect(rulesIn(wrongGiven)).toContain(rule)
    if (rightGiven !== undefined) expect(rulesIn(rightGiven)).not.toContain(rule)
  })
}
