import { expect, test } from 'vitest'
import { makeImage } from '../init/make-image.ts'
import { isJpeg, readPng } from './read-png.ts'

const whole = makeImage({ width: 20, height: 10, ground: [0, 0, 0] })
const changed = (at: number, ...bytes: readonly number[]): Uint8Array => {
  const copy = whole.slice()
  copy.set(bytes, at)
  return copy
}
const text = (words: string) => new TextEncoder().encode(words)

test('a whole image is measured', () => {
  expect(readPng(whole)).toEqual({ isPng: true, width: 20, height: 10, isPlaceholder: false })
  // Bytes within a larger buffer: offsets count from their own start.
  const inside = new Uint8Array(whole.length + 8)
  inside.set(whole, 5)
  expect(readPng(inside.subarray(5, 5 + whole.length)).width).toBe(20)
})

test('an image made to be replaced says so', () => {
  expect(readPng(makeImage({ width: 9, height: 9, ground: [0, 0, 0], isPlaceholder: true })).isPlaceholder).toBe(true)
})

test('billions of pixels cost nothing, because none is decoded', () => {
  expect(readPng(changed(16, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff))).toMatchObject({
    width: 0x7fffffff,
    height: 0x7fffffff,
  })
})

test.each([
  ['no pixels in its header', changed(16, 0, 0, 0, 0), 'its header promises no pixels'],
  ['another first chunk', changed(12, 0x4a), 'its header is missing'],
  ['an end that is missing', whole.subarray(0, whole.length - 12), 'it ends too early'],
  ['a chunk longer than the file', changed(33, 0x7f, 0xff, 0xff, 0xff), 'it ends too early'],
  ['a header alone', whole.subarray(0, 20), 'its header is missing'],
])('%s is a fault', (_, bytes, fault) => {
  expect(readPng(bytes).fault).toBe(fault)
})

test.each([
  [new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'a JPEG image'],
  [text('GIF89a'), 'a GIF image'],
  [text('RIFF0000WEBPVP8 '), 'a WebP image'],
  [text('BM000'), 'a BMP image'],
  [text('<svg xmlns="'), 'an SVG or XML text'],
  [text('%PDF-1.4'), 'a PDF document'],
  [new Uint8Array(), 'an empty file'],
  [text('hello'), undefined],
])('what is no PNG is named where it is known: %#', (bytes, looksLike) => {
  const facts = readPng(bytes)
  expect(facts.isPng).toBe(false)
  expect(facts.looksLike).toBe(looksLike)
})

test('a JPEG is known by its beginning', () => {
  expect(isJpeg(new Uint8Array([0xff, 0xd8, 0xff]))).toBe(true)
  expect(isJpeg(whole)).toBe(false)
})
