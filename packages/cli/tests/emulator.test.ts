import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientEnvironment, shellAssignments } from '../src/emulator/client-environment.ts'
import { bin, runHere } from './run-command.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-command-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts the built command, waits until it said that it is ready, and gives what it printed. */
async function started(...words: readonly string[]) {
  const child = spawn(process.execPath, [bin, 'emulator', '--port', '0', ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let error = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error(`ended early: ${error}`)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (out.includes('SEVENSTEP_EMULATOR_PASSWORD')) resolve()
    })
  })
  const stop = async (signal: 'SIGINT' | 'SIGTERM') => {
    child.kill(signal)
    return { code: await ended, error }
  }
  return { out, stop }
}

const assignments = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

test('--print-env prints assignments for everything a client needs, keeps running, and ends in order', {
  timeout: 30_000,
}, async () => {
  const { out, stop } = await started('--print-env', '--data', 'kept')
  const environment = assignments(out)
  expect(Object.keys(environment)).toEqual([
    'HTTPS_PROXY',
    'NODE_EXTRA_CA_CERTS',
    'SEVENSTEP_EMULATOR_URL',
    'SEVENSTEP_EMULATOR_TENANT',
    'SEVENSTEP_EMULATOR_CLIENT_ID',
    'SEVENSTEP_EMULATOR_CLIENT_SECRET',
    'SEVENSTEP_EMULATOR_USER',
    'SEVENSTEP_EMULATOR_PASSWORD',
    'SEVENSTEP_EMULATOR_PARTNER_TENANT',
    'SEVENSTEP_EMULATOR_PARTNER_USER',
    'SEVENSTEP_EMULATOR_PARTNER_PASSWORD',
  ])
  expect(environment.NODE_EXTRA_CA_CERTS).toBe(join(folder, 'cache/sevenstep/emulator-keys/authority.pem'))
  const { SEVENSTEP_EMULATOR_URL: url, SEVENSTEP_EMULATOR_TENANT: tenant } = environment
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: environment.SEVENSTEP_EMULATOR_CLIENT_ID ?? '',
    client_secret: environment.SEVENSTEP_EMULATOR_CLIENT_SECRET ?? '',
    scope: 'https://graph.microsoft.com/.default',
  })
  const token = await fetch(`${url}/https/login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body,
  })
  const { access_token: bearer } = Object(await token.json())
  const users = await fetch(`${url}/graph/v1.0/users`, { headers: { authorization: `Bearer ${bearer}` } })
  expect(users.status).toBe(200)
  expect(await stop('SIGTERM')).toEqual({ code: 0, error: '' })
  expect(readdirSync(join(folder, 'kept'))).toEqual(['state.json'])
  const again = await started('--print-env', '--data', 'kept')
  expect(await again.stop('SIGINT')).toEqual({ code: 0, error: '' })
})

test('without --print-env it says where everything is; on another address it warns', { timeout: 30_000 }, async () => {
  const { out, stop } = await started('--listen', '0.0.0.0')
  expect(out).toContain('It is not Microsoft')
  expect(out).toMatch(/http:\/\/localhost:\d+\/emulator/)
  const { code, error } = await stop('SIGINT')
  expect(code).toBe(0)
  expect(error).toContain('gets in without a password')
})

test('a seed of one’s own takes the place of the built-in tenants', { timeout: 30_000 }, async () => {
  writeFileSync(
    join(folder, 'seed.yaml'),
    [
      'tenants:',
      '  - id: 11111111-1111-4111-8111-111111111111',
      '    name: Contoso',
      '    domain: contoso.example',
      '    accounts:',
      '      - { name: Ada, userName: ada@contoso.example, password: made-up }',
      '',
    ].join('\n'),
  )
  const { out, stop } = await started('--print-env', '--seed', 'seed.yaml')
  expect(assignments(out)).toMatchObject({
    SEVENSTEP_EMULATOR_TENANT: '11111111-1111-4111-8111-111111111111',
    SEVENSTEP_EMULATOR_USER: 'ada@contoso.example',
    SEVENSTEP_EMULATOR_PASSWORD: 'made-up',
  })
  expect(await stop('SIGTERM')).toEqual({ code: 0, error: '' })
})

test.each([
  [['--port', 'http'], 2, '"http" is no port'],
  [['--port', '70000'], 2, '"70000" is no port'],
  [['--seed', 'missing.yaml'], 3, 'missing.yaml cannot be read'],
  [['--seed', 'broken.yaml'], 2, 'broken.yaml is no seed of the emulator'],
])('refused with what is wrong: %j', async (words, code, told) => {
  writeFileSync(join(folder, 'broken.yaml'), 'tenants:\n  - name: Contoso\n')
  const outcome = await runHere(['emulator', ...words], { folder })
  expect(outcome).toMatchObject({ code, out: '' })
  expect(outcome.error).toContain(told)
})

test('a port that is taken is said to be taken', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const outcome = await runHere(['emulator', '--port', port], { folder })
  server.close()
  expect(outcome.code).toBe(2)
  expect(outcome.error).toContain(`cannot listen on 127.0.0.1:${port}`)
})

test('what a shell could take for more than a value is quoted', () => {
  const environment = clientEnvironment(
    { url: 'http://127.0.0.1:1', authorityFile: "/home/o'hara/the keys/authority.pem" },
    { tenant: 'contoso.example', password: 'a $b' },
  )
  expect(shellAssignments(environment)).toBe(
    [
      'HTTPS_PROXY=http://127.0.0.1:1',
      "NODE_EXTRA_CA_CERTS='/home/o'\\''hara/the keys/authority.pem'",
      'SEVENSTEP_EMULATOR_URL=http://127.0.0.1:1',
      'SEVENSTEP_EMULATOR_TENANT=contoso.example',
      "SEVENSTEP_EMULATOR_PASSWORD='a $b'",
      '',
    ].join('\n'),
  )
})
