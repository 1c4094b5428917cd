import { type LocatedJson, readJson } from '@sevenstep/located-json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Choice, checkSubject, settingOf } from './check-subject.ts'
import { describeRules } from './describe-rules.ts'
import { type RuleFamily, ruleFamilyOf } from './rule-family.ts'

type Profile = 'shop' | 'lab'
type Edition = 'old' | 'new'
type Family = RuleFamily<LocatedJson, Profile, Edition>

const sentences = (what: string) => ({ what, why: 'It matters.', fix: 'Mend it.' })

/** Says something of the member `a` wherever it is asked to. */
const letters: Family = ruleFamilyOf<LocatedJson, Profile, Edition>()({
  id: 'letters',
  group: 'Letters',
  rules: {
    'letter-a': {
      title: 'A is small.',
      setting: 'error',
      exceptions: [
        { profiles: ['lab'], editions: ['old'], setting: 'info', because: 'labs were free then' },
        { profiles: ['lab'], setting: 'off', because: 'labs are free' },
        { editions: ['old'], setting: 'warning', because: 'it was advice' },
      ],
      sources: [],
      severityByMessage: { mild: 'warning', grave: 'error' },
      messages: {
        found: sentences('A is {value}.'),
        mild: sentences('A is a little {value}.'),
        grave: sentences('A.'),
      },
      mend: 'automatic',
    },
    'letter-key': { title: 'No b.', setting: 'warning', sources: [], messages: { found: sentences('There is a b.') } },
    'letter-seen': { title: 'Seen.', setting: 'info', sources: [], messages: { found: sentences('Never said.') } },
  },
  check({ subject, report, notChecked }) {
    const a = subject.root?.member('a')
    const b = subject.root?.member('b')
    if (a !== undefined) {
      const message = a.value === 1 ? 'mild' : a.value === 2 ? 'grave' : 'found'
      report('letter-a', a, { message, data: { value: String(a.value) } })
    }
    if (b === undefined) notChecked('letter-key', 'There is no b.', 'Give one.')
    else report('letter-key', b, { onKey: true })
    notChecked('letter-seen', 'Nobody looked.')
  },
  mends: { 'letter-a': ({ node, edit }) => void (node !== undefined && edit.set(node, 'small')) },
})

function check(text: string, choice: Partial<Choice<Profile, Edition>> = {}, isUtf8 = true) {
  const json = readJson(text)
  return checkSubject<LocatedJson, Profile, Edition>({
    subject: json,
    files: [{ path: 'letters.json', text, isUtf8, json }],
    families: [letters],
    choice: { profile: 'shop', edition: 'new', ...choice },
    withEdits: true,
  })
}

describe('what runs, and how gravely it speaks', () => {
  test.each<[Profile, Edition, string | undefined]>([
    ['shop', 'new', 'error'],
    ['shop', 'old', 'warning'],
    ['lab', 'old', 'info'],
    ['lab', 'new', undefined],
  ])('%s, %s: %s', (profile, edition, severity) => {
    const { findings } = check('{ "a": 0 }', { profile, edition })
    expect(findings.map((one) => one.severity)).toEqual(severity === undefined ? [] : [severity])
    const text = letters.rules['letter-a']
    expect(text && settingOf(text, { profile, edition })).toBe(severity ?? 'off')
  })

  test('own settings win, and count for all messages', () => {
    expect(check('{ "a": 1 }').findings[0]?.severity).toBe('warning')
    expect(check('{ "a": 1 }', { settings: { 'letter-a': 'error' } }).findings[0]?.severity).toBe('error')
    expect(check('{ "a": 1 }', { settings: { 'letter-a': 'off' } }).findings).toEqual([])
  })

  test('a message never speaks more gravely than its rule', () => {
    expect(check('{ "a": 2 }', { edition: 'old' }).findings[0]?.severity).toBe('warning')
  })

  test('only and skip choose; what is asked for by name speaks even when it is off', () => {
    const ids = (choice: Partial<Choice<Profile, Edition>>) =>
      check('{ "a": 0, "b": 0 }', choice).findings.map(({ ruleId }) => ruleId)
    expect(ids({})).toEqual(['letter-a', 'letter-key'])
    expect(ids({ skip: ['letter-a'] })).toEqual(['letter-key'])
    expect(ids({ only: ['letter-key'] })).toEqual(['letter-key'])
    expect(check('{ "a": 0 }', { profile: 'lab', only: ['letter-a'] }).findings[0]?.severity).toBe('info')
  })
})

describe('what a finding says', () => {
  test('message, place and edits', () => {
    expect(check('{\n  "a": 0\n}').findings).toEqual([
      {
        ruleId: 'letter-a',
        severity: 'error',
        message: { what: 'A is 0.', why: 'It matters.', fix: 'Mend it.' },
        file: 'letters.json',
        pointer: '/a',
        range: { start: { line: 2, column: 8 }, end: { line: 2, column: 9 } },
        documentation: 'docs/rules/letter-a.md',
        mend: 'automatic',
        edits: [
          {
            file: 'letters.json',
            start: 9,
            end: 10,
            text: '"small"',
            range: { start: { line: 2, column: 8 }, end: { line: 2, column: 9 } },
          },
        ],
      },
    ])
  })

  test('a key can be underlined instead of its value', () => {
    expect(check('{ "b": { "c": 1 } }').findings[0]?.range).toEqual({
      start: { line: 1, column: 3 },
      end: { line: 1, column: 6 },
    })
  })

  test('a file whose bytes were replaced gets no edits', () => {
    expect(check('{ "a": "\ufffd" }', {}, false).findings[0]?.edits).toBeUndefined()
  })
})

describe('what was not checked', () => {
  test('is said with its reason, for rules that run', () => {
    expect(check('{ "b": 1 }').notChecked).toEqual([{ rules: ['letter-seen'], reason: 'Nobody looked.' }])
    expect(check('{ "b": 1 }', { skip: ['letter-seen'] }).notChecked).toEqual([])
  })

  test('and with what to hand in, where the subject lacks what is judged', () => {
    expect(check('{}', { skip: ['letter-seen'] }).notChecked).toEqual([
      { rules: ['letter-key'], reason: 'There is no b.', handIn: 'Give one.' },
    ])
  })

  test('a value that may go on where the reading ended is not judged', () => {
    const { findings, notChecked } = check('{ "a": { "c": ')
    expect(findings).toEqual([])
    expect(notChecked).toContainEqual({ rules: ['letter-a'], reason: 'A JSON file could not be read to its end.' })
  })
})

test('a clock that is given times the families', () => {
  let now = 0
  const json = readJson('{}')
  const { timing } = checkSubject<LocatedJson, Profile, Edition>({
    subject: json,
    files: [],
    families: [letters],
    choice: { profile: 'shop', edition: 'new' },
    now: () => now++,
  })
  expect(timing).toEqual([{ family: 'letters', milliseconds: 1 }])
})

test('rules are described for each profile', () => {
  const [first] = describeRules([letters], ['shop', 'lab'], 'new')
  expect(first).toMatchObject({
    id: 'letter-a',
    group: 'Letters',
    settings: { shop: 'error', lab: 'off' },
    mend: 'automatic',
  })
})

test('no JSON makes a check throw', () => {
  fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void check(text)))
})
