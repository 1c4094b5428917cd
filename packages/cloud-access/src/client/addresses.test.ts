import fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { failureOf, sampleClient } from '../fixtures/sample-client.ts'
import { download, importRows, list, read, readConnection, readRow } from '../fixtures/sample-operations.ts'
import type { Place } from './cloud-client.ts'

/** Answers anything and keeps what was asked. */
function echo() {
  const asked: { path: string; headers: Record<string, string> }[] = []
  const app = new Hono()
  app.all('*', (c) => {
    asked.push({ path: c.req.url.replace(/^http:\/\/[^/]+/, ''), headers: c.req.header() })
    return c.json({ id: 'a', value: [] })
  })
  return { app, asked }
}

test('path, query and api-version are encoded and in their places', async () => {
  const { app, asked } = echo()
  const { client } = await sampleClient(app)
  await client.call(read, { path: { id: "a/b?c#d%'é" } })
  await client.call(list, { query: { $filter: "environment eq 'e&f'" } })
  expect(asked.map(({ path }) => path)).toEqual([
    "/https/api.powerapps.com/samples/a%2Fb%3Fc%23d%25'%C3%A9?api-version=1",
    '/https/api.powerapps.com/samples?api-version=1&$filter=environment%20eq%20%27e%26f%27',
  ])
})

test('no value leads out of the operation’s path', async () => {
  const { app, asked } = echo()
  const { client } = await sampleClient(app)
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), async (id) => {
      asked.length = 0
      await client.call(read, { path: { id } }).catch(() => undefined)
      for (const { path } of asked)
        expect(path).toMatch(/^\/https\/api\.powerapps\.com\/samples\/[^/?#]+\?api-version=1$/)
    }),
    { numRuns: 50 },
  )
})

test.each(['', '.', '..'])('the value %j in a path is refused before anything is sent', async (id) => {
  const { app, asked } = echo()
  const { client } = await sampleClient(app)
  expect(await failureOf(client.call(read, { path: { id } }))).toMatchObject({
    code: 'input-invalid',
    details: ['path.id: must not be empty'],
  })
  expect(asked).toEqual([])
})

test('an input that the operation does not take is refused with its places', async () => {
  const { app, asked } = echo()
  const { client } = await sampleClient(app)
  // What plain JavaScript may pass.
  const wrong = { path: { id: 7 } } as unknown as { path: { id: string } }
  const failure = await failureOf(client.call(read, wrong))
  expect(failure.code).toBe('input-invalid')
  expect(failure.details[0]).toMatch(/^path\.id: /)
  expect(asked).toEqual([])
})

const row = { path: { id: '1' }, headers: {} }

test.each<[string, Place | undefined, code: string]>([
  ['no place', undefined, 'place-missing'],
  ['the id of an environment', { environment: 'x' }, 'place-missing'],
  ['no address', { organization: 'contoso' }, 'place-missing'],
  ['a stranger', { organization: 'https://contoso.crm4.dynamics.com.example.org' }, 'place-outside-cloud'],
  ['another service', { organization: 'https://api.powerapps.com' }, 'place-outside-cloud'],
  ['plain http', { organization: 'http://contoso.crm4.dynamics.com' }, 'address-insecure'],
  ['a password in the address', { organization: 'https://a:b@contoso.crm4.dynamics.com' }, 'address-insecure'],
])('a row at %s is not asked for', async (_, at, code) => {
  const { app, asked } = echo()
  const { client } = await sampleClient(app)
  expect((await failureOf(client.call(readRow, row, at === undefined ? {} : { at }))).code).toBe(code)
  expect(asked).toEqual([])
})

test.each([undefined, { environment: '' }, { environment: 'a/b' }, { environment: 'x.example.org/' }])(
  'an environment %j is not asked',
  async (at) => {
    const { app, asked } = echo()
    const { client } = await sampleClient(app)
    expect((await failureOf(client.call(readConnection, {}, at === undefined ? {} : { at }))).code).toBe(
      'place-missing',
    )
    expect(asked).toEqual([])
  },
)

test('Dataverse is asked with the headers that OData wants, and the caller’s own', async () => {
  const { app, asked } = echo()
  const { client } = await sampleClient(app)
  await client.call(
    readRow,
    { ...row, headers: { prefer: 'odata.maxpagesize=2' } },
    { at: { organization: 'https://contoso.crm4.dynamics.com' } },
  )
  await client.call(
    importRows,
    { body: { a: 1 } },
    { at: { organization: 'https://contoso.crm4.dynamics.com' }, requestId: 'my-id' },
  )
  expect(asked[0]?.headers).toMatchObject({
    accept: 'application/json',
    'odata-version': '4.0',
    'odata-maxversion': '4.0',
    'if-none-match': 'null',
    prefer: 'odata.maxpagesize=2',
  })
  expect(asked[0]?.headers['user-agent']).toMatch(/^sevenstep-cloud-access\/\S+ Node\/\d/)
  expect(asked[0]?.headers['x-ms-client-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(asked[1]?.headers).toMatchObject({ 'content-type': 'application/json', 'x-ms-client-request-id': 'my-id' })
  expect(asked[1]?.path).toBe('/https/contoso.crm4.dynamics.com/api/data/v9.2/Import')
})

test('a signed address is used as it is, with a query on top, and its bytes are given', async () => {
  const app = new Hono()
  const asked: string[] = []
  app.get('*', (c) => {
    asked.push(c.req.url.replace(/^http:\/\/[^/]+/, ''))
    return c.body(new Uint8Array([80, 75, 0, 255]))
  })
  const { client, events } = await sampleClient(app)
  const address = 'https://account.blob.core.windows.net/c/f.zip?sv=1&sig=c2VjcmV0c2VjcmV0'
  const bytes = await client.call(download, { query: { comp: 'list' } }, { at: { address } })
  expect(bytes).toEqual(new Uint8Array([80, 75, 0, 255]))
  expect(asked).toEqual(['/https/account.blob.core.windows.net/c/f.zip?sv=1&sig=c2VjcmV0c2VjcmV0&comp=list'])
  expect(JSON.stringify(events)).not.toContain('c2VjcmV0')
  expect((await failureOf(client.call(download, { query: {} }))).code).toBe('place-missing')
  expect(
    (
      await failureOf(
        client.call(download, { query: {} }, { at: { address: 'http://account.blob.core.windows.net/c' } }),
      )
    ).code,
  ).toBe('address-insecure')
})
