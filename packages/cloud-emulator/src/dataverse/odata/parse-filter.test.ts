import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { workflowTable } from '../tables/component-tables.ts'
import { bindFilter, type Reach } from './bind-filter.ts'
import { type Filter, parseFilter } from './parse-filter.ts'

const id = '6f9619ff-8b86-d011-b42d-00c04fc964ff'

const row = {
  workflowid: id,
  name: "Anna's flow",
  description: null,
  category: 5,
  statecode: 1,
  ismanaged: true,
  ownerid: '11111111-2222-4333-8444-555555555555',
  createdon: '2026-05-01T10:00:00Z',
}

const owners: Readonly<Record<string, { fullname: string }>> = { [row.ownerid]: { fullname: 'Anna Kuiper' } }

const reach: Reach = { findRow: (_table, key) => owners[key], related: () => undefined }

const matches = (filter: string) => bindFilter(parseFilter(filter), workflowTable, reach)(row)

describe('a filter', () => {
  it.each([
    ['statecode eq 1', true],
    ['1 eq statecode', true],
    ['statecode ne 1', false],
    ['5 gt statecode', true],
    ['category ge 5 and category le 5', true],
    ['category gt 5 or statecode lt 1', false],
    ['not (statecode eq 0)', true],
    ['not statecode eq 0 and category eq 4', false],
    ['statecode eq 0 or statecode eq 1 and category eq 5', true],
    ['(statecode eq 0 or statecode eq 1) and category eq 4', false],
    ["name eq 'anna''s FLOW'", true],
    ["contains(name,'S FL')", true],
    ["startswith(name,'anna') and endswith(name,'flow')", true],
    ["contains(description,'x')", false],
    ["not contains(description,'x')", true],
    ['description eq null', true],
    ["description ne 'x'", true],
    ['name ne null', true],
    ['name gt null', false],
    [`workflowid eq ${id}`, true],
    [`workflowid eq ${id.toUpperCase()}`, true],
    [`workflowid eq '${id}'`, true],
    [`_ownerid_value eq ${row.ownerid}`, true],
    [`ownerid/fullname eq 'anna kuiper'`, true],
    ['_modifiedby_value eq null', true],
    ['ismanaged eq true', true],
    ['ismanaged ne false', true],
    ["Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=['0','1'])", true],
    ["Microsoft.Dynamics.CRM.NotIn(PropertyName='name',PropertyValues=['ANNA''S FLOW']) or category eq 4", false],
    ['createdon ge 2026-05-01', true],
    ['createdon lt 2026-05-01T10:00:00Z', false],
    ['createdon eq 2026-05-01T12:00:00+02:00', true],
  ])('%s is %s', (filter, expected) => {
    expect(matches(filter)).toBe(expected)
  })

  it.each([
    ['', 'Syntax error at position 0'],
    ["name eq 'x' and", 'Syntax error at position 15'],
    ["name eq 'x", 'unterminated string literal'],
    ['name eq', 'Syntax error at position 7'],
    ['(name eq null', 'Syntax error at position 13'],
    ['name eq null)', 'Syntax error at position 12'],
    ['name like null', 'Syntax error at position 5'],
    ["substringof(name,'x')", "An unknown function with name 'substringof'"],
    ['nothing eq 1', "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.workflow'."],
    ['ownerid/nothing eq 1', "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.systemuser'."],
    ['nothing/any(x:x/name eq null)', "Could not find a property named 'nothing'"],
    ['nothing/any(x:name eq null)', 'Syntax error at position 14'],
    ["Microsoft.Dynamics.CRM.In(PropertyName='name')", 'Syntax error'],
    ["Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=[])", 'Syntax error'],
    ['name eq 1', "Found operand types 'Edm.String' and 'Edm.Int32'"],
    ["statecode eq 'x'", "Found operand types 'Edm.Int32' and 'Edm.String'"],
    ["contains(statecode,'1')", 'takes a column of text'],
    ['name eq description', 'A comparison needs a column on one side'],
    ['name eq #', "character '#' is not valid at position 8"],
    [`${'('.repeat(5000)}name eq null`, 'Recursion limit'],
    [`${'not '.repeat(5000)}name eq null`, 'Recursion limit'],
  ])('is refused with its place: %s', (filter, message) => {
    expect(() => matches(filter)).toThrow(
      expect.objectContaining({ status: 400, code: '0x80060888', message: expect.stringContaining(message) }),
    )
  })

  it('reads back what was written, whatever it is', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(parseFilter(written(filter))).toEqual(filter)
      }),
    )
  })

  it('answers or refuses, and never fails otherwise', () => {
    const pieces = fc.constantFrom(
      'name',
      'eq',
      'and',
      'not',
      '(',
      ')',
      "'",
      "'x'",
      ',',
      '/',
      '1',
      id,
      'null',
      ' ',
      'contains',
      '$',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        try {
          expect(typeof matches(text)).toBe('boolean')
        } catch (failure) {
          expect(failure).toBeInstanceOf(EmulatedFailure)
        }
      }),
    )
  })
})

const { filter: anyFilter } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
  leaf: fc.oneof(
    fc.record({
      kind: fc.constant('compare' as const),
      comparison: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
      left: fc.record({
        kind: fc.constant('column' as const),
        names: fc.constantFrom(['name'], ['ownerid', 'fullname']),
      }),
      right: fc.oneof(
        fc.string().map((value) => ({ kind: 'text' as const, value })),
        fc.integer().map((value) => ({ kind: 'number' as const, value, whole: true })),
        fc.uuid().map((value) => ({ kind: 'guid' as const, value })),
        fc.boolean().map((value) => ({ kind: 'flag' as const, value })),
        fc.constant({ kind: 'null' as const }),
      ),
    }),
    fc.record({
      kind: fc.constant('in' as const),
      isIn: fc.boolean(),
      column: fc.constant({ kind: 'column' as const, names: ['name'] }),
      values: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
    }),
    fc.constant({ kind: 'any' as const, relation: 'some_relation', part: undefined }),
    fc.record({
      kind: fc.constant('text' as const),
      test: fc.constantFrom('contains', 'startswith', 'endswith'),
      column: fc.constant({ kind: 'column' as const, names: ['name'] }),
      value: fc.string().map((value) => ({ kind: 'text' as const, value })),
    }),
  ),
  filter: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.record({ kind: fc.constantFrom('and', 'or'), parts: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), part: tie('filter') }),
  ),
}))

function written(filter: Filter): string {
  if ('parts' in filter) return filter.parts.map((part) => `(${written(part)})`).join(` ${filter.kind} `)
  if ('relation' in filter) {
    // Inside, columns would have the variable in front; the cases above see to that.
    return `${filter.relation}/${filter.kind}()`
  }
  if ('values' in filter) {
    const values = filter.values.map((one) => `'${one.replaceAll("'", "''")}'`).join(',')
    return `Microsoft.Dynamics.CRM.${filter.isIn ? 'In' : 'NotIn'}(PropertyName='${filter.column.names.join('/')}',PropertyValues=[${values}])`
  }
  if (filter.kind === 'not') return `not (${written(filter.part)})`
  const value = 'right' in filter ? filter.right : filter.value
  const literal =
    value.kind === 'null'
      ? 'null'
      : value.kind === 'text'
        ? `'${value.value.replaceAll("'", "''")}'`
        : String(value.value)
  return 'right' in filter
    ? `${filter.left.names.join('/')} ${filter.comparison} ${literal}`
    : `${filter.test}(${filter.column.names.join('/')},${literal})`
}
