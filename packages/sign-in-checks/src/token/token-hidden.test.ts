import { createReport, printHtml, printJson, printSarif, printText } from '@sevenstep/findings'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectation, tokenText } from '../testing/token-room.ts'
import { checkToken } from './check-token.ts'

test('no report holds the token or who signed in, whatever is wrong with it', () => {
  const broken = { aud: 'https://graph.microsoft.com', exp: 1, nbf: 9e9, scp: 'None', tid: undefined, iss: undefined }
  const texts = [tokenText({ claims: broken }), `Bearer ${tokenText({ claims: {} })}`, 'zzqx1.zzqx2.zzqx3']
  for (const text of texts) {
    const report = createReport({ name: 'test', version: '1' }, [checkToken(text, expectation)])
    const printed = [
      printText(report, { verbosity: 'verbose' }),
      printJson(report),
      printHtml(report, {}),
      printSarif(report, { toolName: 'test', toolVersion: '1', rules: [] }),
    ].join('\n')
    for (const part of text.replace('Bearer ', '').split('.')) expect(printed).not.toContain(part)
    expect(printed).not.toContain('ada@contoso.example')
  }
})

test('no text makes the check throw', () => {
  const parts = fc.array(fc.string(), { minLength: 3, maxLength: 3 }).map((list) => list.join('.'))
  fc.assert(fc.property(fc.oneof(fc.string(), parts), (text) => void checkToken(text, expectation)))
})
