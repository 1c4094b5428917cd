import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { userAgent } from './user-agent.ts'

test('the client names the version that it is', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect(userAgent(undefined)).toContain(`sevenstep-cloud-access/${version} `)
})

test('an application’s own name comes first, without anything that a header cannot carry', () => {
  expect(userAgent('contoso-deploy/1.2')).toMatch(/^contoso-deploy\/1\.2 sevenstep-cloud-access\//)
  expect(userAgent('evil\r\nx: y')).toMatch(/^evilx: y sevenstep/)
})
