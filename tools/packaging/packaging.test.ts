import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roomRules } from '../verify/rooms.ts'
import { runTool } from '../verify/run-tool.ts'
import { readRooms } from '../verify/workspace.ts'
import { oldestNode } from './oldest-node.ts'
import { OutsideProject } from './outside-project.ts'
import { codeEntries, installedTogether, publishedPackages } from './published-packages.ts'

const root = join(import.meta.dirname, '../..')
const rooms = publishedPackages(readRooms(root))
const temporary = mkdtempSync(join(tmpdir(), 'sevenstep-packaging-'))
const tarballs = new Map<string, string>()
const node = await oldestNode()

beforeAll(async () => {
  for (const { folder, manifest } of rooms) {
    const target = join(temporary, `${folder.replaceAll('/', '-')}.tgz`)
    const { code, output } = await runTool('pnpm', ['pack', '--out', target], join(root, folder))
    if (code !== 0) throw new Error(`${folder} cannot be packed:\n${output}`)
    tarballs.set(manifest.name, target)
  }
})

afterAll(() => rmSync(temporary, { recursive: true, force: true }))

// A test that does not apply to a package is not made at all: a skipped one would say that something is missing.
describe.each(rooms)('$manifest.name', ({ folder, manifest }) => {
  const { name } = manifest
  const shortName = folder.replace(/^.*\//, '')
  const outside = new OutsideProject(join(temporary, 'outside', shortName), node.path)
  const tarballOf = (one: string): string => tarballs.get(one) ?? `${one} was not packed`

  test('the tarball is well made (publint)', async () => {
    const bytes = new Uint8Array(readFileSync(tarballOf(name)))
    const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  const entries = codeEntries(manifest)
  const typesTest = entries.length > 0 ? test : undefined
  typesTest?.('the types are found as the code is (attw)', async () => {
    const args = [tarballOf(name), '--profile', 'esm-only', '--no-definitely-typed', '--no-color', '--no-emoji']
    const { code, output } = await runTool('attw', args, temporary)
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' })
  })

  test(`installs alone and works under Node ${node.version}`, async () => {
    await outside.install(installedTogether(name, rooms).map(tarballOf))
    for (const entry of entries.filter((one) => roomRules[name]?.peerEntries?.includes(one) !== true)) {
      const specifier = join(name, entry).replaceAll('\\', '/')
      const script = `console.log(Object.keys(await import('${specifier}')).length)`
      expect(Number(await outside.run('node', '--input-type=module', '-e', script)), specifier).toBeGreaterThan(0)
    }
    const smoke = join(import.meta.dirname, 'smoke', `${shortName}.mjs`)
    expect(existsSync(smoke), `tools/packaging/smoke/${shortName}.mjs shows that the package works`).toBe(true)
    cpSync(smoke, join(outside.folder, 'smoke.mjs'))
    await outside.run('node', 'smoke.mjs')
  })

  const browserEntries = entries.filter((entry) => !roomRules[name]?.nodeEntries.includes(entry))
  const browserTest = roomRules[name]?.nodeOnly ? undefined : test
  browserTest?.('bundles for a browser', async () => {
    const contents = browserEntries.map((entry) => `import '${join(name, entry)}'`).join('\n')
    const stdin = { contents, resolveDir: outside.folder }
    const made = await build({
      stdin,
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
    })
    expect(made.errors).toEqual([])
  })

  const commands = Object.keys(manifest.bin ?? {})
  const commandTest = commands.length > 0 ? test : undefined
  commandTest?.('its commands answer with their version', async () => {
    for (const command of commands) {
      expect(await outside.run('npx', '--no-install', command, '--version')).toContain(manifest.version)
    }
  })
})
