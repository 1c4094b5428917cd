import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actions, functions } from '../actions/named-operations.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { allTables } from '../tables/all-tables.ts'

const id = 'aaaaaaaa-0000-4000-8000-000000000001'
const names = [
  ...allTables.map(({ set }) => set),
  ...Object.keys(actions),
  ...Object.keys(functions),
  '__proto__',
  'EntityDefinitions',
]
const columns = [...new Set(allTables.flatMap(({ columns: all }) => Object.keys(all)))]

const key = fc.oneof(
  fc.constantFrom(
    '',
    `(${id})`,
    '()',
    "(uniquename='Default')",
    "(schemaname='new_a',x=1)",
    '(@x)',
    '(',
    "(name='",
    '(Target=@t)',
  ),
  fc.string({ maxLength: 8 }).map((text) => `(${text})`),
)
const segment = fc.tuple(
  fc.oneof(
    fc.constantFrom(...names, ...columns, '$ref', '$value', '$count', '$batch', '$metadata'),
    fc.string({ maxLength: 6 }),
  ),
  key,
)
const option = fc.tuple(
  fc.constantFrom('$select', '$filter', '$orderby', '$expand', '$top', '$count', '$skiptoken', '$id', '@t', '$nothing'),
  fc.oneof(
    fc.constantFrom(
      'name',
      "contains(name,'a')",
      'publisherid($select=uniquename)',
      'true',
      '3',
      '__proto__',
      '<cookie pagenumber="0" />',
    ),
    fc.string({ maxLength: 12 }),
  ),
)
const address = fc
  .tuple(fc.array(segment, { maxLength: 4 }), fc.array(option, { maxLength: 3 }))
  .map(([segments, options]) => {
    const query = options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
    return `${segments.map(([name, inside]) => name + inside).join('/')}${query === '' ? '' : `?${query}`}`
  })
const property = fc.oneof(
  fc.constantFrom(
    ...columns,
    'publisherid@odata.bind',
    '@odata.id',
    '@odata.type',
    '__proto__',
    'CustomizationFile',
    'Target',
    'PrincipalAccess',
    'SolutionParameters',
    'ComponentParameters',
    'UniqueName',
  ),
  fc.string({ maxLength: 6 }),
)
const body = fc.oneof(
  fc.dictionary(property, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 6 }),
  fc.jsonValue({ maxDepth: 1 }),
)
const request = fc.tuple(fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD'), address, body)

it('every request is answered or refused, whatever it is, and what is refused changes nothing', () => {
  const { send, organization } = organizationOfTests()
  fc.assert(
    fc.property(request, ([method, where, given]) => {
      const before = JSON.stringify({ ...organization, version: 0 })
      const answer = send(method, where, { body: given, headers: { prefer: 'odata.include-annotations="*"' } })
      expect(answer.status).toBeGreaterThanOrEqual(200)
      expect(answer.status).toBeLessThan(500)
      if (answer.status < 400) return
      expect(answer.body).toMatchObject({ error: { code: expect.any(String), message: expect.stringMatching(/./s) } })
      expect(JSON.stringify({ ...organization, version: 0 })).toBe(before)
    }),
    { numRuns: 500 },
  )
})
