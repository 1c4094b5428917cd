import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'

/**
 * The text of a file that only its owner may read, made where it is missing or does not fit any more. Of several
 * programs that make it at once, one wins and all get the winner's.
 */
export async function keptFile(
  path: string,
  fits: (text: string) => boolean,
  make: () => Promise<string>,
): Promise<string> {
  const found = await read(path)
  if (found !== undefined && fits(found)) return found
  if (found !== undefined) await rm(path, { force: true })
  const made = await make()
  const beside = `${path}.${randomUUID()}.part`
  try {
    await writeFile(beside, made, { mode: 0o600, flush: true })
    // A link is made whole or not at all, and never over another's.
    await link(beside, path)
    return made
  } catch (error) {
    if (Object(error).code !== 'EEXIST') throw error
    return (await read(path)) ?? made
  } finally {
    await rm(beside, { force: true })
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (Object(error).code === 'ENOENT') return undefined
    throw error
  }
}
