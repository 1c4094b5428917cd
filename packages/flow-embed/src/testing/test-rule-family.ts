import type { PageExample, RuleText } from '@sevenstep/rule-engine'
import { type FamilyTable, type TestedRoom, testFamily } from '@sevenstep/rule-engine/testing'
import { sources } from '../data/sources.ts'
import { checkHostPage } from '../engine/check-host-page.ts'
import { editions, profiles } from '../engine/embed-subject.ts'
import type { RuleFamily } from '../engine/rule-family.ts'
import { readHostPage } from '../page/read-host-page.ts'
import { parseTyped } from '../typescript/index.ts'
import { anyPage } from './any-page.ts'
import { filesOf, type Given } from './given-page.ts'

const embedRoom: TestedRoom<RuleFamily, Given> = {
  files: filesOf,
  run(family, files, { facts, profile, edition }) {
    const read = readHostPage(
      files.map(({ path, content }) => ({ path, text: String(content) })),
      { parseTyped },
    )
    const { findings } = checkHostPage(read, {
      families: [family],
      only: Object.keys(family.rules),
      withEdits: true,
      ...(facts !== undefined && { facts }),
      ...(profile !== undefined && { profile }),
      ...(edition !== undefined && { edition }),
    }).subject
    return { findings, judged: read.files }
  },
  givenBy,
  anyGiven: anyPage(profiles, editions),
  turned: () => undefined,
  evidenceFault,
}

/** Tests a family over host pages: its table, its page, and what the shared tester adds to every family. */
export function testRuleFamily(family: RuleFamily, testUrl: string, table: FamilyTable<Given>): void {
  testFamily(embedRoom, family, testUrl, table)
}

/** The page that examples describe: `html page`, `js script`, `json facts`; options name profile and edition. */
function givenBy(examples: readonly PageExample[]): Given | undefined {
  const textOf = (word: string) => examples.find(({ words }) => words.includes(word))?.text
  const [html, script, facts] = [textOf('page'), textOf('script'), textOf('facts')]
  if (html === undefined && script === undefined && facts === undefined) return undefined
  const { profile, edition } = Object.assign({}, ...examples.map(({ options }) => options))
  return {
    ...(html !== undefined && { html }),
    ...(script !== undefined && { script }),
    ...(facts !== undefined && { facts: JSON.parse(facts) }),
    ...(profile !== undefined && { profile }),
    ...(edition !== undefined && { edition }),
  }
}

/** What a rule lacks of its evidence: sources that are known, or the admission that there are none. */
function evidenceFault(rule: string, { rules }: { readonly rules: Readonly<Record<string, RuleText>> }) {
  const text = rules[rule]
  if (text === undefined) return 'it does not exist'
  const unknown = text.sources.find((key) => !Object.hasOwn(sources, key))
  if (unknown !== undefined) return `there is no source "${unknown}"`
  return text.sources.length === 0 && text.deviation === undefined ? 'it has neither source nor deviation' : undefined
}
