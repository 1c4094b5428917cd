import { randomBytes, randomUUID } from 'node:crypto'
import { items } from '@sevenstep/onboarding'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '../src/db/schema/index.ts'
import { newId } from '../src/domain/ids.ts'
import { createApp } from '../src/http/app.ts'
import { describeOnEachDatabase } from '../src/testing/databases.ts'
import { insertOf } from '../src/testing/sample-rows.ts'
import { openTracker, type TestIsv, type TestPerson, type TestTracker } from '../src/testing/tracker.ts'
import { patience } from './long-run.ts'

/** Parameters that name something of a tenant, and the table it stands in. Elsewhere `id` is told by what is before it. */
const tenantParameters: Readonly<Record<string, PgTable>> = {
  productId: schema.products,
  isvId: schema.isvs,
  goalSetId: schema.goalSets,
  evidenceId: schema.evidence,
  commentId: schema.comments,
  waiverId: schema.waivers,
  disputeId: schema.disputes,
  runId: schema.verificationRuns,
  reviewId: schema.reviewRequests,
  submissionId: schema.submissions,
  waitId: schema.externalWaits,
  membershipId: schema.memberships,
  invitationId: schema.invitations,
  tokenId: schema.apiTokens,
  'invitations/id': schema.invitations,
  'tokens/id': schema.apiTokens,
  'members/id': schema.memberships,
  'sessions/id': schema.sessions,
}

/** Parameters that say nothing of a tenant: the same for everybody. */
const plainParameters: Readonly<Record<string, string>> = {
  step: '2',
  itemId: items[0]?.id ?? '',
  rule: 'host-required',
  number: '1',
  file: 'report.json',
  to: 'submitted',
  name: 'app.css',
  secret: randomBytes(32).toString('base64url'),
}

/** The parameters of a route in order, each with the name it has above. */
function parametersOf(path: string): { readonly text: string; readonly name: string }[] {
  const segments = path.split('/')
  return segments.flatMap((segment, index) => {
    const [, bare] = /^:(\w+)/.exec(segment) ?? []
    if (bare === undefined) return []
    return { text: segment, name: bare === 'id' ? `${segments[index - 1]}/id` : bare }
  })
}

/** The parameters of a route that name something of a tenant. */
function tenantNamesOf(path: string): string[] {
  return parametersOf(path)
    .map(({ name }) => name)
    .filter((name) => name in tenantParameters)
}

/** The address of a route with its parameters filled; undefined values are those of nobody. */
function addressOf(path: string, values: Readonly<Record<string, string>>): string {
  let address = path
  for (const { text, name } of parametersOf(path)) {
    address = address.replace(text, values[name] ?? plainParameters[name] ?? newId('isv'))
  }
  return address
}

/** What somebody learns from an answer, with everything taken out that is new each time or that they said themselves. */
async function learnt(response: Response, said: readonly string[]): Promise<string> {
  let text = `${response.status} ${response.headers.get('Location') ?? ''}\n${await response.text()}`
  for (const value of said) text = text.replaceAll(value, '<id>').replaceAll(encodeURIComponent(value), '<id>')
  return text
    .replaceAll(/req_[0-9a-f]{32}/g, '<request>')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<key>')
    .replaceAll(/\bjob_[0-9a-f]{32}/g, '<key>')
}

