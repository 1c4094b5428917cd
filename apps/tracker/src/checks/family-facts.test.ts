import { describeRules, ruleFamilies } from '@sevenstep/certification-rules'
import { reportRuleFamilies } from '@sevenstep/deployment-client/report'
import type { Finding, Severity } from '@sevenstep/findings'
import { ruleFamilies as embedFamilies } from '@sevenstep/flow-embed/checks'
import { ruleFamilies as flowFamilies } from '@sevenstep/flow-templates/checks'
import { submissionFamilies } from '@sevenstep/flow-templates/submission'
import { ruleFamilies as licensingFamilies } from '@sevenstep/licensing-checks'
import { ruleFamilies as listingFamilies } from '@sevenstep/listing-checks'
import { items, type RuleRoom, ruleFamiliesNamed } from '@sevenstep/onboarding'
import { ruleFamilies as signInFamilies } from '@sevenstep/sign-in-checks'
import { expect, test } from 'vitest'
import { allFamilies, allRules } from './all-rules.ts'
import { familyFacts } from './family-facts.ts'
import { partsOf } from './part-facts.ts'
import { stepOfRoom } from './step-of-room.ts'

const rules = describeRules()

function finding(ruleId: string, severity: Severity): Finding {
  const message = { what: 'w', why: 'y', fix: 'f' }
  return { ruleId, severity, message, file: 'apiDefinition.swagger.json', fingerprint: ruleId }
}

const subject = { profile: 'verified-publisher', findings: [], notChecked: [] }

test('every family of certification rules belongs to exactly one item, and no item names a family that is not there', () => {
  const named = items.flatMap(({ verification }) => (verification.by === 'automatic' ? verification.families : []))
  expect([...named].sort()).toEqual(ruleFamilies.map(({ id }) => id).sort())
  expect(new Set(rules.map(({ id }) => id)).size).toBe(
    ruleFamilies.flatMap((family) => Object.keys(family.rules)).length,
  )
})

test('what items name of the other rooms is there, and no two rooms share a name or a rule', () => {
  const byId = new Map(allFamilies.map((family) => [family.id, Object.keys(family.rules)]))
  const named = items.flatMap(({ verification }) =>
    verification.by === 'evidence' ? (verification.rules?.families ?? []) : [],
  )
  expect(named.length).toBeGreaterThan(150)
  expect(named.filter((id) => !byId.has(id))).toEqual([])
  expect(reportRuleFamilies.filter(({ id }) => !named.includes(id))).toEqual([])
  expect(ruleFamiliesNamed().size).toBe(named.length + ruleFamilies.length)
  expect(byId.size).toBe(allFamilies.length)
  expect(new Set(allRules().map(({ id }) => id)).size).toBe(allRules().length)
  // A rule counts for one item only, be it named by itself or with its family.
  const rulesNamed = named.flatMap((id) => byId.get(id) ?? [])
  expect(rulesNamed.filter((rule, index) => rulesNamed.indexOf(rule) !== index)).toEqual([])
})

test('what an item names is of the room that it names', () => {
  const rooms = {
    'sign-in-checks': signInFamilies,
    'deployment-client': reportRuleFamilies,
    'flow-embed': partsOf(embedFamilies),
    'flow-templates': partsOf([...flowFamilies, ...submissionFamilies]),
    'licensing-checks': partsOf(licensingFamilies),
    'listing-checks': partsOf(listingFamilies),
    'certification-rules': ruleFamilies,
  } as const satisfies Readonly<Record<RuleRoom, readonly { readonly id: string }[]>>
  for (const { id, step, verification } of items) {
    if (verification.by !== 'evidence' || verification.rules === undefined) continue
    const { room, families } = verification.rules
    const known: readonly string[] = rooms[room].map((family) => family.id)
    expect(
      families.filter((family) => !known.includes(family)),
      id,
    ).toEqual([])
    expect(stepOfRoom[room], id).toBe(step)
  }
})

test.each([
  ['nothing', [], [], { outcome: 'passed', errors: 0, warnings: 0 }],
  ['notes', [finding('info-title-max-length', 'info')], [], { outcome: 'passed', errors: 0, warnings: 0 }],
  [
    'warnings alone',
    [finding('info-title-max-length', 'warning')],
    [],
    { outcome: 'passed', errors: 0, warnings: 1, first: 'The title has at most 30 characters.' },
  ],
  [
    'an error after a warning',
    [finding('info-title-max-length', 'warning'), finding('info-title-restricted-words', 'error')],
    [],
    { outcome: 'failed', errors: 1, warnings: 1, first: 'The title does not contain the words "API" or "Connector".' },
  ],
  ['a rule not checked that can only warn', [], ['info-title-unique'], { outcome: 'passed', errors: 0, warnings: 0 }],
  [
    'a rule not checked that blocks',
    [],
    ['info-title-max-length'],
    { outcome: 'not-checked', errors: 0, warnings: 0, reason: 'R.' },
  ],
  [
    'an error beside a rule not checked',
    [finding('info-title-restricted-words', 'error')],
    ['info-title-max-length'],
    { outcome: 'failed', errors: 1, warnings: 0, first: 'The title does not contain the words "API" or "Connector".' },
  ],
] as const)('%s makes a family so', (_, findings, unchecked, fact) => {
  const notChecked = unchecked.length === 0 ? [] : [{ rules: unchecked, reason: 'R.' }]
  expect(familyFacts([{ ...subject, findings, notChecked }], rules)['info-title']).toEqual(fact)
})

test('several connectors of one package are judged together', () => {
  const failing = { ...subject, findings: [finding('info-title-max-length', 'error')] }
  const facts = familyFacts([subject, failing, failing], rules)
  expect(facts['info-title']).toMatchObject({ outcome: 'failed', errors: 2 })
  expect(facts['host-name']).toEqual({ outcome: 'passed', errors: 0, warnings: 0 })
})

test('a family of which nothing was looked at is not checked, and says what to hand in', () => {
  const rulesOf = (id: string): readonly string[] =>
    Object.keys(ruleFamilies.find((family) => family.id === id)?.rules ?? {})
  const lacking = { rules: rulesOf('icon-image'), reason: 'No icon was read.', handIn: 'Hand in icon.png too.' }
  const of = (notChecked: readonly (typeof lacking)[]) => familyFacts([{ ...subject, notChecked }], rules)['icon-image']
  expect(of([])?.outcome).toBe('passed')
  expect(of([lacking])).toMatchObject({ outcome: 'not-checked', reason: lacking.reason, handIn: lacking.handIn })
})
