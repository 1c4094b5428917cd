import fc from 'fast-check'
import { expect, it } from 'vitest'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { publisherTable } from '../tables/component-tables.ts'
import { wholly } from './organization-call.ts'
import { changeRow, findRow, insertRow, removeRow, rowsOf, rowWhere } from './row-store.ts'

const id = (number: number) => `aaaaaaaa-0000-4000-8000-00000000000${number}`
const step = fc.record({
  kind: fc.constantFrom('insert', 'change', 'remove', 'undone'),
  row: fc.integer({ min: 0, max: 4 }),
  name: fc.constantFrom('a', 'A', 'b', 'c'),
  sought: fc.constantFrom('a', 'b', 'c', 'd'),
})

it('a row is found by a column as if all rows were looked at, whatever happened before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { call, organization } = organizationOfTests()
      const current = call()
      const write = (kind: string, row: number, friendlyname: string) => {
        const present = findRow(organization, 'publisher', id(row)) !== undefined
        if (kind === 'insert' && !present) insertRow(current, publisherTable, { publisherid: id(row), friendlyname })
        if (kind === 'change' && present) changeRow(current, publisherTable, id(row), { friendlyname })
        if (kind === 'remove' && present) removeRow(current, publisherTable, id(row))
      }
      const isFound = (sought: string) => rowWhere(organization, 'publisher', 'friendlyname', sought) !== undefined
      for (const { kind, row, name, sought } of steps) {
        if (kind !== 'undone') write(kind, row, name)
        else
          expect(() =>
            wholly(current, () => {
              for (const inner of ['insert', 'change', 'remove'] as const) {
                write(inner, row, name)
                isFound(sought)
              }
              throw new Error('taken back')
            }),
          ).toThrow('taken back')
        const there = rowsOf(organization, 'publisher').some(
          ({ friendlyname }) => String(friendlyname).toLowerCase() === sought,
        )
        expect(isFound(sought)).toBe(there)
      }
    }),
  )
})
