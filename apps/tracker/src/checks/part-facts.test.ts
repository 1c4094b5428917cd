import type { Finding, NotChecked, RuleDescription, RuleSetting, Severity } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { partFacts, partsOf } from './part-facts.ts'

const rule = (id: string, setting: RuleSetting): RuleDescription => ({
  id,
  group: 'G',
  title: `${id}.`,
  settings: { saas: setting, dataverse: 'off' },
  messages: {},
  codes: [],
  sources: [],
  documentation: `docs/rules/${id}.md`,
})
const rules = [rule('blocks', 'error'), rule('advises', 'warning'), rule('notes', 'info'), rule('sleeps', 'off')]
const families = [
  { id: 'mixed', rules: { blocks: 1, advises: 1 } },
  { id: 'notes', rules: { notes: 1, sleeps: 1 } },
]
const finding = (ruleId: string, severity: Severity): Finding => {
  return { ruleId, severity, message: { what: 'w', why: 'y', fix: 'f' }, file: 'offer.json', fingerprint: ruleId }
}
const outcomes = (findings: readonly Finding[], unchecked: readonly string[], profile = 'saas') => {
  const notChecked = unchecked.length === 0 ? [] : [{ rules: unchecked, reason: 'R.' }]
  const facts = partFacts([{ profile, findings, notChecked }], rules, families)
  return Object.fromEntries(Object.entries(facts).map(([id, { outcome }]) => [id, outcome]))
}

test('families and rules can be named, and a name that both have is the rule’s', () => {
  expect(partsOf(families).map(({ id, rules: own }) => [id, Object.keys(own)])).toEqual([
    ['mixed', ['blocks', 'advises']],
    ['notes', ['notes']],
    ['blocks', ['blocks']],
    ['advises', ['advises']],
    ['sleeps', ['sleeps']],
  ])
})

test.each([
  ['nothing found', [], [], { mixed: 'passed', blocks: 'passed', advises: 'passed', notes: 'passed' }],
  ['an error', [finding('blocks', 'error')], [], { mixed: 'failed', blocks: 'failed', advises: 'passed' }],
  ['advice', [finding('advises', 'warning')], [], { mixed: 'passed', blocks: 'passed', advises: 'not-checked' }],
  ['a note', [finding('notes', 'info')], [], { notes: 'not-checked' }],
  ['advice not looked for', [], ['advises'], { mixed: 'passed', advises: 'not-checked' }],
  ['a blocking rule not looked at', [], ['blocks'], { mixed: 'not-checked', blocks: 'not-checked', advises: 'passed' }],
] as const)('%s decides as much as it can', (_, findings, unchecked, expected) => {
  expect(outcomes(findings, unchecked)).toMatchObject({ ...expected, sleeps: 'not-checked' })
})

test('what lacks something that has to be handed in first says nothing, unless it found something', () => {
  const notChecked = [{ rules: ['blocks'], reason: 'R.', handIn: 'H.' }]
  const said = (findings: readonly Finding[], more: readonly NotChecked[] = []) =>
    partFacts([{ profile: 'saas', findings, notChecked: [...notChecked, ...more] }], rules, families)
  expect(Object.keys(said([]))).toEqual(['notes', 'advises', 'sleeps'])
  expect(said([finding('blocks', 'error')]).mixed?.outcome).toBe('failed')
  expect(said([], [{ rules: ['blocks'], reason: 'The text could not be followed.' }]).blocks?.outcome).toBe(
    'not-checked',
  )
})

test('what does not run in a profile decides nothing', () => {
  expect(new Set(Object.values(outcomes([], [], 'dataverse')))).toEqual(new Set(['not-checked']))
})

test('that nothing was found where there was nothing to judge is no fact, and what was found is one', () => {
  const facts = (findings: readonly Finding[]) =>
    Object.keys(partFacts([{ profile: 'saas', findings, notChecked: [] }], rules, families, (id) => id === 'mixed'))
  expect(facts([])).toEqual(['notes', 'sleeps'])
  expect(facts([finding('blocks', 'error')])).toEqual(['mixed', 'notes', 'blocks', 'sleeps'])
})
