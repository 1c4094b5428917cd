import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'

const bin = join(import.meta.dirname, '../bin/sevenstep.js')
const clean = join(import.meta.dirname, '../../../examples/mended/car-rental')
const files = ['apiDefinition.swagger.json', 'apiProperties.json']

/** The command as users run it: bundled, with what is loaded on demand in files of its own. */
function sevenstep(...words: readonly string[]) {
  return spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8' })
}

function copyOfExample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'built-'))
  for (const file of files) copyFileSync(join(clean, file), join(folder, file))
  return folder
}

test('the built command mends a value it judged', () => {
  const folder = copyOfExample()
  const path = join(folder, 'apiDefinition.swagger.json')
  const text = readFileSync(path, 'utf8')
  const title = /"title": "([^"]+)"/.exec(text)?.[1] ?? ''
  writeFileSync(path, text.replace(`"title": "${title}"`, `"title": " ${title} "`))
  const { stderr } = sevenstep('check', folder, '--fix')
  expect(stderr).toContain('1 mend made in 1 file.')
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('the built command shows no secret in what it would change', () => {
  const folder = copyOfExample()
  const path = join(folder, 'apiProperties.json')
  const oAuthSettings = { identityProvider: 'oauth2', clientId: 'fleet', clientSecret: 'RealSecret12345abcdef' }
  const connectionParameters = { token: { type: 'oauthSetting', oAuthSettings } }
  writeFileSync(path, JSON.stringify({ properties: { iconBrandColor: '#1f6f5c', connectionParameters } }, undefined, 2))
  const { stderr, stdout } = sevenstep('check', folder, '--fix', '--dry-run')
  expect(stderr).toContain('"clientSecret"')
  expect(stderr + stdout).not.toContain('RealSecret')
})

test('the built command reads a zip', () => {
  const folder = copyOfExample()
  const archive = zipSync(
    Object.fromEntries(files.map((path) => [path, new Uint8Array(readFileSync(join(clean, path)))])),
  )
  const path = join(folder, 'connector.zip')
  writeFileSync(path, archive)
  const { status, stdout, stderr } = sevenstep('check', path)
  expect(stderr).toBe('')
  expect(stdout).toContain('connector.zip')
  expect([0, 1]).toContain(status)
})

test('what makes the command fail is printed, also when it is quiet', () => {
  const folder = copyOfExample()
  const { stdout, status } = sevenstep(
    'check',
    folder,
    '--quiet',
    '--fail-on',
    'warning',
    '--rule',
    'readme-known-issues,file-readme-required,file-intro-required-verified',
  )
  expect(status).toBe(1)
  expect(stdout).toMatch(/ (error|warning) {2}/)
})
