import { expect, test } from 'vitest'
import { changeRuleDescriptions, comparedVersionPairs, describeChangeKinds, printChangeKinds } from './kinds.ts'

const kinds = describeChangeKinds()

test('forty kinds were measured; the others are ours and say so', () => {
  expect(kinds.filter(({ isOurs }) => !isOurs)).toHaveLength(40)
  expect(
    kinds.filter(({ isOurs, measured, rate }) => isOurs === (measured !== undefined || rate !== undefined)),
  ).toEqual([])
})

test('rates are shares of the compared pairs', () => {
  const rates = new Map(kinds.map(({ id, rate }) => [id, rate]))
  expect(rates.get('br-output-field-type-changed')).toBe(0.1102)
  expect(rates.get('ok-operation-added')).toBe(0.4059)
  expect(kinds.every(({ measured }) => (measured?.pairs ?? 0) <= comparedVersionPairs)).toBe(true)
})

test("six texts of Microsoft's are known", () => {
  expect(kinds.filter(({ isMicrosoftTextKnown }) => isMicrosoftTextKnown).map(({ id }) => id)).toEqual([
    'br-output-field-type-changed',
    'br-output-field-deleted',
    'br-operation-deleted',
    'br-operation-path-changed',
    'br-required-input-field-added',
    'br-parameter-location-changed',
  ])
})

test('an id says whether flows may break', () => {
  const wrong = kinds.filter(
    ({ id, severity }) => (severity === 'error' || severity === 'warning') && !id.startsWith('br-'),
  )
  expect(wrong).toEqual([])
  expect(kinds.filter(({ id, severity }) => severity === 'none' && !id.startsWith('ok-'))).toEqual([])
})

test('every kind is a rule that printers can list, harmless ones off', () => {
  const rules = changeRuleDescriptions((kind) => `https://example.org/#${kind}`)
  expect(rules).toHaveLength(kinds.length)
  expect(rules.find(({ id }) => id === 'ok-output-added')?.settings).toEqual({ comparison: 'off' })
  expect(rules[0]?.documentation).toBe('https://example.org/#br-output-field-type-changed')
})

test('the page has a row and a section for each kind', () => {
  const page = printChangeKinds()
  for (const { id } of kinds) {
    expect(page).toContain(`| [\`${id}\`](#${id}) |`)
    expect(page).toContain(`\n## ${id}\n`)
  }
  expect(page).toContain('120 of 1089 updates of certified connectors (11.0 %), 522 times')
  expect(page).not.toContain('undefined')
})
