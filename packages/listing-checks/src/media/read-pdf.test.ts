import { zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { makePdf } from '../init/make-pdf.ts'
import { readPdf } from './read-pdf.ts'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const end = 'startxref\n9\n%%EOF\n'

/** A document whose pages stand in a packed list of objects, as most programs write them today. */
function packed(objects: string): Uint8Array {
  const content = zlibSync(new TextEncoder().encode(objects))
  const head = bytes(`%PDF-1.5\n1 0 obj << /Type /ObjStm /Filter /FlateDecode /Length ${content.length} >>\nstream\r\n`)
  const tail = bytes(`\nendstream endobj\n${end}`)
  return new Uint8Array([...head, ...content, ...tail])
}

test('a document of one page', () => {
  expect(readPdf(makePdf({ title: 'A', lines: ['(b)'] }))).toEqual({
    isPdf: true,
    pages: 1,
    isEncrypted: false,
    isPlaceholder: false,
  })
  expect(readPdf(makePdf({ title: 'A', lines: [], isPlaceholder: true })).isPlaceholder).toBe(true)
})

test.each([
  ['no document', bytes('PK\u0003\u0004'), { isPdf: false }],
  ['nothing', new Uint8Array(), { isPdf: false }],
  [
    'a mark behind other bytes, as readers allow',
    bytes(`junk\n%PDF-1.4 /Type /Page ${end}`),
    { isPdf: true, pages: 1 },
  ],
  ['a list of pages is no page', bytes(`%PDF-1.4 /Type /Pages ${end}`), { pages: 0 }],
  ['pages without a blank', bytes(`%PDF-1.4 /Type/Page>> /Type/Page>> ${end}`), { pages: 2 }],
  ['pages in a packed list', packed('<< /Type /Page >> << /Type /Page >>'), { pages: 2 }],
  ['a packed list that is broken', bytes(`%PDF-1.5 /Type /ObjStm >>\nstream\nxxxx\nendstream ${end}`), { pages: 0 }],
  ['a lock', bytes(`%PDF-1.4 /Type /Page trailer << /Encrypt 5 0 R >> ${end}`), { isEncrypted: true }],
  [
    'a lock written in place',
    bytes(`%PDF-1.4 /Type /Page trailer << /Encrypt << /V 1 >> >> ${end}`),
    { isEncrypted: true },
  ],
  ['the word alone is no lock', bytes(`%PDF-1.4 (/Encrypt all) /Type /Page ${end}`), { isEncrypted: false }],
  ['an end cut off', bytes('%PDF-1.4 /Type /Page'), { fault: 'its end is missing, so it was cut off on its way' }],
])('%s', (_, given, expected) => {
  expect(readPdf(given)).toMatchObject(expected)
})

test('what unpacks to far more than it is costs a bounded time', () => {
  expect(readPdf(packed(' '.repeat(8_000_000))).pages).toBe(0)
})
