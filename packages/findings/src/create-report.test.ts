import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReport, type DraftFinding, finishFindings } from './create-report.ts'
import type { Range } from './finding.ts'

const ruleSet = { name: 'rules', version: '1.0.0' }
const message = { what: 'Wrong.', why: 'Because.', fix: 'Do it.' }
const range = (line: number, column: number): Range => ({ start: { line, column }, end: { line, column: column + 1 } })
const draft = (part: Partial<DraftFinding>): DraftFinding => ({
  ruleId: 'a',
  severity: 'error',
  message,
  file: 'f.json',
  ...part,
})
const subject = (findings: readonly DraftFinding[]) => ({
  path: 'one',
  kind: 'connector',
  profile: 'custom',
  target: 'repository',
  findings,
})

const anyDraft = fc
  .record({
    ruleId: fc.constantFrom('a', 'b', 'B'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    file: fc.constantFrom('a.json', 'b.json', 'é.json'),
    line: fc.integer({ min: 0, max: 3 }),
    what: fc.constantFrom('x', 'y'),
    why: fc.constantFrom('p', 'q'),
  })
  .map(({ line, what, why, ...rest }) => ({
    ...rest,
    message: { what, why, fix: '' },
    ...(line === 0 ? {} : { range: range(line, 1) }),
  }))

describe('createReport', () => {
  test('counts per subject and in all', () => {
    const report = createReport(ruleSet, [
      subject([draft({}), draft({ severity: 'info' })]),
      subject([draft({ severity: 'warning' })]),
    ])
    expect(report.subjects.map((one) => one.counts)).toEqual([
      { error: 1, warning: 0, info: 1 },
      { error: 0, warning: 1, info: 0 },
    ])
    expect(report).toMatchObject({ version: 1, ruleSet, counts: { error: 1, warning: 1, info: 1 } })
  })

  test('orders by file, place, rule, pointer, message; a whole file before its parts', () => {
    const inOrder = [
      draft({ file: 'B.json', range: range(9, 9) }),
      draft({ file: 'a.json' }),
      draft({ file: 'a.json', range: range(2, 3), ruleId: 'z' }),
      draft({ file: 'a.json', range: range(10, 1), ruleId: 'a', pointer: '/b' }),
      draft({ file: 'a.json', range: range(10, 1), ruleId: 'b', pointer: '/a' }),
      draft({ file: 'a.json', range: range(10, 1), ruleId: 'b', pointer: '/b' }),
      draft({
        file: 'a.json',
        range: range(10, 1),
        ruleId: 'b',
        pointer: '/b',
        message: { ...message, what: 'Xrong.' },
      }),
    ]
    const { subjects } = createReport(ruleSet, [subject([...inOrder].reverse())])
    expect(subjects[0]?.findings.map(({ fingerprint: _, ...rest }) => rest)).toEqual(inOrder)
  })

  test('equal findings get different fingerprints, in order', () => {
    const { subjects } = createReport(ruleSet, [
      subject([draft({ range: range(2, 1) }), draft({ range: range(1, 1) })]),
    ])
    const alone = createReport(ruleSet, [subject([draft({})])]).subjects[0]?.findings[0]?.fingerprint
    const [first, second] = subjects[0]?.findings ?? []
    expect(first?.fingerprint).toBe(alone)
    expect(second?.fingerprint).not.toBe(alone)
  })

  test('the order of the findings given changes nothing', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyDraft, { maxLength: 12 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(createReport(ruleSet, [subject(shuffled)])).toEqual(createReport(ruleSet, [subject(all)]))
        },
      ),
    )
  })
})

test('every field of a draft is kept', () => {
  const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
  const draft: Required<DraftFinding> = {
    ruleId: 'a',
    severity: 'error',
    message: { what: 'A.', why: 'B.', fix: 'C.' },
    file: 'f',
    pointer: '/x',
    range: place,
    fingerprint: '',
    related: [{ file: 'f', note: 'there' }],
    edits: [{ file: 'f', range: place, start: 0, end: 1, text: '' }],
    mend: 'automatic',
    code: 'Code',
    codeConfidence: 'low',
    hides: place,
    documentation: 'page',
  }
  expect({ ...finishFindings([draft])[0], fingerprint: '' }).toEqual(draft)
})
