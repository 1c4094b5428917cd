import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Edition, editions } from '../checks/flow-subject.ts'
import { checkSubmission } from './check-submission.ts'
import { initSubmission } from './init-submission.ts'
import { looksLikeSubmission, readSubmission } from './read-submission.ts'
import { recordEvent, standingOf } from './record-event.ts'
import { submissionFactsFormat } from './submission-facts-format.ts'

const today = '2026-11-29'
const check = (text: string, options = {}) =>
  checkSubmission(readSubmission('template.json', text), { today, ...options })

describe('a new file', () => {
  it.each<[Edition, readonly string[]]>([
    ['current', ['template-category-count', 'template-file-filled', 'template-package-lasts']],
    ['2018-02', ['template-file-filled', 'template-form-filled']],
  ])('of %s is read as its route, and asks for what only a person can say', (edition, rules) => {
    const text = initSubmission({ edition })
    expect(looksLikeSubmission(text)).toBe(true)
    const { subject } = check(text)
    expect(subject).toMatchObject({ target: edition, profile: 'template', kind: 'template submission' })
    expect([...new Set(subject.findings.map(({ ruleId }) => ruleId))].sort()).toEqual(rules)
  })

  it('takes the title that is known', () => {
    expect(JSON.parse(initSubmission({ edition: 'current', title: 'Tell "Ada"' })).title).toBe('Tell "Ada"')
  })
})

describe('what nothing was said of', () => {
  it('is not checked, and no claim of the file is taken for a proof', () => {
    const claims = { kind: 'flow-template', account: { hasMail: true, isVetted: true, isEnrolled: true } }
    const notes = new Map(
      check(JSON.stringify(claims)).subject.notChecked?.flatMap(({ rules, handIn }) =>
        rules.map((rule) => [rule, handIn]),
      ),
    )
    expect([notes.has('template-account-mail'), notes.get('template-account-mail')]).toEqual([true, undefined])
    expect(notes.get('template-review-clean')).toContain('sevenstep template advance')
    expect(notes.get('template-package-lasts')).toContain('"expires"')
  })

  it.each(['', '[]', '7', '{'])('a file of %j is not judged further', (text) => {
    const { subject } = check(text)
    expect(subject.findings.length).toBeGreaterThan(0)
    expect(subject.findings.every(({ ruleId }) => ruleId.startsWith('template-file-'))).toBe(true)
  })
})

describe('secrets', () => {
  it('are quoted by no finding, also where a name is one', () => {
    const secret = 'x0123456789abcdefghijklm'
    const { findings } = check(
      JSON.stringify({ kind: 'flow-template', [`sig=${secret}`]: { code: `?sig=${secret}` } }),
    ).subject
    expect(findings.map(({ ruleId }) => ruleId)).toContain('template-file-shape')
    // Code frames hide what a finding says is to be hidden: the name itself, and the value below it.
    expect(findings.flatMap(({ hides }) => hides?.start.column ?? [])).toEqual([25, 64])
    expect(JSON.stringify(findings)).not.toContain(secret)
  })
})

describe('recording', () => {
  const text = '{\r\n\t"kind": "flow-template", "title": "A",\r\n\t"history": []\r\n}'

  it('adds what happened and leaves every other byte', () => {
    const first = recordEvent(text, { event: 'submit', on: '2026-11-20' })
    expect(first).toMatchObject({ ok: true, state: 'submitted' })
    if (!first.ok) return
    expect(first.text.startsWith('{\r\n\t"kind": "flow-template", "title": "A",\r\n\t"history": [')).toBe(true)
    expect(JSON.parse(first.text).history).toEqual([{ event: 'submit', on: '2026-11-20' }])
    expect(recordEvent(first.text, { event: 'review-began', on: '2026-11-21' })).toMatchObject({
      state: 'in-certification',
    })
    expect(standingOf(first.text)).toMatchObject({ ok: true, state: 'submitted', since: '2026-11-20' })
  })

  it('begins a history where there is none', () => {
    const recorded = recordEvent('{"kind":"flow-template"}', { event: 'submit', on: today })
    expect(recorded.ok && JSON.parse(recorded.text).history).toEqual([{ event: 'submit', on: today }])
  })

  it.each([
    ['{"kind":"flow-template"}', 'go-live', '"go-live" cannot happen to a template that is "draft".'],
    ['{"kind":"flow-template",', 'submit', 'The file is not the whole JSON of a submission.'],
    ['{"history":[{"event":"go-live","on":"2026-11-01"}]}', 'submit', 'The history in the file breaks off.'],
  ] as const)('refuses %s, %s', (given, event, what) => {
    const recorded = recordEvent(given, { event, on: today })
    expect(recorded.ok ? '' : recorded.message.what).toBe(what)
  })

  it('gives a history that the rules agree with, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...editions),
        fc.array(
          fc.constantFrom(
            'submit',
            'review-began',
            'approved',
            'saved',
            'run-succeeded',
            'go-live',
            'sign-off',
            'changes-asked',
            'withdraw',
            'update',
            'refuse',
          ),
        ),
        (edition, events) => {
          let file = JSON.stringify({ kind: 'flow-template', edition })
          for (const event of events) {
            const recorded = recordEvent(file, { event, on: today })
            if (recorded.ok) file = recorded.text
          }
          const { findings } = check(file).subject
          expect(findings.filter(({ ruleId }) => ruleId === 'template-history-order')).toEqual([])
        },
      ),
    )
  })
})

describe('facts as a file', () => {
  it.each([
    ['{"links":[{"url":"https://a.example","status":200}],"other":1}', true],
    ['{"links":[{"url":"https://a.example"}]}', false],
    ['[', false],
  ])('%s', (text, isTaken) => expect(submissionFactsFormat.read(text).ok).toBe(isTaken))
})
