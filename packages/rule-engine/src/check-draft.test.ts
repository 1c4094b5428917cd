import { describe, expect, it } from 'vitest'
import { checkDraft, unseenBy } from './check-draft.ts'
import { ruleFamilyOf } from './rule-family.ts'

const defineRuleFamily = ruleFamilyOf<string>()
const messages = { found: { what: 'It is empty.', why: 'Nobody can read it.', fix: 'Write something.' } }
const rule = { title: 'Something is written.', setting: 'error', sources: [], deviation: 'Ours.', messages } as const
const filled = defineRuleFamily({
  id: 'filled',
  group: 'Letters',
  rules: { 'letter-filled': rule },
  check({ subject, report, notChecked }) {
    if (subject === '') report('letter-filled', { path: 'letter.txt' })
    if (subject === '?') notChecked('letter-filled', 'It is sealed.')
  },
})
const signed = defineRuleFamily({
  id: 'signed',
  group: 'Letters',
  rules: { 'letter-signed': rule, 'letter-dated': rule },
  check() {},
})
const choice = { profile: 'business', edition: 'current' }
const asked = { path: 'letter.txt', kind: 'letter', files: [], choice }

describe('checkDraft', () => {
  it('names the subject as the report will', () => {
    const { subject, timing } = checkDraft({ ...asked, subject: 'Dear Ada', families: [filled, signed] })
    expect(subject).toEqual({
      path: 'letter.txt',
      kind: 'letter',
      profile: 'business',
      target: 'current',
      findings: [],
    })
    expect(timing).toEqual([])
  })

  it('keeps what rules could not look at beside what families were blind to', () => {
    const blind = { families: [signed], reason: 'The last page is missing.' }
    const { subject } = checkDraft({ ...asked, subject: '?', families: [filled], blind })
    expect(subject.notChecked).toEqual([
      { rules: ['letter-filled'], reason: 'It is sealed.' },
      { rules: ['letter-dated', 'letter-signed'], reason: 'The last page is missing.' },
    ])
  })

  it('times families by the clock that was given', () => {
    let time = 0
    const now = () => time++
    const { timing } = checkDraft({ ...asked, subject: '', families: [filled, signed], now })
    expect(timing.map(({ family }) => family).sort()).toEqual(['filled', 'signed'])
  })
})

describe('unseenBy', () => {
  it('says nothing of no families', () => expect(unseenBy({ families: [], reason: 'no file' })).toEqual([]))
})
