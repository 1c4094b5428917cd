import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleFamily } from '../engine/rule-family.ts'
import { requirementOf } from '../engine/settings.ts'
import { type Given, readGiven } from './given-connector.ts'
import { givenBy, readPage } from './read-page.ts'
import { runFamily } from './run-family.ts'
import { expectSoundFindings, expectSoundMends, mendAll } from './universal.ts'

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

/** The literal table of a family. */
export interface FamilyTable {
  readonly passes: readonly { readonly name: string; readonly given: Given }[]
  readonly fails: readonly {
    readonly name: string
    readonly given: Given
    /** All findings of the family, in any order. */
    readonly finds: readonly Expected[]
    /** What the connector is after every edit was made; only its parts that are given are compared. */
    readonly mended?: Given
    /** The rule depends on the order of keys, so turning the order round may change what it says. */
    readonly dependsOnOrder?: boolean
  }[]
}

/**
 * Tests a family by its table, and what nobody should have to remember: places exist, sentences are whole, mending
 * removes what it mends and brings nothing, key order does not matter, no JSON makes a check throw, and the page
 * has every rule, with a wrong example that is reported and a right one that is not.
 */
export function testRuleFamily(family: RuleFamily, testUrl: string, table: FamilyTable): void {
  describe(family.id, () => {
    it('names its rules as the data does, or says that they are ours', () => {
      for (const [rule, text] of Object.entries(family.rules)) {
        expect(requirementOf(rule) !== undefined || text.deviation !== undefined, `${rule} is known`).toBe(true)
        expect(Object.keys(text.messages).length).toBeGreaterThan(0)
        expect(family.mends?.[rule] === undefined, `${rule}: mend and mends go together`).toBe(text.mend === undefined)
      }
    })
    it.each(table.passes)('is silent: $name', ({ given }) => {
      expect(runFamily(family, readGiven(given), given)).toEqual([])
    })
    for (const row of table.fails) testFailure(family, row)
    testEveryRuleFails(family, table)
    testPage(family, testUrl)
    testAnyJson(family)
  })
}

function testFailure(family: RuleFamily, row: FamilyTable['fails'][number]): void {
  const { given } = row
  it(`reports: ${row.name}`, () => {
    const connector = readGiven(given)
    const findings = runFamily(family, connector, given, true)
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
    expectSoundFindings(connector, findings)
  })
  it(`mends soundly: ${row.name}`, () => {
    expectSoundMends(family, given)
    if (row.mended === undefined) return
    const { mended } = row
    const files = mendAll(family, given)
    const expected = readGiven(mended)
    for (const part of ['definitionFile', 'propertiesFile', 'settingsFile'] as const) {
      const text = files.find((file) => file.path === expected[part]?.path)?.content
      if (expected[part] !== undefined) expect(JSON.parse(String(text))).toEqual(JSON.parse(expected[part].text))
    }
    for (const part of ['readme', 'intro', 'script'] as const) {
      const text = files.find((file) => file.path === expected[part]?.path)?.content
      if (expected[part] !== undefined) expect(text).toBe(expected[part].text)
    }
  })
  if (row.dependsOnOrder === true || typeof given.definition === 'string' || typeof given.properties === 'string')
    return
  it(`does not depend on the order of keys: ${row.name}`, () => {
    const turned = { ...given, definition: turnKeys(given.definition), properties: turnKeys(given.properties) }
    const places = (value: Given) =>
      runFamily(family, readGiven(value), value).map(({ ruleId, pointer, file }) => `${ruleId} ${file} ${pointer}`)
    expect(places(turned).sort()).toEqual(places(given).sort())
  })
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

function testEveryRuleFails(family: RuleFamily, table: FamilyTable): void {
  it('has a failing row for every rule', () => {
    const reported = new Set(table.fails.flatMap((row) => row.finds.map((finding) => finding.rule)))
    expect(Object.keys(family.rules).filter((rule) => !reported.has(rule))).toEqual([])
  })
}

function testPage(family: RuleFamily, testUrl: string): void {
  const sections = readPage(readFileSync(fileURLToPath(testUrl).replace(/\.test\.ts$/, '.md'), 'utf8'))
  it('has a section on its page for every rule', () => {
    expect(sections.map((section) => section.rule).sort()).toEqual(Object.keys(family.rules).sort())
  })
  it.each(sections)('the page is right about $rule', ({ rule, wrong, right, hasSuppression }) => {
    expect(hasSuppression, 'says when to suppress').toBe(true)
    expect(wrong.length, 'has a wrong example').toBeGreaterThan(0)
    expect(right.length, 'has a right example').toBeGreaterThan(0)
    const wrongGiven = givenBy(wrong)
    const rightGiven = givenBy(right)
    const rulesIn = (given: Given) => runFamily(family, readGiven(given), given).map((finding) => finding.ruleId)
    if (wrongGiven !== undefined) expect(rulesIn(wrongGiven)).toContain(rule)
    if (rightGiven !== undefined) expect(rulesIn(rightGiven)).not.toContain(rule)
  })
}

function testAnyJson(family: RuleFamily): void {
  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.constantFrom(...keysWorthTrying), (one, other, key) => {
        const given = { definition: { [key]: one, info: other }, properties: { [key]: other } }
        expectSoundFindings(readGiven(given), runFamily(family, readGiven(given), given, true))
        const alone = {
          definition: JSON.stringify(one),
          properties: JSON.stringify(other),
          readme: JSON.stringify(other),
          script: JSON.stringify(one),
        }
        runFamily(family, readGiven(alone), alone, true)
      }),
      { numRuns: 60 },
    )
  })
}

const keysWorthTrying = [
  'info',
  'paths',
  'definitions',
  'parameters',
  'responses',
  'security',
  'securityDefinitions',
  'host',
  'schemes',
  'connectionParameters',
  'policyTemplateInstances',
  'connectionParameterSets',
  'scriptOperations',
  'x-ms-capabilities',
  'x-ms-connector-metadata',
]

function turnKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turnKeys(member)]),
  )
}
