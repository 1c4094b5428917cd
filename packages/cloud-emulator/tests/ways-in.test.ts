import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as tlsConnect } from 'node:tls'
import { expect, test } from 'vitest'
import { emulatorOfTests, tokenFor } from '../src/fixtures/emulator-of-tests.ts'
import { smallOperations } from '../src/fixtures/small-operations.ts'
import { defaultEntrance } from '../src/seed/default-seed.ts'

const { user } = defaultEntrance
const emulator = await emulatorOfTests({ operations: smallOperations })
const { authority } = emulator

interface Told {
  readonly status: number
  readonly body: string
}

/** Asks over TLS, checking the certificate against the emulator's authority alone. */
function ask(host: string, path: string, token?: string, socket?: Socket): Promise<Told> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      {
        host: '127.0.0.1',
        port: emulator.port,
        servername: host,
        ca: authority,
        path,
        agent: false,
        headers: { host, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        ...(socket === undefined
          ? {}
          : { createConnection: () => tlsConnect({ socket, servername: host, ca: authority }) }),
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text
        })
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body }))
      },
    )
    request.once('error', reject).end()
  })
}

function tunnel(target: string): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: emulator.port, method: 'CONNECT', path: target, agent: false })
      .once('connect', (response, socket) => resolve({ status: response.statusCode ?? 0, socket }))
      .once('error', reject)
      .end()
  })
}

test.each([
  'login.microsoftonline.com',
  'login.windows.net',
  'api.flow.microsoft.com',
  'emea.api.flow.microsoft.com',
  'api.powerapps.com',
  'europe.api.bap.microsoft.com',
  'api.powerplatform.com',
  'orgfabrikam.crm4.dynamics.com',
  'orgfabrikam.api.crm4.dynamics.com',
  'graph.microsoft.com',
  'anything.blob.core.windows.net',
  // Two wildcards, which no certificate made beforehand can cover.
  'defaultaabbccdd00112233445566778.89.environment.api.powerplatform.com',
  'localhost',
])('the certificate of %s is believed by who trusts the authority', async (host) => {
  const { status } = await ask(host, '/emulator-nowhere')
  expect(status).toBeGreaterThanOrEqual(400)
})

test('a certificate is believed for this machine’s address too, and by nobody who was not told', async () => {
  const untrusting = new Promise((resolve, reject) => {
    httpsRequest({ host: 'localhost', port: emulator.port, path: '/', agent: false }, resolve)
      .once('error', reject)
      .end()
  })
  await expect(untrusting).rejects.toThrow(/self-signed|unable to (get|verify)/i)
})

test('through the proxy a client keeps the original host, in addresses that come back too', async () => {
  const { status, socket } = await tunnel('api.powerapps.com:443')
  expect(status).toBe(200)
  const token = await tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user })
  const path = '/providers/Microsoft.PowerApps/notes?api-version=2016-11-01'
  const told = await ask('api.powerapps.com', path, token, socket)
  expect(told.status).toBe(200)
  expect(JSON.parse(told.body).next).toBe('https://api.powerapps.com/more')
})

test('the proxy leads nowhere but here', async () => {
  const { status, socket } = await tunnel('example.com:443')
  expect(status).toBe(403)
  socket.destroy()
  expect(emulator.journal.entries().at(-1)).toMatchObject({ method: 'CONNECT', status: 403, code: 'NotEmulated' })
})

