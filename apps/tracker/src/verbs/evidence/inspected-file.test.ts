import { createHash } from 'node:crypto'
import { writeArchive } from '@sevenstep/package-archives'
import { expect, test } from 'vitest'
import { Failure } from '../../domain/failure.ts'
import { InspectedFile } from './inspected-file.ts'

const text = (words: string) => new TextEncoder().encode(words)
const bytesOf = (...numbers: number[]) => new Uint8Array(numbers)
const padded = (head: Uint8Array) => {
  const all = new Uint8Array(256)
  all.set(head)
  return all
}
const zip = (files: Readonly<Record<string, Uint8Array>>) => {
  const written = writeArchive(Object.entries(files).map(([path, bytes]) => ({ path, bytes })))
  if (!written.ok) throw new Error(written.problem.what)
  return written.bytes
}
/** A PNG of one pixel, as its first bytes tell. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = padded(text('%PDF-1.7\n'))
const jpeg = padded(bytesOf(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46))
const word = zip({
  '[Content_Types].xml': text(
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  'word/document.xml': text('<w:document/>'),
})
// Put together at run time, so that no scanner takes the test itself for a leak.
const secret = ['gh', 'p_', 'a1B2c3D4e5F6a7B8c9D0e1F2a3B4c5D6e7F8'].join('')

const refusalOf = async (name: string, bytes: Uint8Array): Promise<Failure> => {
  const failure = await InspectedFile.inspect(name, bytes).catch((error: unknown) => error)
  if (!(failure instanceof Failure)) throw new Error(`${name} was taken.`)
  return failure
}

test.each([
  ['scan.pdf', pdf, 'application/pdf'],
  ['screen.PNG', png, 'image/png'],
  ['photo.jpeg', jpeg, 'image/jpeg'],
  ['notes.txt', text('Tested on Monday.\n'), 'text/plain'],
  ['page.html', text('<!doctype html><p>hello</p>'), 'text/plain'],
  ['widget.tsx', text('export const a = <p />'), 'text/plain'],
  ['openapi.yaml', text('openapi: 3.0.0\n'), 'text/plain'],
  ['notes.md', text('# Tested\n'), 'text/markdown'],
  ['runs.csv', text('run,result\n1,ok\n'), 'text/csv'],
  ['manifest.json', text('{"appId":"x"}'), 'application/json'],
  ['mail.eml', text('Subject: approved\r\nFrom: a@example.com\r\n\r\nFine.'), 'message/rfc822'],
  ['export.zip', zip({ 'a/b.txt': text('fine') }), 'application/zip'],
  ['letter.docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
])('%s is taken for what it is', async (name, bytes, mediaType) => {
  const file = await InspectedFile.inspect(name, bytes)
  expect(file).toMatchObject({
    mediaType,
    size: bytes.length,
    hash: createHash('sha256').update(bytes).digest('hex'),
  })
  expect(file.content()).toEqual(bytes)
})

test.each([
  ['a page as a picture', 'screen.png', text('<html><script>alert(1)</script>'), 'wrong-media-type'],
  ['a program as a document', 'scan.pdf', padded(text('MZ')), 'wrong-media-type'],
  ['a picture as text', 'notes.txt', png, 'wrong-media-type'],
  ['a zip as Word', 'letter.docx', zip({ 'a.txt': text('x') }), 'wrong-media-type'],
  ['text that is no JSON', 'manifest.json', text('{"a":'), 'wrong-media-type'],
  ['text with null bytes', 'notes.txt', text('a\0b'), 'wrong-media-type'],
  ['text in UTF-16', 'notes.txt', bytesOf(0xff, 0xfe, 0x61, 0), 'wrong-media-type'],
  ['a program', 'run.sh', text('echo hello'), 'wrong-media-type'],
  ['a picture that can run', 'logo.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'wrong-media-type'],
  ['no ending', 'README', text('hello'), 'wrong-media-type'],
  ['an inherited word as its ending', 'x.constructor', text('hello'), 'wrong-media-type'],
  ['nothing', 'empty.txt', new Uint8Array(), 'unreadable-upload'],
  ['more than 20 MB', 'big.pdf', new Uint8Array(20 * 1024 * 1024 + 1), 'too-large'],
  ['a damaged archive', 'export.zip', zip({ 'a.txt': text('hello '.repeat(99)) }).slice(0, 60), 'unreadable-upload'],
  ['a name that leads out', 'export.zip', slip(), 'unreadable-upload'],
  ['a bomb', 'export.zip', zip({ 'zeros.txt': new Uint8Array(40 * 1024 * 1024) }), 'unreadable-upload'],
])('%s is refused', async (_, name, bytes, code) => {
  const failure = await refusalOf(name, bytes)
  expect(failure.code).toBe(code)
  expect(failure.fields[0]?.field).toBe('file')
})

/** An archive whose entry climbs out of its folder: an honest one with the name changed in both places. */
function slip(): Uint8Array {
  const bytes = Buffer.from(zip({ 'aa/aa/evil.txt': text('x') }))
  for (let at = bytes.indexOf('aa/aa/'); at >= 0; at = bytes.indexOf('aa/aa/')) bytes.write('../../', at)
  return bytes
}

test.each([
  ['a text', 'notes.txt', text(`one\ntwo\ntoken ${secret}\n`), 'notes.txt, line 3'],
  ['a text in an archive', 'export.zip', zip({ 'a/env.txt': text(`x=${secret}`) }), 'export.zip!a/env.txt, line 1'],
  [
    'a text in an archive in an archive',
    'export.zip',
    zip({ 'in.zip': zip({ 'env.txt': text(`\n${secret}`) }) }),
    'export.zip!in.zip!env.txt, line 2',
  ],
])('a secret in %s is refused by its place, and told nowhere', async (_, name, bytes, place) => {
  const failure = await refusalOf(name, bytes)
  expect(failure.code).toBe('secret-found')
  expect(failure.what.en).toContain(place)
  expect(JSON.stringify([failure.message, failure.what, failure.why, failure.fix, failure.fields])).not.toContain(
    secret,
  )
})
