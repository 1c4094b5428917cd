import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySuppressions, createSuppressor } from './apply-suppressions.ts'
import type { DraftFinding } from './create-report.ts'

const finding = (ruleId: string, pointer?: string, file = 'a.json'): DraftFinding => ({
  ruleId,
  severity: 'error',
  message: { what: 'x', why: 'y', fix: 'z' },
  file,
  ...(pointer === undefined ? {} : { pointer }),
})
const today = '2026-03-01'

describe('which findings a suppression fits', () => {
  test.each([
    [{ rule: 'r' }, finding('r'), true],
    [{ rule: 'r' }, finding('s'), false],
    [{ rule: '*' }, finding('s'), true],
    [{ rule: '*', file: 'a.json' }, finding('s'), true],
    [{ rule: '*', file: 'b.json' }, finding('s'), false],
    [{ rule: 'r', pointer: '/a' }, finding('r', '/a'), true],
    [{ rule: 'r', pointer: '/a' }, finding('r', '/a/b'), true],
    [{ rule: 'r', pointer: '/a' }, finding('r', '/ab'), false],
    [{ rule: 'r', pointer: '/a' }, finding('r'), false],
    [{ rule: 'r', pointer: '' }, finding('r', '/x'), true],
    [{ rule: 'r', until: '2026-03-01' }, finding('r'), true],
    [{ rule: 'r', until: '2026-02-28' }, finding('r'), false],
    [{ rule: 'r', until: '2026-02-30' }, finding('r'), false],
    [{ rule: 'r', until: 'soon' }, finding('r'), false],
    [{ rule: 'r', reason: ' \n' }, finding('r'), false],
  ])('%j on %j: %s', (part, one, isSuppressed) => {
    const result = applySuppressions([one], [{ reason: 'agreed', ...part }], today)
    expect(result.suppressed.map((entry) => entry.finding)).toEqual(isSuppressed ? [one] : [])
    expect(result.kept).toEqual(isSuppressed ? [] : [one])
  })
})

describe('remarks', () => {
  test.each([
    [{ rule: 'r', reason: 'ok' }, []],
    [
      { rule: 'q', file: 'a.json', pointer: '/x', reason: 'ok' },
      [['suppression-unused', 'warning', 'The suppression of q in a.json /x fits no finding.']],
    ],
    [
      { rule: 'r', reason: 'ok', until: '2026-02-28' },
      [['suppression-expired', 'warning', 'The suppression of r held until "2026-02-28"; its finding is back.']],
    ],
    [
      { rule: 'q', reason: 'ok', until: '2026-02-28' },
      [
        [
          'suppression-expired',
          'warning',
          'The suppression of q held until "2026-02-28"; there is nothing left for it to suppress.',
        ],
      ],
    ],
    [
      { rule: '*', reason: '' },
      [['suppression-without-reason', 'error', 'The suppression of every rule gives no reason.']],
    ],
    [
      { rule: 'r', reason: 'ok', until: '2026-2-1' },
      [['suppression-until-invalid', 'error', 'The suppression of r ends on "2026-2-1", which is not a day.']],
    ],
  ])('%j', (suppression, expected) => {
    const { remarks } = applySuppressions([finding('r')], [suppression], today)
    expect(remarks.map(({ ruleId, severity, message }) => [ruleId, severity, message.what])).toEqual(expected)
    for (const { message } of remarks) expect(message.why.length * message.fix.length).toBeGreaterThan(0)
  })

  test('point at the suppression where it is known', () => {
    const place = { file: 'own.json', pointer: '/suppressions/0' }
    const { remarks } = applySuppressions([], [{ rule: 'r', reason: 'ok', place }], today)
    expect(remarks).toMatchObject([place])
  })
})

test('the published schema accepts what is obeyed and refuses what is not', () => {
  const schema = JSON.parse(readFileSync(new URL('../schemas/suppressions.schema.json', import.meta.url), 'utf8'))
  const isValid = (suppression: object) => new Ajv().validate(schema, [suppression])
  expect(isValid({ rule: '*', file: 'a.json', pointer: '/a~1b', reason: 'agreed', until: '2026-02-28' })).toBe(true)
  for (const wrong of [
    { rule: 'r' },
    { reason: 'x' },
    { rule: 'r', reason: ' ' },
    { rule: 'r', reason: 'x', until: 'soon' },
    { rule: 'r', reason: 'x', pointer: 'a' },
    { rule: 'r', reason: 'x', files: [] },
  ]) {
    expect(isValid(wrong), JSON.stringify(wrong)).toBe(false)
  }
})

test('finds what fits as a search through all of them would', () => {
  const pointer = fc.constantFrom('', '/', '/a', '/a/b', '/a/bc', '//', '/a/b/c', 'a', 'a/b')
  const suppression = fc.record(
    { rule: fc.constantFrom('r', 's', '*'), file: fc.constantFrom('a', 'b'), pointer, reason: fc.constant('ok') },
    { requiredKeys: ['rule', 'reason'] },
  )
  const place = fc.record({ ruleId: fc.constantFrom('r', 's', 't', '*'), file: fc.constantFrom('a', 'b'), pointer })
  fc.assert(
    fc.property(fc.array(suppression, { maxLength: 8 }), place, (suppressions, where) => {
      const fits = ({ rule, file, pointer: above = '' }: (typeof suppressions)[number]) =>
        (rule === '*' || rule === where.ruleId) &&
        (file ?? where.file) === where.file &&
        (above === '' || above === where.pointer || where.pointer.startsWith(`${above}/`))
      const { suppressed, remarks } = applySuppressions([{ ...finding(where.ruleId), ...where }], suppressions, today)
      expect(suppressed[0]?.suppression).toBe(suppressions.find(fits))
      expect(remarks).toHaveLength(suppressions.filter((one) => !fits(one)).length)
    }),
  )
})

test('over several subjects, one hit is use enough', () => {
  const suppressor = createSuppressor(
    [
      { rule: 'r', reason: 'ok' },
      { rule: '*', file: 'b.json', reason: 'ok' },
    ],
    today,
  )
  expect(suppressor.apply([finding('r')]).kept).toEqual([])
  expect(suppressor.apply([finding('q')]).kept).toHaveLength(1)
  expect(suppressor.remarks().map(({ message }) => message.what)).toEqual([
    'The suppression of every rule in b.json fits no finding.',
  ])
})
