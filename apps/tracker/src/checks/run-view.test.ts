import { createReport, type DraftFinding, type NotChecked, printJson } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import type { RunDetail } from '../db/schema/index.ts'
import { parseReport, viewOfRun } from './run-view.ts'

const nothing: RunDetail = { files: [], shown: {}, secrets: [] }

function finding(ruleId: string, what: string, more: Partial<DraftFinding> = {}): DraftFinding {
  return { ruleId, severity: 'error', file: 'apiProperties.json', message: { what, why: '', fix: '' }, ...more }
}

function reportOf(findings: readonly DraftFinding[], path = 'car', kind = 'connector') {
  const subject = { path, kind, profile: 'verified-publisher', target: 'repository', findings }
  // As it comes back from the database.
  return parseReport(printJson(createReport({ name: 'rules', version: '1' }, [subject])))
}

const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
const edits = [{ file: 'apiProperties.json', range, start: 0, end: 1, text: 'x' }]

test('what blocks comes first, and one rule is one entry with its further places', () => {
  const view = viewOfRun(
    reportOf([
      finding('info-version', 'a', { severity: 'info' }),
      finding('host-no-scheme', 'b', { severity: 'warning' }),
      finding('file-json-valid', 'c', { pointer: '/a' }),
      finding('file-json-valid', 'd', { pointer: '/b' }),
    ]),
    nothing,
    undefined,
  )
  expect(view.groups.map(({ rule, severity, more }) => [rule, severity, more.length])).toEqual([
    ['file-json-valid', 'error', 1],
    ['host-no-scheme', 'warning', 0],
    ['info-version', 'info', 0],
  ])
  expect(view.groups[1]?.title).toBe('The host has no scheme.')
  expect(view.difference).toBeUndefined()
})

test('the difference counts by what was said, wherever the connector lay', () => {
  const before = reportOf([finding('host-no-scheme', 'stays'), finding('icon-size', 'goes')], 'old-folder')
  const now = reportOf([finding('host-no-scheme', 'stays'), finding('icon-square', 'comes')], 'new-folder')
  const view = viewOfRun(now, nothing, before)
  expect(view.difference).toMatchObject({ appeared: 1, gone: 1, stayed: 1 })
  expect(view.difference?.goneTitles).toHaveLength(1)
  expect(view.groups.map(({ rule, isNew }) => [rule, isNew])).toEqual([
    ['host-no-scheme', false],
    ['icon-square', true],
  ])
})

const mend = finding('props-brand-color-hex', 'm', { mend: 'automatic', edits })
const secret = { file: 'apiProperties.json', line: 1, rule: 'security-no-embedded-secret' }
test.each([
  ['an automatic mend', reportOf([mend]), nothing, 1],
  ['a note', reportOf([{ ...mend, severity: 'info' }]), nothing, 0],
  ['a mend that is only proposed', reportOf([{ ...mend, mend: 'proposed' }]), nothing, 0],
  ['a mend inside an archive', reportOf([mend], 'package.zip', 'certification-package'), nothing, 0],
  [
    'a mend in a file with a secret',
    reportOf([mend]),
    { ...nothing, secrets: [{ ...secret, path: 'car/apiProperties.json' }] },
    0,
  ],
  [
    'a mend beside a file with a secret',
    reportOf([mend]),
    { ...nothing, secrets: [{ ...secret, path: 'other/apiProperties.json' }] },
    1,
  ],
  [
    'a secret in the folder itself',
    reportOf([mend], '.'),
    { ...nothing, secrets: [{ ...secret, path: 'apiProperties.json' }] },
    0,
  ],
  [
    'a secret in a folder below',
    reportOf([mend], './sub'),
    { ...nothing, secrets: [{ ...secret, path: 'sub/apiProperties.json' }] },
    0,
  ],
])('%s is offered only where it can be made', (_, report, detail, mendable) => {
  expect(viewOfRun(report, detail, undefined).mendable).toBe(mendable)
})

test('of several things each is compared with itself, and what was not there before with nothing', () => {
  const subject = (path: string, ...findings: readonly DraftFinding[]) => {
    return { path, kind: 'flow package', profile: 'template', target: 'current', findings }
  }
  const report = (...subjects: readonly ReturnType<typeof subject>[]) =>
    parseReport(printJson(createReport({ name: 'rules', version: '1' }, subjects)))
  const before = report(
    subject('a.zip', finding('flow-no-secret', 'stays')),
    subject('b.zip', finding('flow-no-creator', 'other')),
  )
  const now = report(
    subject('a.zip', finding('flow-no-secret', 'stays')),
    subject('c.zip', finding('flow-one-trigger', 'first seen')),
  )
  const view = viewOfRun(now, nothing, before)
  expect(view.difference).toMatchObject({ appeared: 0, gone: 0, stayed: 1 })
  expect(view.groups.map(({ rule, isNew }) => [rule, isNew])).toEqual([
    ['flow-no-secret', false],
    ['flow-one-trigger', false],
  ])
  expect(viewOfRun(report(subject('d.zip')), nothing, before).difference).toBeUndefined()
})

test('what this run did not look at is neither gone nor still there', () => {
  const report = (findings: readonly DraftFinding[], notChecked: readonly NotChecked[] = []) =>
    parseReport(
      printJson(
        createReport({ name: 'rules', version: '1' }, [
          { path: 'customer', kind: 'licences', profile: 'production', target: 'current', findings, notChecked },
        ]),
      ),
    )
  const before = report([finding('licence-usage-location', 'unseen'), finding('licence-seats-left', 'mended')])
  const now = report([], [{ rules: ['licence-usage-location'], reason: 'No list of users.', handIn: 'Add it.' }])
  expect(viewOfRun(now, nothing, before).difference).toEqual({
    appeared: 0,
    gone: 1,
    stayed: 0,
    goneTitles: ['No more seats are used than were bought.'],
  })
})

test('one reason is one entry, with the things that lack it where there are several', () => {
  const subject = (path: string, ...notChecked: readonly NotChecked[]) => {
    return { path, kind: 'licences', profile: 'production', target: 'current', findings: [], notChecked }
  }
  const users = { rules: ['licence-usage-location'], reason: 'No list of users.', handIn: 'Add it.' }
  const order = { rules: ['licence-cart-sound'], reason: 'Nobody said what is ordered.', handIn: 'Say it.' }
  const view = (...subjects: readonly ReturnType<typeof subject>[]) =>
    viewOfRun(
      parseReport(printJson(createReport({ name: 'rules', version: '1' }, subjects))),
      nothing,
      undefined,
    ).notChecked.map(({ of, reason }) => [of, reason])
  expect(view(subject('a', order), subject('b.csv', order, users))).toEqual([
    [['a', 'b.csv'], order.reason],
    [['b.csv'], users.reason],
  ])
  expect(view(subject('a', order))).toEqual([[[], order.reason]])
})
