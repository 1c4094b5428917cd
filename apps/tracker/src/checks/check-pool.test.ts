import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openArchive } from '@sevenstep/package-archives'
import { afterAll, expect, test } from 'vitest'
import { filesBelow, sample } from '../testing/sample-files.ts'
import { createCheckPool } from './check-pool.ts'

const root = join(import.meta.dirname, '../../../..')
const pool = createCheckPool()
afterAll(() => pool.close())

/** What the command line prints for the same files. */
function printedBy(words: readonly string[], folder: string): string {
  const main = join(root, 'packages/cli/src/main.ts')
  try {
    return execFileSync(process.execPath, [main, 'check', ...words, '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  }
}

test('the report is byte for byte what the command line prints', async () => {
  const printed = printedBy(['car-rental', '--profile', 'verified-publisher'], join(root, 'examples/planted-faults'))
  const { reportJson, operations, counts } = await pool.check({ files: sample(), profile: 'verified-publisher' })
  expect(reportJson).toBe(printed)
  expect(counts).toEqual({ error: 14, warning: 5, info: 1 })
  expect(operations).toBeGreaterThan(4)
})

test('loose files are what the command line finds in the folder it stands in', async () => {
  const printed = printedBy(['.', '--profile', 'custom'], join(root, 'examples/planted-faults/car-rental'))
  const { reportJson } = await pool.check({ files: sample(''), profile: 'custom' })
  expect(reportJson).toBe(printed)
})

const corpus = process.env.CONNECTOR_CORPUS
test.skipIf(corpus === undefined)(
  'real connectors are told of as the command line tells of them (needs CONNECTOR_CORPUS)',
  async () => {
    const folder = join(corpus ?? '', 'certified-connectors')
    const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'apiDefinition.swagger.json')))
    const chosen = names.filter((_, index) => index % Math.ceil(names.length / 5) === 0)
    expect(chosen).toHaveLength(5)
    for (const name of chosen) {
      const printed = printedBy([name, '--profile', 'verified-publisher'], folder)
      const files = filesBelow(join(folder, name), name)
      expect((await pool.check({ files, profile: 'verified-publisher' })).reportJson, name).toBe(printed)
    }
  },
)

test('a check over its time is ended, and the next one gets a worker of its own', async () => {
  const impatient = createCheckPool({ milliseconds: 1, workers: 1 })
  await expect(impatient.check({ files: sample(), profile: 'custom' })).rejects.toMatchObject({ reason: 'timed-out' })
  await impatient.close()
  expect((await pool.check({ files: sample(), profile: 'custom' })).files.length).toBeGreaterThan(3)
})

test('a check that needs more memory than it may have does not take the process along', async () => {
  const small = createCheckPool({ mebibytes: 24, workers: 1 })
  const paths = Array.from({ length: 60_000 }, (_, index) => `"/p${index}":{"get":{"operationId":"O${index}"}}`)
  const bytes = new TextEncoder().encode(`{"swagger":"2.0","paths":{${paths.join(',')}}}`)
  const files = [{ path: 'apiDefinition.swagger.json', bytes }]
  await expect(small.check({ files, profile: 'custom' })).rejects.toMatchObject({ reason: 'crashed' })
  await small.close()
})

test('a cancelled check stops, waiting or under way', async () => {
  const single = createCheckPool({ workers: 1 })
  const [first, second] = [new AbortController(), new AbortController()]
  const running = single.check({ files: sample(), profile: 'custom' }, { signal: first.signal })
  const queued = single.check({ files: sample(), profile: 'custom' }, { signal: second.signal })
  second.abort()
  first.abort()
  await expect(running).rejects.toMatchObject({ reason: 'cancelled' })
  await expect(queued).rejects.toMatchObject({ reason: 'cancelled' })
  expect((await single.check({ files: sample(), profile: 'custom' })).counts.error).toBeGreaterThan(0)
  await single.close()
})

test('two at once, and a queue that is full says so', async () => {
  const files = sample()
  const both = await Promise.all([1, 2].map(() => pool.check({ files, profile: 'verified-publisher' })))
  expect(both[0]?.reportJson).toBe(both[1]?.reportJson)
  const narrow = createCheckPool({ workers: 1, waiting: 1 })
  const settled = await Promise.allSettled([1, 2, 3].map(() => narrow.check({ files, profile: 'custom' })))
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  await narrow.close()
})

test('mending makes every automatic mend, and what it packs has nothing left to mend', async () => {
  const { mended, archive } = await pool.mend({ files: sample(), profile: 'verified-publisher' })
  expect(mended.map(({ path }) => path)).toContain('car-rental/apiProperties.json')
  expect(mended.every(({ changes }) => changes.some(({ kind }) => kind === 'added'))).toBe(true)
  const files = filesOfArchive(archive)
  expect(files.map(({ path }) => path)).toEqual(sample().map(({ path }) => path))
  const again = await pool.mend({ files, profile: 'verified-publisher' })
  expect(again.mended).toEqual([])
  const { reportJson } = await pool.check({ files, profile: 'verified-publisher' })
  expect(reportJson).not.toContain('file-json-valid')
})

function filesOfArchive(archive: Uint8Array) {
  return openArchive(archive).entries.map((entry) => {
    const content = entry.bytes()
    return { path: entry.path, bytes: content.ok ? content.bytes : new Uint8Array() }
  })
}
