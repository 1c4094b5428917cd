import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const manifestPath = createRequire(import.meta.url).resolve('sevenstep/package.json')
const bin = join(dirname(manifestPath), 'bin/sevenstep.js')
const help = spawnSync(process.execPath, [bin, '--help'], { encoding: 'utf8' })
assert.equal(help.status, 0, help.stderr)
assert.match(help.stdout, /check/)
