import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtProgram, command } from './command-line.ts'

/**
 * A data directory with the demo as it is filled today, made once and kept for the suites that follow: filling it takes
 * long. To be copied, not used.
 */
export async function filledDemo(): Promise<string> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/demo/', import.meta.url))
  const program = createHash('sha256')
    .update(await readFile(builtProgram))
    .digest('hex')
    .slice(0, 16)
  const kept = join(cache, `${new Date().toISOString().slice(0, 10)}-${program}`)
  if (existsSync(kept)) return kept
  for (const old of await readdir(cache).catch(() => [])) {
    if (!old.startsWith('made-')) await rm(join(cache, old), { recursive: true, force: true })
  }
  await mkdir(cache, { recursive: true })
  const own = await mkdtemp(join(cache, 'made-'))
  const seeded = await command({ DATA_DIRECTORY: own }, 'seed')
  if (seeded.code !== 0) throw new Error(`The demo was not filled: ${seeded.errors}`)
  // Several workers may do this at once; the first puts the whole directory in place.
  await rename(own, kept).catch(() => rm(own, { recursive: true, force: true }))
  return kept
}
