import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { fakeCredential } from '../fixtures/fake-tokens.ts'
import { failureOf, sampleClient } from '../fixtures/sample-client.ts'
import { list } from '../fixtures/sample-operations.ts'
import { listPartnerCustomers } from '../operations/partner-center/index.ts'

/** Three pages: the second on a regional host, the third on one of Azure management. */
function pages(third = 'https://unitedstates.api.powerapps.com/samples?page=3&$skiptoken=a%2Bb') {
  const asked: string[] = []
  const app = new Hono()
  app.get('*', (c) => {
    asked.push(c.req.url.replace(/^http:\/\/[^/]+\/https\//, ''))
    const page = Number(new URL(c.req.url).searchParams.get('page') ?? 1)
    const next = ['', 'https://europe.api.powerapps.com/samples?page=2', third][page]
    return c.json({
      value: [{ id: `${page}a` }, { id: `${page}b` }],
      ...(next === undefined ? {} : { nextLink: next }),
    })
  })
  return { app, asked }
}

test('items come from all pages, also from regional hosts, with the token of the service', async () => {
  const { app, asked } = pages()
  const credential = fakeCredential()
  const { client } = await sampleClient(app, { credential })
  const ids: string[] = []
  for await (const { id } of client.items(list, { query: { $filter: 'x' } })) ids.push(id)
  expect(ids).toEqual(['1a', '1b', '2a', '2b', '3a', '3b'])
  expect(asked).toEqual([
    'api.powerapps.com/samples?api-version=1&$filter=x',
    'europe.api.powerapps.com/samples?page=2',
    'unitedstates.api.powerapps.com/samples?page=3&$skiptoken=a%2Bb',
  ])
  expect(credential.asked).toHaveLength(1)
})

test('pages can be taken one at a time, and no more are asked for than taken', async () => {
  const { app, asked } = pages()
  const { client } = await sampleClient(app)
  for await (const page of client.items(list, { query: {} }).byPage()) {
    expect(page.map(({ id }) => id)).toEqual(['1a', '1b'])
    break
  }
  expect(asked).toHaveLength(1)
})

test('a page on another service’s host gets that service’s token', async () => {
  const { app } = pages('https://management.azure.com/samples?page=3')
  const credential = fakeCredential()
  const { client } = await sampleClient(app, { credential })
  for await (const _ of client.items(list, { query: {} }));
  expect(credential.asked.map(({ scopes }) => scopes)).toEqual([
    'https://service.powerapps.com//.default',
    'https://management.azure.com//.default',
  ])
})

test.each([
  ['a stranger', 'https://evil.example/samples?page=3', 'place-outside-cloud'],
  ['a host that only begins alike', 'https://api.powerapps.com.evil.example/?page=3', 'place-outside-cloud'],
  ['plain http', 'http://api.powerapps.com/samples?page=3', 'address-insecure'],
  ['a signed address', 'https://a.blob.core.windows.net/c?page=3', 'place-outside-cloud'],
  ['the page before', 'https://europe.api.powerapps.com/samples?page=2', 'answer-not-understood'],
])('a next page at %s ends the list with a failure, and no token leaves', async (_, third, code) => {
  const { app, asked } = pages(third)
  const { client } = await sampleClient(app)
  const all = async (): Promise<void> => {
    for await (const _item of client.items(list, { query: {} }));
  }
  expect((await failureOf(all())).code).toBe(code)
  expect(asked).toHaveLength(2)
})

/** Three pages of a partner's customers, whose links are written in the two ways that the reference shows. */
function linkedPages(second = '/v1/customers?size=1&seekOperation=Next', third = second) {
  const asked: (readonly [path: string, token: string | undefined])[] = []
  const app = new Hono()
  app.get('*', (c) => {
    const url = new URL(c.req.url)
    const token = c.req.header('ms-continuationtoken')
    asked.push([`${url.pathname.replace(/^\/https\/[^/]+/, '')}${url.search}`, token])
    const page = token === undefined ? 1 : Number(token.slice(5))
    const uri = ['', second, third][page]
    const headers = [{ key: 'MS-ContinuationToken', value: `page-${page + 1}` }]
    const items = [{ id: `customer-${page}` }]
    return c.json({ totalCount: 3, items, links: uri === undefined ? {} : { next: { uri, method: 'GET', headers } } })
  })
  return { app, asked }
}

test.each(['/customers?size=1&seekOperation=Next', '/v1/customers?size=1&seekOperation=Next'])(
  'the link %s of Partner Center is followed with its token',
  async (uri) => {
    const { app, asked } = linkedPages(uri)
    const { client } = await sampleClient(app)
    const ids: string[] = []
    for await (const { id } of client.items(listPartnerCustomers, { query: { size: '1' } })) ids.push(id)
    expect(ids).toEqual(['customer-1', 'customer-2', 'customer-3'])
    expect(asked).toEqual([
      ['/v1/customers?size=1', undefined],
      ['/v1/customers?size=1&seekOperation=Next', 'page-2'],
      ['/v1/customers?size=1&seekOperation=Next', 'page-3'],
    ])
  },
)

test('a link of Partner Center to a stranger is not followed', async () => {
  const { app, asked } = linkedPages('/customers?seekOperation=Next', 'https://evil.example/v1/customers')
  const { client } = await sampleClient(app)
  const all = async (): Promise<void> => {
    for await (const _item of client.items(listPartnerCustomers, {}));
  }
  expect((await failureOf(all())).code).toBe('place-outside-cloud')
  expect(asked).toHaveLength(2)
})
