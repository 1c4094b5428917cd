import { gzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { isArchive, looksLike } from './looks-like.ts'
import { openArchive } from './open-archive.ts'
import { concat, latin, text, zip } from './testing/craft-zip.ts'

it.each([
  [text('%PDF-1.7'), 'a PDF document'],
  [latin('Rar!\x1a\x07\x00'), 'a RAR archive'],
  [latin('7z\xbc\xaf\x27\x1c'), 'a 7-Zip archive'],
  [gzipSync(text('x')), 'a gzip file'],
  [latin('\x89PNG\r\n\x1a\n'), 'a PNG image'],
  [text('\ufeff <!DOCTYPE html><html>'), 'an HTML page'],
  [text('<?xml version="1.0"?>'), 'an XML file'],
  [text('{\r\n  "swagger": "2.0"'), 'a JSON file'],
  [text('{}'), 'a JSON file'],
  [text('[1]'), 'a JSON file'],
  [latin('\xff\xfe{\0'), 'a text in UTF-16'],
  [concat(new Uint8Array(257), text('ustar')), 'a tar archive'],
  [text('version https://git-lfs.github.com/spec/v1'), 'a Git LFS pointer that stands for a file not downloaded'],
  [latin('PK\x07\x08PK\x03\x04'), 'the first part of a zip archive split over several files'],
  [text('hello'), 'a text file'],
  [latin('\x00\x01\x02'), 'a file of unknown kind'],
  [new Uint8Array(), 'an empty file'],
])('names a file by its first bytes: %#', (bytes, expected) => {
  expect(looksLike(bytes)).toBe(expected)
  expect(isArchive(bytes)).toBe(false)
  const [problem] = openArchive(bytes, { name: 'given.zip' }).problems
  expect(problem).toMatchObject({ code: 'not-a-zip', what: `"given.zip" is not a zip archive: it is ${expected}.` })
})

it('knows an archive, also an empty one', () => {
  expect([isArchive(zip({ name: 'a' })), isArchive(zip()), isArchive(text('PK'))]).toEqual([true, true, false])
})
