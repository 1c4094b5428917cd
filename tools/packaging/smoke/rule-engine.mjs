import assert from 'node:assert/strict'
import { readJson } from '@sevenstep/located-json'
import { checkSubject, ruleFamilyOf } from '@sevenstep/rule-engine'

const family = ruleFamilyOf()({
  id: 'greeting',
  group: 'Politeness',
  rules: {
    'greeting-there': {
      title: 'There is a greeting.',
      setting: 'error',
      sources: [],
      messages: { found: { what: 'There is none.', why: 'It is rude.', fix: 'Add one.' } },
    },
  },
  check: ({ subject, report }) => report('greeting-there', subject.root),
})
const json = readJson('{}')
const { findings } = checkSubject({
  subject: json,
  files: [{ path: 'letter.json', text: '{}', isUtf8: true, json }],
  families: [family],
  choice: { profile: 'any', edition: 'current' },
})
assert.equal(findings[0]?.message.what, 'There is none.')
