import type { Finding, NotChecked, RuleDescription, RuleSetting, Severity } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { partFacts, partsOf, rulesOf } from './part-facts.ts'

const rule = (id: string, saas: RuleSetting, dataverse: RuleSetting = saas): RuleDescription => ({
  id,
  group: 'G',
  title: `${id}.`,
  settings: { saas, dataverse },
  messages: {},
  codes: [],
  sources: [],
  documentation: `docs/rules/${id}.md`,
})
const rules = [
  rule('blocks', 'error'),
  rule('advises', 'warning'),
  rule('notes', 'info'),
  rule('sleeps', 'off'),
  rule('packs', 'off', 'error'),
  rule('logo-large', 'error'),
]
const families = [
  { id: 'mixed', rules: { blocks: 1, advises: 1 } },
  { id: 'light', rules: { notes: 1, sleeps: 1 } },
  { id: 'packages', rules: { packs: 1 } },
  { id: 'logos', rules: { 'logo-large': 1 } },
]
const finding = (ruleId: string, severity: Severity, pointer?: string): Finding => {
  const message = { what: `${ruleId} ${severity}`, why: 'y', fix: 'f' }
  return { ruleId, severity, message, file: 'offer.json', fingerprint: ruleId, ...(pointer && { pointer }) }
}
const lacking = (...ids: readonly string[]): NotChecked => ({
  rules: ids,
  reason: 'It is not there.',
  handIn: 'Hand it in.',
})
const untold = (...ids: readonly string[]): NotChecked => ({ rules: ids, reason: 'It cannot be told.' })
const facts = (
  findings: readonly Finding[],
  notChecked: readonly NotChecked[] = [],
  { profile = 'saas', lacks = 'any' as 'any' | 'all' } = {},
) => partFacts({ subjects: [{ path: 'it', profile, findings, notChecked }], rules, families, lacks })

test('families and rules can be named, and a name that both have is the rule’s', () => {
  expect(partsOf(families).map(({ id, rules: own }) => [id, Object.keys(own)])).toEqual([
    ['mixed', ['blocks', 'advises']],
    ['light', ['notes', 'sleeps']],
    ['packages', ['packs']],
    ['logos', ['logo-large']],
    ['blocks', ['blocks']],
    ['advises', ['advises']],
    ['notes', ['notes']],
    ['sleeps', ['sleeps']],
    ['packs', ['packs']],
    ['logo-large', ['logo-large']],
  ])
})

test.each([
  ['nothing found', [], [], { mixed: 'passed', blocks: 'passed', advises: 'passed', light: 'passed' }],
  ['an error', [finding('blocks', 'error')], [], { mixed: 'failed', blocks: 'failed', advises: 'passed' }],
  [
    'a warning of what only advises',
    [finding('advises', 'warning')],
    [],
    { mixed: 'advised', blocks: 'passed', advises: 'advised' },
  ],
  ['a warning of what may block', [finding('blocks', 'warning')], [], { mixed: 'advised', blocks: 'advised' }],
  ['a note of what may block', [finding('blocks', 'info')], [], { mixed: 'passed', blocks: 'passed' }],
  ['a note of what only notes', [finding('notes', 'info')], [], { notes: 'advised', light: 'advised' }],
  ['advice not looked for', [], [untold('advises')], { mixed: 'passed', advises: 'not-checked' }],
  ['what blocks not told', [], [untold('blocks')], { mixed: 'not-checked', blocks: 'not-checked', advises: 'passed' }],
  ['an error beside what lacks', [finding('blocks', 'error')], [lacking('blocks')], { mixed: 'failed' }],
  [
    'advice beside what lacks',
    [finding('advises', 'warning')],
    [lacking('blocks', 'advises')],
    { mixed: 'advised', advises: 'advised', blocks: 'not-checked' },
  ],
  [
    'a warning beside what lacks of its own rule',
    [finding('blocks', 'warning')],
    [lacking('blocks')],
    { blocks: 'advised' },
  ],
  ['a warning beside what cannot be told', [finding('blocks', 'warning')], [untold('blocks')], { blocks: 'advised' }],
] as const)('%s decides as much as it can', (_, findings, notChecked, expected) => {
  const outcomes = Object.fromEntries(Object.entries(facts(findings, notChecked)).map(([id, one]) => [id, one.outcome]))
  expect(outcomes).toMatchObject(expected)
})

