import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { bin, ruleIdsIn, runHere } from './run-command.ts'

const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const client = '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11'
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const tokenOf = (claims: object) =>
  `${encode({ alg: 'RS256' })}.${encode({
    aud: 'https://service.flow.microsoft.com/',
    iss: `https://sts.windows.net/${tenant}/`,
    exp: 4_000_000_000,
    appid: client,
    scp: 'Flows.Read.All',
    tid: tenant,
    upn: 'ada@contoso.example',
    ...claims,
  })}.bm90LWEtc2lnbmF0dXJl`
const check = (text: string, ...words: string[]) => runHere(['token', ...words], { input: async () => text })

test('a token that fits is fine', async () => {
  const words = ['--scope', 'Flows.Read.All', '--client-id', client, '--tenant', tenant]
  const { code, out } = await check(`Bearer ${tokenOf({})}\n`, ...words)
  expect(out).toContain('Nothing found in 1 token')
  expect(code).toBe(0)
})

test('what is wrong is said in every format, and the token never', async () => {
  const token = tokenOf({ aud: 'https://graph.microsoft.com', exp: 1_500_000_000 })
  for (const format of ['text', 'json', 'sarif', 'html', 'markdown', 'junit', 'github']) {
    const { code, out, error } = await check(token, '--format', format, '--scope', 'Flows.Manage.All', '--verbose')
    expect(code).toBe(1)
    expect(out).toContain('token-audience')
    for (const part of token.split('.')) expect(out + error).not.toContain(part)
    expect(out + error).not.toContain('ada@contoso.example')
  }
})

test.each([
  ['', 'token-readable'],
  ['not a token', 'token-readable'],
  [tokenOf({ idtyp: 'app', scp: undefined }), 'token-for-user'],
])('a token that is none of a user’s: %#', async (text, rule) => {
  expect(ruleIdsIn((await check(text, '--format', 'json')).out)).toContain(rule)
})

test('an id that is none is a slip', async () => {
  const { code, error } = await check(tokenOf({}), '--tenant', 'contoso.example')
  expect(error).toContain('--tenant is no GUID.')
  expect(code).toBe(2)
})

test('the built command reads a pipe', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'token'], {
    input: tokenOf({ exp: 1 }),
    encoding: 'utf8',
  })
  expect(stdout).toContain('The token ran out at 1970-01-01T00:00:01Z.')
  expect(stderr).toBe('')
  expect(status).toBe(1)
})
