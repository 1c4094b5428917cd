import type { PageExample } from '@sevenstep/rule-engine'
import {
  evidenceFaultOf,
  type FamilyTable,
  type TestedRoom,
  testFamily,
  turnKeys,
} from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import { type Edition, editions } from '../checks/flow-subject.ts'
import { sources } from '../data/sources.ts'
import { checkSubmission } from '../submission/check-submission.ts'
import { readSubmission } from '../submission/read-submission.ts'
import type { SubmissionFacts, SubmissionFamily } from '../submission/submission.ts'

/** A submission for a test: members laid over those of a faultless one, or any text. */
export interface GivenSubmission {
  readonly members?: Readonly<Record<string, unknown>>
  readonly text?: string
  readonly edition?: Edition
  readonly facts?: SubmissionFacts
  readonly today?: string
}

/** Members of a submission that nothing is wrong with, on 29 November 2026. */
const faultless: Readonly<Record<string, unknown>> = {
  kind: 'flow-template',
  title: 'Tell the owner about a sold car',
  description: 'Sends the owner a message when a car is sold.',
  benefit: 'Nobody has to call',
  users: 10,
  runs: 100,
  categories: ['Productivity'],
  package: {
    url: 'https://cars.blob.core.windows.net/packages/cars.zip',
    access: { permissions: 'r', expires: '2026-12-31' },
  },
  terms: 'standard-contract',
  privacyUrl: 'https://fleetdesk.example/privacy',
  supportUrl: 'https://fleetdesk.example/support',
  account: { hasMail: true, isVetted: true, isEnrolled: true },
  isForEverybody: true,
}

/** The text of a given submission. */
function submissionText({ members, text }: GivenSubmission): string {
  if (text !== undefined) return text
  return JSON.stringify({ ...faultless, ...members }, undefined, 2)
}

const submissionRoom: TestedRoom<SubmissionFamily, GivenSubmission> = {
  files: (given) => [{ path: 'template.json', content: submissionText(given) }],
  run(family, files, { edition, facts, today = '2026-11-29' }) {
    const read = readSubmission('template.json', String(files[0]?.content ?? ''))
    const { subject } = checkSubmission(read, {
      families: [family],
      only: Object.keys(family.rules),
      today,
      ...(edition !== undefined && { edition }),
      ...(facts !== undefined && { facts }),
    })
    return { findings: subject.findings, judged: [read.file] }
  },
  givenBy(examples: readonly PageExample[]) {
    const [example] = examples
    if (example === undefined) return undefined
    const { text, options, words } = example
    const edition = editions.find((one) => one === options.edition)
    const given = words.includes('whole') ? { text } : { members: JSON.parse(text) }
    const links =
      options.answers === undefined
        ? undefined
        : [{ url: String(faultless.privacyUrl), status: Number(options.answers) }]
    return { ...given, ...(edition !== undefined && { edition }), ...(links !== undefined && { facts: { links } }) }
  },
  anyGiven: fc.oneof(
    fc.record({
      members: fc.dictionary(
        fc.constantFrom(...Object.keys(faultless), 'history', 'templateId', 'lastSaved', 'lastSuccessfulRun', 'other'),
        fc.jsonValue({ maxDepth: 3 }),
      ),
      edition: fc.constantFrom(...editions),
    }),
    fc.record({ text: fc.string() }),
    fc.record({ text: fc.json() }),
  ),
  turned: (given) => (given.members === undefined ? undefined : { ...given, members: Object(turnKeys(given.members)) }),
  evidenceFault: evidenceFaultOf(sources),
}

/** Tests a family over submissions: its table, its page, and what the shared tester adds to every family. */
export function testSubmissionFamily(
  family: SubmissionFamily,
  testUrl: string,
  table: FamilyTable<GivenSubmission>,
): void {
  testFamily(submissionRoom, family, testUrl, table)
}
