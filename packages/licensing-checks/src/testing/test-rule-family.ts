import type { PageExample } from '@sevenstep/rule-engine'
import { type FamilyTable, type TestedRoom, testFamily, turnKeys } from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import { checkLicences } from '../engine/check-licences.ts'
import { editions, profiles } from '../engine/licensing-subject.ts'
import type { RuleFamily } from '../engine/rule-family.ts'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { evidenceFault } from './evidence-fault.ts'
import { faultlessList, type Given, listPath, listText } from './given-list.ts'

/** How families over lists of licences are run in tests. */
const licensingRoom: TestedRoom<RuleFamily, Given> = {
  files: (given) => [{ path: listPath, content: listText(given) }],
  run(family, files, { profile, edition, facts, today = '2026-11-20' }) {
    const read = readLicenceFile(listPath, String(files[0]?.content ?? ''))
    const { findings } = checkLicences([read], {
      families: [family],
      only: Object.keys(family.rules),
      today,
      ...(profile !== undefined && { profile }),
      ...(edition !== undefined && { edition }),
      ...(facts !== undefined && { facts }),
    }).subject
    return { findings, judged: [read.file] }
  },
  givenBy,
  anyGiven: fc.record({
    list: fc.oneof(
      fc.dictionary(fc.constantFrom('subscribedSkus', 'subscriptions', 'users', 'flows'), fc.jsonValue()),
      fc
        .tuple(fc.constantFrom('users', 'flows', 'subscribedSkus'), hostileItems())
        .map(([key, items]) => ({ [key]: items })),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string(),
    ),
    profile: fc.constantFrom(...profiles),
    edition: fc.constantFrom(...editions),
  }),
  turned: (given) => (typeof given.list === 'string' ? undefined : { ...given, list: Object(turnKeys(given.list)) }),
  evidenceFault,
}

/** Tests a family over licences: its table, its page, and what the shared tester adds to every family. */
export function testRuleFamily(family: RuleFamily, testUrl: string, table: FamilyTable<Given>): void {
  testFamily(licensingRoom, family, testUrl, table)
}

/** Items of the faultless list in which one member is anything. */
function hostileItems(): fc.Arbitrary<unknown[]> {
  const items = ['subscribedSkus', 'users', 'flows'].flatMap((key) => faultlessList[key] as readonly object[]) // as it is written
  const keys = [...new Set(items.flatMap(Object.keys))]
  return fc.array(
    fc
      .tuple(fc.constantFrom(...items), fc.constantFrom(...keys), fc.jsonValue())
      .map(([item, key, value]) => ({ ...item, [key]: value })),
    { maxLength: 4 },
  )
}

/** The list that a page's examples describe, and with it what was looked up. */
function givenBy(examples: readonly PageExample[]): Given | undefined {
  const list = examples.find(({ words }) => words.includes('list'))
  const facts = examples.find(({ words }) => words.includes('facts'))
  if (list === undefined && facts === undefined) return undefined
  const { profile, edition, today } = (list ?? facts)?.options ?? {}
  const given: Record<string, unknown> = { list: list === undefined ? {} : parseExample(list.text) }
  for (const [key, value] of Object.entries({ profile, edition, today })) if (value !== undefined) given[key] = value
  if (facts !== undefined) given.facts = JSON.parse(facts.text)
  // Words of an author: a wrong one fails that page's test.
  return given as unknown as Given
}

/** An object is laid over the faultless list; everything else stands for the file as it is. */
function parseExample(text: string): unknown {
  return text.trimStart().startsWith('{') ? JSON.parse(text) : text
}
