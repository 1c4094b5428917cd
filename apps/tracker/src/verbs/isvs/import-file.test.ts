import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../http/portfolio/portfolio-csv.ts'
import { readImport, textOfImport } from './import-file.ts'

const header = 'isv,isv_external_id,product,product_external_id'

test.each([
  ['a missing column', 'isv,product\nContoso,Fleet', [1, 'isv_external_id']],
  ['an unknown column', `${header},password\nContoso,1,,,x`, [1, 'password']],
  ['a column twice', `${header},isv\nContoso,1,,,x`, [1, 'isv']],
  ['no rows', `${header}\n`, [1, undefined]],
  ['nothing at all', '', [1, undefined]],
  ['a field too few', `${header}\nContoso,1,Fleet`, [2, undefined]],
  ['a field too many', `${header}\nContoso,1,,\nProseware,2,,,5`, [3, undefined]],
  ['a formula', `${header}\nContoso,1,,\n=2+2,2,,`, [3, 'isv']],
  ['a formula by plus', `${header}\nContoso,+1,,`, [2, 'isv_external_id']],
  ['a formula by at', `${header}\nContoso,1,@x,1`, [2, 'product']],
  ['a formula behind a tab', `${header}\n"\t=1",1,,`, [2, 'isv']],
  ['a line break in a field', `${header}\nContoso,1,,\n"a\nb",2,,`, [3, 'isv']],
  ['letters that turn the text round', `${header}\n\u202econtoso,1,,`, [2, 'isv']],
  ['a huge field', `${header}\nContoso,1,,\n${'x'.repeat(600)},2,,`, [3, 'isv']],
  ['a field without end', `${header}\n"${'x'.repeat(30_000)},1,,`, [2, undefined]],
  ['an open quote', `${header}\nContoso,1,,\n"Proseware,2,,`, [3, undefined]],
  ['a stray quote', `${header}\nCon"toso,1,,`, [2, undefined]],
  ['a null', `${header}\nContoso,1,,\nPro\0seware,2,,`, [3, undefined]],
])('%s is refused with its line and column', (_, text, [line, column]) => {
  const { rows, problems } = readImport(text)
  expect(rows).toEqual([])
  expect(problems[0]).toMatchObject({ line, ...(column !== undefined && { column }) })
  expect(problems[0]?.column).toBe(column)
})

test('more than 2,000 rows are refused', () => {
  const text = [header, ...Array.from({ length: 2_001 }, (_, index) => `Contoso,${index},,`)].join('\n')
  expect(readImport(text).problems[0]?.line).toBe(2_002)
})

test.each([
  ['Windows-1252', new Uint8Array([...Buffer.from('isv\nCaf'), 0xe9, 0x0a]), 2],
  ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le'), 1],
  ['more than 1 MB', new Uint8Array(1_000_001).fill(0x61), 1],
])('%s is refused before anything is read of it', (_, bytes, line) => {
  expect(textOfImport(bytes)).toMatchObject({ line })
})

test('semicolons, a byte order mark, CRLF, empty lines and quotes are understood', () => {
  const bytes = Buffer.from(`\ufeff${header.replaceAll(',', ';')}\r\n\r\n"Contoso; ""Fleet""";1;;\r\n`)
  const text = textOfImport(bytes)
  if (typeof text !== 'string') throw new Error('The file was refused.')
  const { rows, problems } = readImport(text)
  expect(problems).toEqual([])
  expect(rows.map(({ values }) => values.isv)).toEqual(['Contoso; "Fleet"'])
})

test('what the export writes, the import reads back, formulas included', () => {
  const word = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }).filter((text) => text.trim() === text)
  const hostile = fc.oneof(
    word,
    fc.constantFrom('=1+1', '+31', '-x', '@me', "'quoted", "'+", "''=1", '＝1', '"', ',', ';', 'é'),
  )
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (names) => {
      const text = csvOf([header.split(','), ...names.map((name, index) => [name, `n${index}`, '', ''])], true)
      const { rows, problems } = readImport(text)
      expect(problems).toEqual([])
      expect(rows.map(({ values }) => values.isv)).toEqual(names)
    }),
    { examples: [[["'+", '!']], [["''=1", '＝1', "'＋"]]] },
  )
})

test('no text whatever makes it throw', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => void readImport(`${header}\n${text}`)))
})
