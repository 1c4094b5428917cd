import assert from 'node:assert/strict'
import { openArchive, writeArchive } from '@sevenstep/package-archives'

const written = writeArchive([{ path: 'a/b.txt', bytes: new TextEncoder().encode('hello') }])
assert.ok(written.ok)
const { entries, problems } = openArchive(written.bytes)
assert.deepEqual(problems, [])
const content = entries.find(({ path }) => path === 'a/b.txt')?.bytes()
assert.ok(content?.ok)
assert.equal(new TextDecoder().decode(content.bytes), 'hello')
