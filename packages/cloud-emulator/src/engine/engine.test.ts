import { expect, test } from 'vitest'
import { emulatorOfTests, send, tokenFor } from '../fixtures/emulator-of-tests.ts'
import { smallOperations } from '../fixtures/small-operations.ts'
import { defaultEntrance } from '../seed/default-seed.ts'

const { tenant, clientId, user } = defaultEntrance
const emulator = await emulatorOfTests({ operations: smallOperations })
const powerApps = 'https://service.powerapps.com//.default'
const person = await tokenFor(emulator, { scope: powerApps, user })
const notes = 'https://api.powerapps.com/providers/Microsoft.PowerApps/notes?api-version=2016-11-01'

async function refusal(response: Response): Promise<{ status: number; code: unknown; message: unknown }> {
  const { code, message } = Object(Object(await response.json()).error)
  return { status: response.status, code, message }
}

test('an answer knows the caller, and its links can be followed the way the client came', async () => {
  const response = await send(emulator, notes, { token: person })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    names: [],
    caller: {
      kind: 'delegated',
      tenantId: tenant,
      objectId: expect.stringMatching(/^[\da-f-]{36}$/),
      appId: clientId,
      userPrincipalName: user,
      name: 'Femke Bakker',
      audience: 'https://service.powerapps.com/',
      scopes: ['User'],
      roles: [],
    },
    next: `${emulator.url}/https/api.powerapps.com/more`,
  })
  expect(response.headers.get('x-ms-request-id')).toMatch(/^[\da-f-]{36}$/)
})

test.each([
  ['without token', {}, 401, 'MissingAuthorizationHeaderAndClientCertificate'],
  ['with something that is no token', { token: 'abc' }, 401, 'InvalidAuthenticationToken'],
  [
    'with a foreign token',
    { token: `${person.split('.').slice(0, 2).join('.')}.AAAA` },
    401,
    'InvalidAuthenticationToken',
  ],
])('refused in the service’s own words: %s', async (_, init, status, code) => {
  const told = await refusal(await send(emulator, notes, init))
  expect(told).toMatchObject({ status, code })
})

test('a path is matched in any case, a version is demanded', async () => {
  const shouted = notes.replace('Microsoft.PowerApps/notes', 'MICROSOFT.POWERAPPS/Notes')
  expect((await send(emulator, shouted, { token: person })).status).toBe(200)
  const told = await refusal(await send(emulator, notes.replace(/\?.*/, ''), { token: person }))
  expect(told).toMatchObject({ status: 400, code: 'MissingApiVersionParameter' })
  const odd = await refusal(await send(emulator, notes.replace('2016-11-01', 'latest'), { token: person }))
  expect(odd).toMatchObject({ status: 400, code: 'InvalidApiVersionParameter' })
})

