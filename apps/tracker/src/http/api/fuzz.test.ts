import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { apiOf } from '../../testing/api-client.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestTracker } from '../../testing/tracker.ts'
import type { JsonSchema } from './json-schema.ts'
import { operations } from './operations/index.ts'

/** Texts that trip parsers, databases and pages. */
const nasty = fc.constantFrom(
  '',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e',
  "';--",
  '__proto__',
  '9999-99-99',
  '2026-02-30',
  '1e400',
  'NaN',
  `${'x'.repeat(30_000)}`,
  '1.x',
  '%00',
  'https://user:pass@host.example',
)
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  nasty,
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, [], {}, [[]], Number.MAX_SAFE_INTEGER, -1, 2 ** 53),
)

/** Mostly what the schema asks for, so that values get past it to where they hurt. */
function fitting(schema: JsonSchema): fc.Arbitrary<unknown> {
  const options = schema.oneOf ?? schema.anyOf
  if (options !== undefined) return fc.oneof(...options.map(fitting))
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.type === 'object' && schema.properties !== undefined) {
    const fields = Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [name, mostly(fitting(one))]),
    )
    return fc.record(fields, { requiredKeys: [] })
  }
  if (schema.type === 'object') return fc.dictionary(fc.oneof(nasty, fc.string()), anything, { maxKeys: 3 })
  if (schema.type === 'array') return fc.array(fitting(schema.items ?? {}), { maxLength: 3 })
  if (schema.type === 'integer') return fc.integer({ min: -1, max: 9 })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'string')
    return fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), nasty, fc.constant('A plain text of some length.'))
  return anything
}

function mostly(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary }, { weight: 1, arbitrary: anything })
}

describeOnEachDatabase('bodies, addresses and queries of any kind', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  const segment = fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: nasty.map((text) => text.slice(0, 200)) },
  )

  it('are never an error of ours', async () => {
    const { partnerManager, reviewer, administrator, contoso } = tracker.programme
    const people = [partnerManager, reviewer, administrator, contoso.admin, contoso.member]
    const known: Record<string, string> = {
      isvId: contoso.isvId,
      productId: contoso.productId,
      step: '2',
      itemId: '1.openapi',
      number: '1',
    }
    const requests = fc.constantFrom(...operations.filter(({ form }) => form === undefined)).chain((operation) =>
      fc.record({
        operation: fc.constant(operation),
        person: fc.constantFrom(...people),
        body: operation.body === undefined ? fc.constant(undefined) : mostly(fitting(operation.body)),
        query: operation.query === undefined ? fc.constant({}) : fitting(operation.query),
        odd: segment,
      }),
    )
    await fc.assert(
      fc.asyncProperty(requests, async ({ operation, person, body, query, odd }) => {
        const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          encodeURIComponent((odd ?? known[name] ?? `${name}_1`).toWellFormed()),
        )
        const asked = Object.entries(query ?? {}).map(([name, value]) => [name, String(value).toWellFormed()])
        const answer = await apiOf(person.request)(
          operation.method.toUpperCase(),
          `${path}?${new URLSearchParams(asked as [string, string][])}`,
          { body, headers: { 'If-Match': '"1"' } },
        )
        expect({ id: operation.id, failed: answer.status >= 500, body: answer.body }).toMatchObject({ failed: false })
      }),
      { numRuns: 300 },
    )
  })
})
