import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstallCurrent, recordInstall } from './install-stamp.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-stamp-'))
  write('package.json', '{}')
  write('pnpm-lock.yaml', 'one: 1')
  write('packages/shop/package.json', '{"name":"shop"}')
  write('node_modules/.bin/turbo', '')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a workspace that was never installed is not current', () => {
  expect(isInstallCurrent(root)).toBe(false)
})

test('after an install it is current', () => {
  recordInstall(root)
  expect(isInstallCurrent(root)).toBe(true)
})

test.each([
  { change: 'the lockfile', path: 'pnpm-lock.yaml' },
  { change: 'a package.json', path: 'packages/shop/package.json' },
  { change: 'a new package', path: 'packages/till/package.json' },
])('$change asks for another install', ({ path }) => {
  recordInstall(root)
  write(path, '{"name":"changed"}')
  expect(isInstallCurrent(root)).toBe(false)
})

test('commands that were deleted ask for another install', () => {
  recordInstall(root)
  rmSync(join(root, 'node_modules/.bin'), { recursive: true })
  expect(isInstallCurrent(root)).toBe(false)
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
