import { createReport, printHtml, printText } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { checkLicences } from '../../engine/check-licences.ts'
import { readLicenceFile } from '../../licences/read-licence-file.ts'
import { listText } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { secretsOut } from './secrets-out.ts'

const rule = 'licence-list-without-secret'
const fake = 'not-a-real-password-0123'
const leaked = { list: { userCredentials: { userName: 'admin', password: fake } } }

testRuleFamily(secretsOut, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    { name: 'a rule about passwords', given: { list: { passwordPolicies: 'None', password: null } } },
  ],
  fails: [
    { name: 'the answer to a new customer', given: leaked, finds: [{ rule }] },
    { name: 'a refresh token', given: { list: { auth: { refresh_token: fake } } }, finds: [{ rule }] },
  ],
})

test.each([fake, `${fake}"\\with signs that JSON escapes`])('no report repeats the secret %s', (password) => {
  const text = listText({ list: { userCredentials: { userName: 'admin', password } } })
  const { subject } = checkLicences([readLicenceFile('licences.json', text)], { families: [secretsOut] })
  const report = createReport({ name: 'test', version: '1' }, [subject])
  const sources = () => text
  for (const printed of [printText(report, { sources }), printHtml(report, { sources })])
    expect(printed).not.toContain(fake)
})
