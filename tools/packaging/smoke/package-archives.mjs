import assert from 'node:assert/strict'
import { openArchive, writeArchive } from '@sevenstep/package-archives'

const content = new TextEncoder().encode('hello')
const written = writeArchive([{ path: 'a/b.txt', bytes: content }])
assert.ok(written.ok)
const { entries, problems } = openArchive(written.bytes)
assert.deepEqual(problems, [])
assert.deepEqual(entries[0]?.bytes(), { ok: true, bytes: content })
