import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeConnectorTitle, newConnectorName } from './connector-name.ts'

describe('the name of a new connector', () => {
  it.each([
    ['My connector 2', 'my-20connector-202'],
    ['snake_case', 'snake-5fcase'],
    ['  Trimmed  ', 'trimmed'],
    ['Café', 'caf-c3-a9'],
    ['a-b', 'a-2db'],
  ])('writes %o as %s', (title, encoded) => expect(encodeConnectorTitle(title)).toBe(encoded))

  it('is another one each time, and of characters that an address takes as they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (title) => {
        const [one, other] = [newConnectorName(title, 'environment'), newConnectorName(title, 'environment')]
        expect(one).toMatch(/^shared_[a-z0-9-]+$/)
        expect(one).not.toBe(other)
      }),
    )
  })
})
