import assert from 'node:assert/strict'
import { readJson, resolvePointer } from '@sevenstep/located-json'

const { root, problems } = readJson('{ "a": [1, 2,] }')
assert.equal(problems.length, 1, 'the trailing comma is reported')
assert.ok(root)
assert.equal(resolvePointer(root, '/a/1')?.value, 2)
