import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { writeArchive } from '@sevenstep/package-archives'
import { describe, expect, test } from 'vitest'
import { folderWith, root, ruleIdsIn, runHere } from './run-command.ts'

/** A zip of a folder of examples, below a folder of its own or not. */
function zipOf(example: string, below = ''): string {
  const from = join(root, 'examples', example)
  const sources = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .map((name) => join(from, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path: below + relative(from, path).replaceAll('\\', '/'), bytes: readFileSync(path) }))
  return written(sources)
}

function written(sources: Parameters<typeof writeArchive>[0]): string {
  const zip = writeArchive(sources)
  if (!zip.ok) throw new Error(zip.problem.what)
  const folder = folderWith()
  writeFileSync(join(folder, 'given.zip'), zip.bytes)
  return folder
}

describe('a zip that only wraps files is judged as the folder would be', () => {
  test.each([
    ['licences', 'licence list'],
    ['embed-planted', 'host page'],
    ['offer-planted-faults', 'offer'],
  ])('%s', async (example, kind) => {
    for (const below of ['', 'customer/inner/']) {
      const inZip = await runHere(['check', 'given.zip', '--format', 'json'], { folder: zipOf(example, below) })
      const inFolder = await runHere(['check', join(root, 'examples', example), '--format', 'json'])
      expect(ruleIdsIn(inZip.out)).toEqual(ruleIdsIn(inFolder.out))
      expect(inZip.code).toBe(1)
      const { subjects } = JSON.parse(inZip.out)
      expect(subjects).toMatchObject([{ kind, path: expect.stringMatching(/^given\.zip!/) }])
    }
  })

  test('nothing in it is mended', async () => {
    const folder = zipOf('licences')
    const before = readFileSync(join(folder, 'given.zip'))
    const { error } = await runHere(['check', 'given.zip', '--fix'], { folder })
    expect(error).toContain('nothing is mended inside an archive')
    expect(readFileSync(join(folder, 'given.zip'))).toEqual(before)
  })

  test('one with nothing of any kind is refused, and one that climbs out is not unpacked', async () => {
    const plain = written([{ path: 'note.txt', bytes: new TextEncoder().encode('hello') }])
    expect(await runHere(['check', 'given.zip'], { folder: plain })).toMatchObject({
      code: 3,
      error: expect.stringContaining('given.zip: this is nothing that can be checked.'),
    })
    const hostile = zipOf('licences')
    const bytes = readFileSync(join(hostile, 'given.zip'))
    const text = bytes.toString('latin1').replaceAll('flows.json', '../xx.json')
    writeFileSync(join(hostile, 'given.zip'), Buffer.from(text, 'latin1'))
    const { error } = await runHere(['check', 'given.zip'], { folder: hostile })
    expect(error).toContain('climbs out of the archive')
    expect(readdirSync(tmpdir())).not.toContain('xx.json')
  })
})