test.each([
  [
    '/https/api.powerapps.com/providers/Microsoft.PowerApps/notes?api-version=2016-11-01',
    'https://service.powerapps.com//.default',
  ],
  ['/power-apps/providers/Microsoft.PowerApps/notes?api-version=2016-11-01', 'https://service.powerapps.com//.default'],
  ['/providers/Microsoft.PowerApps/notes?api-version=2016-11-01', 'https://service.powerapps.com//.default'],
  ['/v1.0/me', 'https://graph.microsoft.com/.default'],
  ['/graph/v1.0/me', 'https://graph.microsoft.com/.default'],
  ['/api/data/v9.2/rows', 'https://orgfabrikam.crm4.dynamics.com/.default'],
  ['/dataverse/api/data/v9.2/rows', 'https://orgfabrikam.crm4.dynamics.com/.default'],
])('plain HTTP below the base address: %s', async (path, scope) => {
  const token = await tokenFor(emulator, { scope, user })
  const response = await fetch(`${emulator.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect(response.status).toBe(200)
})

test.each([
  ['login.microsoftonline.com', 'https://login.microsoftonline.com'],
  ['login.windows.net', 'https://login.windows.net'],
])('the identity platform says the address under which it was asked: %s', async (host, origin) => {
  const { body } = await ask(host, `/${defaultEntrance.tenant}/v2.0/.well-known/openid-configuration`)
  expect(JSON.parse(body)).toMatchObject({
    issuer: `${origin}/${defaultEntrance.tenant}/v2.0`,
    token_endpoint: `${origin}/${defaultEntrance.tenant}/oauth2/v2.0/token`,
  })
})

test.each([
  ['', ''],
  ['/https/login.microsoftonline.com', '/https/login.microsoftonline.com'],
])('and below the base address “%s”', async (base, prefix) => {
  const address = `${emulator.url}${base}/organizations/v2.0/.well-known/openid-configuration`
  expect(await (await fetch(address)).json()).toMatchObject({
    token_endpoint: `${emulator.url}${prefix}/organizations/oauth2/v2.0/token`,
  })
})

test('a second start takes the keys of the first, and private keys are for their owner alone', async () => {
  const other = await emulatorOfTests({ operations: smallOperations })
  expect(other.authority).toBe(authority)
  expect(readFileSync(other.authorityFile, 'utf8')).toBe(authority)
  const mode = statSync(other.authorityFile.replace(/\.pem$/, '.key')).mode & 0o777
  expect(mode).toBe(0o600)
  const token = await tokenFor(emulator, { scope: 'https://graph.microsoft.com/.default', user })
  const response = await fetch(`${other.url}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })
  expect(response.status).toBe(200)
})

test('emulators that start at once on an empty folder agree on one authority and one key', async () => {
  const keyFolder = mkdtempSync(join(tmpdir(), 'emulator-race-'))
  const all = await Promise.all(
    Array.from({ length: 5 }, () => emulatorOfTests({ operations: smallOperations, keyFolder })),
  )
  expect(new Set(all.map((each) => each.authority)).size).toBe(1)
  expect(readFileSync(all[0]?.authorityFile ?? '', 'utf8')).toBe(all[0]?.authority)
  const tokens = await Promise.all(
    all.map((each) => tokenFor(each, { scope: 'https://graph.microsoft.com/.default', user })),
  )
  for (const token of tokens) {
    const response = await fetch(`${all[0]?.url}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(response.status).toBe(200)
  }
  expect(readdirSync(keyFolder).sort()).toEqual(['authority.key', 'authority.pem', 'server.key', 'token-signing.key'])
  rmSync(keyFolder, { recursive: true, force: true })
})

test('what is no key any more is made anew', async () => {
  const keyFolder = mkdtempSync(join(tmpdir(), 'emulator-broken-'))
  for (const name of ['authority.key', 'server.key', 'token-signing.key'])
    writeFileSync(join(keyFolder, name), 'half a ke')
  const own = await emulatorOfTests({ operations: smallOperations, keyFolder })
  expect(own.authority).toMatch(/^-----BEGIN CERTIFICATE-----/)
  expect(await tokenFor(own, { scope: 'https://graph.microsoft.com/.default', user })).toMatch(/^eyJ/)
  rmSync(keyFolder, { recursive: true, force: true })
})

test('what the identity platform does not have is refused loudly', async () => {
  const response = await fetch(`${emulator.url}/https/login.microsoftonline.com/common/oauth2/nothing`)
  expect(response.status).toBe(501)
  expect(Object(await response.json()).error).toBe('NotEmulated')
})

test('a port that is taken is said to be taken', async () => {
  await expect(emulatorOfTests({ port: emulator.port })).rejects.toThrow(
    /cannot listen on 127\.0\.0\.1:\d+: .*EADDRINUSE/,
  )
  await expect(emulatorOfTests({ port: 70_000 })).rejects.toThrow('70000 is no port')
})

test('bytes that are neither TLS nor HTTP hurt nobody', async () => {
  const response = await fetch(`${emulator.url}/emulator/health`)
  expect(await response.json()).toEqual({ ready: true })
  await new Promise<void>((resolve) => {
    const socket = httpRequest({ host: '127.0.0.1', port: emulator.port, method: 'GET', path: '/', agent: false })
    socket.once('socket', (raw) => {
      raw.once('connect', () => raw.write(Buffer.from([0x16, 0xff, 0x00, 0x01, 0x02, 0x03])))
      raw.once('close', () => resolve())
      setTimeout(() => raw.destroy(), 200)
    })
    socket.once('error', () => resolve())
  })
  expect((await fetch(`${emulator.url}/emulator/health`)).status).toBe(200)
})