test('what lacks something says what to hand in, and what cannot be told says why', () => {
  expect(facts([], [lacking('blocks', 'advises')]).mixed).toEqual({
    outcome: 'not-checked',
    errors: 0,
    warnings: 0,
    reason: 'It is not there.',
    handIn: 'Hand it in.',
  })
  expect(facts([], [lacking('blocks'), untold('blocks')]).blocks).toEqual({
    outcome: 'not-checked',
    errors: 0,
    warnings: 0,
    reason: 'It cannot be told.',
  })
})

test('words that name people are those of the rule', () => {
  const subjects = [{ path: 'it', profile: 'saas', findings: [finding('advises', 'warning')], notChecked: [] }]
  const isFit = ({ message }: Finding) => !message.what.includes('advises')
  expect(partFacts({ subjects, rules, families, lacks: 'any', isFit }).advises?.first).toBe('advises.')
})

test('the first thing against a part: what a rule demands that fails, else the words of the advice', () => {
  expect(facts([finding('advises', 'warning'), finding('blocks', 'error')]).mixed).toMatchObject({ first: 'blocks.' })
  expect(facts([finding('advises', 'warning')]).mixed).toMatchObject({ first: 'advises warning', warnings: 1 })
})

test('what is off for a profile alone is not needed, and what is off for all says nothing', () => {
  expect(facts([]).packages?.outcome).toBe('not-needed')
  expect(facts([], [], { profile: 'dataverse' }).packages?.outcome).toBe('passed')
  expect(facts([]).sleeps).toBeUndefined()
})

test('of several subjects each has to be looked at, or one is enough', () => {
  const subjects = [
    { path: 'part.csv', profile: 'saas', findings: [], notChecked: [lacking('blocks'), untold('advises')] },
    { path: 'whole', profile: 'saas', findings: [], notChecked: [] },
  ]
  const outcome = (lacks: 'any' | 'all') => partFacts({ subjects, rules, families, lacks }).blocks?.outcome
  expect([outcome('any'), outcome('all')]).toEqual(['not-checked', 'passed'])
  const said = partFacts({ subjects, rules, families, lacks: 'any' })
  expect([said.blocks?.reason, said.advises?.reason]).toEqual([
    'part.csv: It is not there.',
    'part.csv: It cannot be told.',
  ])
  const both = partFacts({
    subjects: [...subjects.slice(0, 1), ...subjects.slice(0, 1)],
    rules,
    families,
    lacks: 'all',
  })
  expect(both.blocks?.reason).toBe('It is not there.')
  // Of two that both lack something the one that has more is told of, and advice says whom it is about.
  const parts = [
    { path: 'part.csv', profile: 'saas', findings: [], notChecked: [lacking('blocks', 'advises', 'logo-large')] },
    {
      path: 'whole',
      profile: 'saas',
      findings: [finding('advises', 'warning')],
      notChecked: [{ ...lacking('blocks'), reason: 'One thing is not there.' }],
    },
  ]
  expect(partFacts({ subjects: parts, rules, families, lacks: 'all' })).toMatchObject({
    blocks: { outcome: 'not-checked', reason: 'whole: One thing is not there.' },
    advises: { outcome: 'advised', first: 'whole: advises warning' },
    'logo-large': { outcome: 'passed' },
  })
  // A SaaS offer beside one on Dataverse: packages are asked of the second.
  const mixed = [
    { path: 'a', profile: 'saas', findings: [], notChecked: [] },
    { path: 'b', profile: 'dataverse', findings: [finding('packs', 'error')], notChecked: [] },
  ]
  expect(partFacts({ subjects: mixed, rules, families, lacks: 'any' }).packages?.outcome).toBe('failed')
})

test('a value that nobody filled in fails the rules that judge it', () => {
  const left = finding('offer-filled', 'error', '/media/logos/large')
  expect(rulesOf(left)).toEqual(['offer-filled', 'logo-large'])
  expect(facts([left])['logo-large']).toEqual({
    outcome: 'failed',
    errors: 0,
    warnings: 0,
    first: 'offer-filled error',
  })
  expect(facts([finding('offer-filled', 'error', '/publisherId')])['logo-large']?.outcome).toBe('passed')
})
