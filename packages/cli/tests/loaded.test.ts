import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './run-command.ts'

const bin = join(root, 'packages/cli/bin/sevenstep.js')

/** Words that only the rules of a step use. */
const marks = {
  connectors: 'host-no-scheme',
  registrations: 'redirect-no-localhost',
  flows: 'flow-no-secret',
  pages: 'gallery-parameters',
  licences: 'licence-no-trial',
  offers: 'offer-file',
}

test('a check of a connector loads the rules of no other step', () => {
  expect(roomsLoadedFor(['check', join(root, 'examples/mended/car-rental')])).toEqual(['connectors'])
})

test('a check of a flow package loads the rules of no other step', () => {
  expect(roomsLoadedFor(['check', join(root, 'examples/flow-package'), '--fail-on', 'never'])).toEqual(['flows'])
})

test('the version loads no rules, and little at all', () => {
  expect(roomsLoadedFor(['--version'])).toEqual([])
  expect(filesLoadedFor(['--version']).length).toBeLessThan(6)
})

test('a check of a flow package is found in few files, since each takes its time', () => {
  expect(filesLoadedFor(['check', join(root, 'examples/flow-package'), '--fail-on', 'never']).length).toBeLessThan(12)
})

function roomsLoadedFor(words: readonly string[]): readonly string[] {
  const texts = filesLoadedFor(words).map((path) => readFileSync(new URL(path), 'utf8'))
  return Object.entries(marks).flatMap(([room, mark]) => (texts.some((text) => text.includes(mark)) ? [room] : []))
}

/** The files of the built command that one run of it loads. */
function filesLoadedFor(words: readonly string[]): readonly string[] {
  const { stderr, status } = spawnSync(process.execPath, ['--import', telling, bin, ...words], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return stderr.split('\n').filter((line) => line.startsWith('file:') && line.includes('/packages/cli/'))
}

/** Tells on standard error what is loaded. */
const telling = `data:text/javascript,${encodeURIComponent(
  [
    'import { registerHooks } from "node:module"',
    'import { writeSync } from "node:fs"',
    'registerHooks({ load(url, context, next) { writeSync(2, url + "\\n"); return next(url, context) } })',
  ].join('\n'),
)}`
