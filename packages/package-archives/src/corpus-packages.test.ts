import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openArchive } from './open-archive.ts'
import { writeArchive } from './write-archive.ts'

const corpus = process.env.CONNECTOR_CORPUS ?? ''
const isMissing = corpus === '' && process.env.SEVENSTEP_REQUIRE_ALL !== '1'

type Files = readonly (readonly [path: string, bytes: Uint8Array])[]

const byPath = (files: Files): Files => [...files].sort(([left], [right]) => (left < right ? -1 : 1))

/** The files of a zip as a program that shares no code with this package sees them, or undefined without that program. */
function unzipped(zip: string): Files | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'package-archives-'))
  try {
    execFileSync('unzip', ['-qq', zip, '-d', folder], { stdio: 'ignore' })
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))] as const)
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.skipIf(isMissing)('real packages (needs CONNECTOR_CORPUS)', () => {
  const folder = join(corpus, 'packages')
  const names = isMissing ? [] : readdirSync(folder).filter((name) => name.endsWith('.zip'))

  it('are there', () => {
    expect(names.length).toBeGreaterThan(30)
  })

  it.each(names)('%s opens without a problem, with the contents that others see', (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const { entries, problems } = openArchive(bytes, { name })
    expect(problems).toEqual([])
    const files: Files = entries
      .filter((entry) => !entry.isFolder)
      .map((entry) => {
        const reading = entry.bytes()
        if (!reading.ok) throw new Error(reading.problem.what)
        return [entry.path, reading.bytes] as const
      })
    const others = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'))
    expect(byPath(files)).toEqual(byPath(others))
    const independent = unzipped(join(folder, name))
    if (independent) expect(byPath(files)).toEqual(byPath(independent))

    const again = writeArchive(files.map(([path, content]) => ({ path, bytes: content })))
    expect(again.ok && openArchive(again.bytes).entries.map((entry) => [entry.path, entry.bytes()])).toEqual(
      byPath(files).map(([path, content]) => [path, { ok: true, bytes: content }]),
    )
  })
})
