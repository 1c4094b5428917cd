import type { PageExample } from '@sevenstep/rule-engine'
import {
  evidenceFaultOf,
  type FamilyTable,
  type TestedRoom,
  testFamily,
  turnKeys,
} from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import { sources } from '../data/sources.ts'
import { checkOffer } from '../engine/check-offer.ts'
import { editions } from '../engine/listing-subject.ts'
import type { RuleFamily } from '../engine/rule-family.ts'
import { zip } from '../init/make-package.ts'
import { readOffer } from '../offer/read-offer.ts'
import { appPackage, faultlessOffers, type Given, image, offerFiles } from './given-offer.ts'

const encoder = new TextEncoder()

/** How families over offers are run in tests. */
const offerRoom: TestedRoom<RuleFamily, Given> = {
  files: (given) => offerFiles(given),
  run(family, files, given) {
    const offer = readOffer(
      files.map(({ path, content }) => ({
        path,
        bytes: typeof content === 'string' ? encoder.encode(content) : (content ?? new Uint8Array()),
      })),
    )
    const { edition, facts, today = '2026-11-20' } = given
    const { findings } = checkOffer(offer, {
      families: [family],
      only: Object.keys(family.rules),
      ...(today !== '' && { today }),
      ...(edition !== undefined && { edition }),
      ...(facts !== undefined && { facts }),
    }).subject
    return { findings, judged: offer.texts }
  },
  givenBy,
  anyGiven: fc.record({
    offer: fc.oneof(
      fc
        .tuple(fc.constantFrom(...keysWorthTrying()), fc.jsonValue())
        .map(([key, value]): Given['offer'] => ({ [key]: value })),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    ),
    kind: fc.constantFrom('saas', 'dataverse'),
    edition: fc.constantFrom(...editions),
  }),
  turned: (given) => (typeof given.offer === 'string' ? undefined : { ...given, offer: Object(turnKeys(given.offer)) }),
  evidenceFault: evidenceFaultOf(sources),
}

/** Tests a family over offers: its table, its page, and what the shared tester adds to every family. */
export function testRuleFamily(family: RuleFamily, testUrl: string, table: FamilyTable<Given>): void {
  testFamily(offerRoom, family, testUrl, table)
}

function keysWorthTrying(): readonly string[] {
  return [...new Set([...Object.values(faultlessOffers).flatMap(Object.keys), 'testDrive', 'plans', 'campaign'])]
}

/**
 * The offer that a page's examples describe: `offer` is laid over a faultless one, `facts` is what was looked up, and
 * `png` and `content` are files, named by `file=`. `packed` is a file within the package, or all of it where it says
 * `alone`; `solution` says how the package’s solution differs.
 */
function givenBy(examples: readonly PageExample[]): Given | undefined {
  const { kind, edition, today } = Object.assign({}, ...examples.map(({ options }) => options))
  const files: Record<string, Uint8Array | string> = {}
  const packed: Record<string, string> = {}
  const given: Record<string, unknown> = { offer: {}, files }
  for (const { words, options, text } of examples) {
    if (words.includes('offer')) given.offer = parseExample(text)
    if (words.includes('facts')) given.facts = JSON.parse(text)
    if (words.includes('png')) {
      const [width = 1, height = 1] = text.trim().split('×').map(Number)
      files[options.file ?? ''] = image(width, height)
    }
    if (words.includes('content')) files[options.file ?? ''] = text
    if (words.includes('alone')) files['package/fleet-desk.zip'] = zip({ [options.file ?? '']: text })
    else if (words.includes('packed')) packed[options.file ?? ''] = text
    if (words.includes('solution')) files['package/fleet-desk.zip'] = appPackage(JSON.parse(text))
  }
  if (Object.keys(packed).length > 0) files['package/fleet-desk.zip'] = appPackage({ files: packed })
  for (const [key, value] of Object.entries({ kind, edition, today })) if (value !== undefined) given[key] = value
  // Words of an author: a wrong one fails that page's test.
  return given as unknown as Given
}

function parseExample(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