test('a request that does not fit is told everything it lacks', async () => {
  const address = 'https://api.powerapps.com/providers/Microsoft.PowerApps/notes/one'
  const told = await refusal(await send(emulator, address, { token: person, method: 'POST', body: { size: 'big' } }))
  expect(told).toMatchObject({ status: 400, code: 'InvalidRequestContent' })
  expect(told.message).toContain('notes.create')
  for (const part of ['query.$filter', 'body.title', 'body.size']) expect(told.message).toContain(part)
  const broken = await send(emulator, `${address}?$filter=x`, {
    token: person,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  expect((await refusal(broken)).message).toContain('body')
})

test.each([
  ['flow', 'https://service.flow.microsoft.com//.default', 'https://api.flow.microsoft.com/flows', 200],
  [
    'flow with the audience of Azure',
    'https://management.azure.com//.default',
    'https://api.flow.microsoft.com/flows',
    200,
  ],
  [
    'flow without its slash',
    'https://service.flow.microsoft.com/.default',
    'https://api.flow.microsoft.com/flows',
    200,
  ],
  ['flow with the audience of Power Apps', powerApps, 'https://api.flow.microsoft.com/flows', 401],
  ['a regional host', 'https://service.flow.microsoft.com//.default', 'https://emea.api.flow.microsoft.com/flows', 200],
  ['Graph', 'https://graph.microsoft.com/.default', 'https://graph.microsoft.com/v1.0/me', 200],
  ['Graph with the audience of Power Apps', powerApps, 'https://graph.microsoft.com/v1.0/me', 401],
  [
    'Dataverse',
    'https://orgfabrikam.crm4.dynamics.com/.default',
    'https://orgfabrikam.crm4.dynamics.com/api/data/v9.2/rows',
    200,
  ],
  [
    'Dataverse of older version',
    'https://orgfabrikam.crm4.dynamics.com/.default',
    'https://orgfabrikam.crm4.dynamics.com/api/data/v9.0/rows',
    200,
  ],
  [
    'Dataverse by its other host',
    'https://orgfabrikam.crm4.dynamics.com/.default',
    'https://orgfabrikam.api.crm4.dynamics.com/api/data/v9.2/rows',
    200,
  ],
  [
    'Dataverse of another organisation',
    'https://orgfabrikamtest.crm4.dynamics.com/.default',
    'https://orgfabrikam.crm4.dynamics.com/api/data/v9.2/rows',
    401,
  ],
])('the audience of a token is held against the host: %s', async (_, scope, address, status) => {
  const token = await tokenFor(emulator, { scope, user })
  expect((await send(emulator, address, { token })).status).toBe(status)
})

test('a strict emulator wants the slash', async () => {
  const strict = await emulatorOfTests({ operations: smallOperations, strictAudience: true })
  const without = await tokenFor(strict, { scope: 'https://service.flow.microsoft.com/.default', user })
  const told = await refusal(await send(strict, 'https://api.flow.microsoft.com/flows', { token: without }))
  expect(told).toMatchObject({ status: 401, code: 'InvalidAuthenticationAudience' })
  expect(told.message).toContain("'https://service.flow.microsoft.com/'")
  const right = await tokenFor(strict, { scope: 'https://service.flow.microsoft.com//.default', user })
  expect((await send(strict, 'https://api.flow.microsoft.com/flows', { token: right })).status).toBe(200)
})

test('applications are turned away where they are, and let in once they are registered', async () => {
  const flow = await tokenFor(emulator, { scope: 'https://service.flow.microsoft.com//.default' })
  expect(await refusal(await send(emulator, 'https://api.flow.microsoft.com/flows', { token: flow }))).toEqual({
    status: 401,
    code: 'ClientScopeAuthorizationFailed',
    message: 'The x-ms-client-scope header must not be null or empty.',
  })
  const admin = 'https://api.bap.microsoft.com/admin'
  const adatum = '0c0c0c0c-3333-4c4c-8c8c-000000000003'
  const stranger = await tokenFor(emulator, { scope: powerApps, tenant: adatum })
  const told = await refusal(await send(emulator, admin, { token: stranger }))
  expect(told).toMatchObject({ status: 403, code: 'Forbidden' })
  expect(told.message).toContain('does not have permission to access the path')
  const registered = await tokenFor(emulator, { scope: powerApps })
  expect((await send(emulator, admin, { token: registered })).status).toBe(200)
})

test('what is not covered is refused loudly, with what is', async () => {
  const other = await refusal(await send(emulator, notes, { token: person, method: 'DELETE' }))
  expect(other).toMatchObject({ status: 501, code: 'NotEmulated' })
  expect(other.message).toContain('covered for GET')
  expect(other.message).toContain('/emulator/operations')
  const nowhere = await refusal(await send(emulator, 'https://api.powerapps.com/nowhere'))
  expect(nowhere).toMatchObject({ status: 501, code: 'NotEmulated' })
  const foreign = await refusal(await send(emulator, 'https://api.example.com/x'))
  expect(foreign).toMatchObject({ status: 501, code: 'NotEmulated' })
})

test('refusals come in the envelope of each service', async () => {
  const graph = await send(emulator, 'https://graph.microsoft.com/v1.0/me', {
    headers: { 'client-request-id': 'mine' },
  })
  expect(Object(await graph.json()).error).toEqual({
    code: 'InvalidAuthenticationToken',
    message: 'Access token is empty.',
    innerError: {
      date: expect.any(String),
      'request-id': graph.headers.get('request-id'),
      'client-request-id': 'mine',
    },
  })
  const dataverse = await send(emulator, 'https://orgfabrikam.crm4.dynamics.com/api/data/v9.2/rows')
  expect(dataverse.status).toBe(401)
  expect(await dataverse.text()).toBe('')
  expect(dataverse.headers.get('www-authenticate')).toContain('resource_id=https://orgfabrikam.crm4.dynamics.com/')
  const storage = await send(emulator, 'https://any.blob.core.windows.net/other/blob')
  expect(storage.status).toBe(404)
  expect(await storage.text()).toMatch(/^<\?xml .*<Code>ContainerNotFound<\/Code>/)
  expect(storage.headers.get('x-ms-error-code')).toBe('ContainerNotFound')
  const bytes = await send(emulator, 'https://any.blob.core.windows.net/known/blob')
  expect(await bytes.text()).toBe('bytes')
})

test('an answer that does not fit its own operation is the emulator’s fault and said as one', async () => {
  const token = await tokenFor(emulator, { scope: 'https://graph.microsoft.com/.default', user })
  const response = await send(emulator, 'https://graph.microsoft.com/v1.0/me', { token, headers: { 'x-misfit': '1' } })
  expect(await refusal(response)).toMatchObject({ status: 500, code: 'EmulatorFailed' })
})

test('a token runs out by the emulator’s clock', async () => {
  const own = await emulatorOfTests({ operations: smallOperations })
  const token = await tokenFor(own, { scope: powerApps, user })
  own.clock.advance(3_599_000 - 2000)
  expect((await send(own, notes, { token })).status).toBe(200)
  own.clock.advance(3000)
  expect(await refusal(await send(own, notes, { token }))).toMatchObject({
    status: 401,
    code: 'ExpiredAuthenticationToken',
  })
  const next = await tokenFor(own, { scope: powerApps, user })
  await own.rotateKeys()
  expect((await send(own, notes, { token: next })).status).toBe(200)
  await own.rotateKeys({ retireOld: true })
  expect(await refusal(await send(own, notes, { token: next }))).toMatchObject({
    status: 401,
    code: 'InvalidAuthenticationToken',
  })
})

test('the journal names who asked for what, and holds nothing that opens anything', async () => {
  const own = await emulatorOfTests({ operations: smallOperations, journalLimit: 4 })
  const token = await tokenFor(own, { scope: powerApps, user })
  await send(own, `${notes}&sig=signed-by-nobody&code=hand-me-in`, { token })
  const entry = own.journal.entries().at(-1)
  expect(entry).toMatchObject({
    number: 2,
    method: 'GET',
    service: 'power-apps',
    operation: 'notes.list',
    tenant,
    caller: { kind: 'delegated', application: clientId },
    status: 200,
  })
  const told = JSON.stringify(own.journal.entries())
  for (const secret of [
    token,
    'signed-by-nobody',
    'hand-me-in',
    defaultEntrance.clientSecret,
    defaultEntrance.password,
  ]) {
    expect(told).not.toContain(secret)
  }
  for (let times = 0; times < 9; times += 1) await send(own, notes, { token })
  expect(own.journal.entries().map(({ number }) => number)).toEqual([8, 9, 10, 11])
  expect(own.journal.entries(10).map(({ number }) => number)).toEqual([11])
})