describeOnEachDatabase('Every route', (open, kind) => {
  let tracker: TestTracker
  let routes: readonly { readonly method: string; readonly path: string }[]
  let foreign: readonly ForeignTenant[]

  beforeAll(async () => {
    tracker = await openTracker(open)
    const all = createApp(tracker.services).routes
    const distinct = new Map(all.map(({ method, path }) => [`${method} ${path}`, { method, path }]))
    // Middleware stands among the routes with a star; ALL and OPTIONS only tell which methods there are.
    routes = [...distinct.values()].filter(({ method, path }) => !path.includes('*') && !/^(ALL|OPTIONS)$/.test(method))
    const { programme, other } = tracker
    foreign = [
      await fill(tracker, programme.proseware, programme.organizationId),
      await fill(tracker, other.contoso, other.organizationId),
    ]
  })

  test('has parameters that this test knows', () => {
    expect(routes.length).toBeGreaterThan(60)
    const known = { ...plainParameters, ...tenantParameters }
    const strange = routes.flatMap(({ path }) =>
      parametersOf(path)
        .filter(({ name }) => !(name in known))
        .map(({ name }) => `${name} in ${path}`),
    )
    expect(strange, 'say above what it names').toEqual([])
  })

  test("is there, filled with what is one's own", async () => {
    const { contoso } = tracker.programme
    const own = { productId: contoso.productId, isvId: contoso.isvId }
    const pages = routes.filter(
      ({ method, path }) => method === 'GET' && tenantNamesOf(path).every((name) => name in own),
    )
    const found = await Promise.all(
      pages.map(async ({ path }) => ({ path, status: (await contoso.admin.request(addressOf(path, own))).status })),
    )
    expect(found.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
    expect(found.filter(({ status }) => status >= 500)).toEqual([])
  })

  // The first of each kind is tried in every way and on both databases, the others once: their scopes are the same.
  const people = [
    { name: 'an administrator of an ISV', who: ({ programme }) => programme.contoso.admin, own: 'isv', inFull: true },
    { name: 'a member of an ISV', who: ({ programme }) => programme.contoso.member, own: 'isv' },
    { name: 'a reader of an ISV', who: ({ programme }) => programme.contoso.reader, own: 'isv' },
    { name: 'a partner manager', who: ({ programme }) => programme.partnerManager, own: 'programme', inFull: true },
    { name: 'a reviewer', who: ({ programme }) => programme.reviewer, own: 'programme' },
    { name: 'an auditor', who: ({ programme }) => programme.auditor, own: 'programme' },
    { name: 'an administrator', who: ({ programme }) => programme.administrator, own: 'programme' },
    { name: 'a reader', who: ({ programme }) => programme.reader, own: 'programme' },
  ] as const satisfies readonly Role[]
  const tried: readonly Role[] = people.filter((person) => kind === 'pglite' || 'inFull' in person)

  describe.each(tried)('answers $name', ({ who, own, inFull = false }) => {
    test('alike for what is foreign and what is missing, and tells nothing of it', { timeout: patience }, async () => {
      const person = who(tracker)
      const differences: string[] = []
      for (const { method, path } of routes) {
        const names = tenantNamesOf(path)
        if (names.length === 0) continue
        for (const tenant of foreignTo(own, inFull)) {
          for (const kept of waysToMix(names).slice(inFull ? 0 : -1)) {
            const mine = Object.fromEntries(kept.map((name) => [name, ownOf(tracker.programme.contoso, name)]))
            const theirs = Object.fromEntries(names.map((name) => [name, tenant.ids[name] ?? '']))
            const nobodys = Object.fromEntries(names.map((name) => [name, missingId(theirs[name] ?? '')]))
            // Long enough for everybody's budget of requests.
            tracker.time.now = new Date(tracker.time.now.getTime() + 3000)
            const about = await ask(person, method, path, { ...theirs, ...mine })
            const missing = await ask(person, method, path, { ...nobodys, ...mine })
            const route = `${method} ${path}${kept.length > 0 ? ` below one's own ${kept}` : ''}`
            if (about !== missing) differences.push(`${route}\n${firstDifference(about, missing)}`)
            if (/^(429|5\d\d) /.test(about)) differences.push(`${route} answers ${about.slice(0, 3)}`)
            for (const secret of tenant.secrets)
              if (about.includes(secret)) differences.push(`${route} tells ${secret}`)
          }
        }
      }
      expect(differences).toEqual([])
    })
  })

  /** Whose rows are tried: staff see every ISV of their own programme. */
  function foreignTo(own: Role['own'], inFull: boolean): readonly ForeignTenant[] {
    if (own === 'programme') return foreign.slice(1)
    return inFull ? foreign : foreign.slice(0, 1)
  }

  test('lists nothing of another tenant', { timeout: patience }, async () => {
    const told: string[] = []
    for (const { name, who, own } of people) {
      const person = who(tracker)
      const tenants = foreignTo(own, true)
      for (const { method, path } of routes) {
        if (method !== 'GET' || tenantNamesOf(path).length > 0) continue
        tracker.time.now = new Date(tracker.time.now.getTime() + 3000)
        for (const search of ['', '?q=o&view=all']) {
          const answer = await (await person.request(`${addressOf(path, {})}${search}`)).text()
          for (const secret of tenants.flatMap(({ secrets }) => secrets)) {
            if (answer.includes(secret)) told.push(`${path}${search} tells ${name} of ${secret}`)
          }
        }
      }
    }
    expect(told).toEqual([])
  })

  test('is left unchanged for the tenant that was tried', async () => {
    for (const tenant of foreign) expect(await stateOf(tracker, tenant)).toEqual(tenant.before)
  })
})

interface Role {
  readonly name: string
  readonly who: (of: TestTracker) => TestPerson
  readonly own: 'isv' | 'programme'
  readonly inFull?: true
}

interface ForeignTenant {
  readonly isvId: string
  readonly ids: Readonly<Record<string, string>>
  /** Words that stand in its rows and nowhere else. */
  readonly secrets: readonly string[]
  readonly before: readonly unknown[]
}

/** Gives a tenant a row in every table that a route can name. */
async function fill(tracker: TestTracker, isv: TestIsv, organizationId: string): Promise<ForeignTenant> {
  const ids: Record<string, string> = { productId: isv.productId, isvId: isv.isvId }
  const statements: string[] = []
  for (const [name, table] of Object.entries(tenantParameters)) {
    if (name in ids) continue
    const config = getTableConfig(table)
    const id = `${config.name.slice(0, 3)}_${randomBytes(16).toString('hex')}`
    ids[name] = id
    statements.push(insertOf(config, isv.isvId, organizationId, id))
    if (config.columns.some((column) => column.name === 'product_id')) {
      statements.push(`update ${config.name} set product_id = '${isv.productId}' where id = '${id}'`)
    }
    if (config.name === 'invitations' || config.name === 'memberships' || config.name === 'sessions') {
      // Of nobody who could sign in with it.
      statements.push(`update ${config.name} set revoked_at = null where id = '${id}'`)
    }
  }
  const { database } = tracker
  await database.asOwner(
    `set session_replication_role = replica; ${statements.join('; ')}; reset session_replication_role`,
  )
  const [row] = await database.asOwner(`select name from isvs where id = '${isv.isvId}'`)
  const tenant = { isvId: isv.isvId, ids, secrets: [String(row?.name), ...Object.values(ids)], before: [] }
  return { ...tenant, before: await stateOf(tracker, tenant) }
}

/** A fingerprint of every table of a tenant. */
async function stateOf(
  { database }: TestTracker,
  { isvId }: Pick<ForeignTenant, 'isvId'>,
): Promise<readonly unknown[]> {
  const names = Object.values(tenantParameters)
    .map((table) => getTableConfig(table))
    .filter(({ columns }) => columns.some(({ name }) => name === 'isv_id'))
    .map(({ name }) => name)
  const parts = [...names, 'audit_events', 'item_states', 'product_summaries'].map(
    (name) =>
      `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as rows from ${name} t where isv_id = '${isvId}'`,
  )
  return database.asOwner(parts.join(' union all '))
}

/** Which parameters are one's own: none, and the product or ISV before something foreign. */
function waysToMix(names: readonly string[]): readonly (readonly string[])[] {
  const outer = names.filter((name) => name === 'productId' || name === 'isvId')
  return outer.length > 0 && outer.length < names.length ? [[], outer] : [[]]
}

function ownOf(isv: TestIsv, name: string): string {
  return name === 'isvId' ? isv.isvId : isv.productId
}

/** An id of the same form that names nothing. */
function missingId(id: string): string {
  return `${id.slice(0, 4)}${randomBytes(16).toString('hex')}`
}

async function ask(
  person: TestPerson,
  method: string,
  path: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const ids = Object.values(values)
  // What forms of any page may hold, so that a refusal is about the address and not about a field.
  const { reviewId = '' } = values
  const fields = { key: randomUUID(), version: '1', reviewId, reason: 'long enough a reason' }
  const isApi = path.startsWith('/api/')
  const headers = {
    'Idempotency-Key': randomUUID(),
    'If-Match': '"1"',
    ...(isApi && { 'Content-Type': 'application/json' }),
  }
  const body = isApi ? JSON.stringify(fields) : new URLSearchParams(fields)
  const init = method === 'GET' || method === 'HEAD' ? { method } : { method, headers, body }
  return learnt(await person.request(addressOf(path, values), init), ids)
}

function firstDifference(left: string, right: string): string {
  const lines = right.split('\n')
  const at = left.split('\n').findIndex((line, index) => line !== lines[index])
  return `${left.split('\n')[at]?.slice(0, 300)}\n${lines[at]?.slice(0, 300)}`
}
