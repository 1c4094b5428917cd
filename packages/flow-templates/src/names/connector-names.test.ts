import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeApiName,
  decodeDataverseName,
  encodeApiName,
  encodeDataverseName,
  parseApiName,
} from './connector-names.ts'

describe('names of apis', () => {
  it.each([
    ['my connector', 'my-20connector'],
    ['cts_cars', 'cts-5fcars'],
    ['a-b', 'a-2db'],
    ['Contoso (Cars)', 'contoso-20-28cars-29'],
    ['', ''],
    ['é', '-c3-a9'],
  ])('%j is written %j', (title, name) => {
    expect(encodeApiName(title)).toBe(name)
    expect(decodeApiName(name)).toBe(title.toLowerCase())
  })

  it('come back as they were, in lower case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(encodeApiName(title)).toMatch(/^(?:[a-z0-9]|-[0-9a-f]{2})*$/)
        expect(decodeApiName(encodeApiName(title))).toBe(title.toLowerCase())
      }),
    )
  })

  it.each([
    ['shared_office365', 'office365', ''],
    [
      '/providers/Microsoft.PowerApps/apis/shared_my-20connector-5f0123456789abcdef',
      'my connector',
      '-5f0123456789abcdef',
    ],
    ['shared_graph-20demo-5feca8e1ea20c64f-2de1df1a592ec41e', 'graph demo', '-5feca8e1ea20c64f-2de1df1a592ec41e'],
    ['shared_cts-5fcars', 'cts_cars', ''],
  ])('%s is taken apart', (name, title, suffix) => {
    expect(parseApiName(name)).toEqual({ title, suffix })
  })
})

describe('names of Dataverse', () => {
  it.each([
    ['archer_promptwagon', 'archer_5Fpromptwagon'],
    ['A b', 'A_20b'],
    ['x', 'x'],
  ])('%j is written %j', (name, written) => {
    expect(encodeDataverseName(name)).toBe(written)
    expect(decodeDataverseName(written)).toBe(name)
  })

  it('what is no escape stays', () => {
    expect(decodeDataverseName('new_face_5F_')).toBe('new_face__')
    expect(decodeApiName('a-zz-2')).toBe('a-zz-2')
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(encodeDataverseName(name)).toMatch(/^\w*$/)
        expect(decodeDataverseName(encodeDataverseName(name))).toBe(name)
      }),
    )
  })
})
