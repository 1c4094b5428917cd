import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankCsharp } from './blank-csharp.ts'

describe('blankCsharp', () => {
  it.each([
    ['a; // b\nc', 'a;     \nc'],
    ['a /* b\nc */ d', 'a     \n     d'],
    ['a /* b', 'a     '],
    ['x = "a // b"; y', 'x =         ; y'],
    ['x = "a \\" b"; y', 'x =         ; y'],
    ['x = @"a \\"; y', 'x =       ; y'],
    ['x = @"a ""b"" c"; y', 'x =             ; y'],
    ["x = '\"'; y", 'x =    ; y'],
    ["x = '\\''; y", 'x =     ; y'],
    ["x = '\\u0041'; y", 'x =         ; y'],
    ['x = $"a {b} c"; y', 'x =      b}   ; y'],
    ['x = $"a {d["k"]} c"; y', 'x =      d[   ]}   ; y'],
    ['x = $"{{b}} c"; y', 'x =           ; y'],
    ['x = $@"a ""{b}"""; y', 'x =         b}   ; y'],
    ['x = """a "b" c"""; y', 'x =              ; y'],
    ['x = "open\ny', 'x =      \ny'],
    ['@class x', '@class x'],
  ])('%s', (code, blanked) => {
    expect(blankCsharp(code)).toBe(blanked)
  })
  it('keeps length and line breaks of anything', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '\\',
      '{',
      '}',
      '$',
      '@',
      '/',
      '*',
      '\n',
      '\r',
      'a',
      '"""',
      '//',
      '/*',
      '*/',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const code = pieces.join('')
        const blanked = blankCsharp(code)
        expect(blanked).toHaveLength(code.length)
        expect(blanked.replace(/[^\r\n]/g, '.')).toBe(code.replace(/[^\r\n]/g, '.'))
      }),
    )
  })
  it.each(['"', "'", '$"{', '/*', '$@"', '"""', '{', '\\'])('is done in one pass over many of %s', (piece) => {
    expect(blankCsharp(piece.repeat(200_000))).toHaveLength(piece.length * 200_000)
  })
})
