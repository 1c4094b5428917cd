import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash, hashBytes, type Json, type JsonObject, toJsonObject } from '../model/content.ts'

/**
 * Contents that a journal speaks of, each under its SHA-256: what a thing looked like before it was changed, so that a
 * rollback can put it back. Files are readable by their owner alone.
 */
export class ContentStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Keeps JSON and gives its hash; when this returns it is on the disk. */
  keep(content: Json): string {
    const hash = contentHash(content)
    this.#write(`${hash}.json`, JSON.stringify(content))
    return hash
  }

  /** Keeps bytes, a package for one. */
  keepBytes(bytes: Uint8Array): string {
    const hash = hashBytes(bytes)
    this.#write(`${hash}.bin`, bytes)
    return hash
  }

  /** Nothing where it is gone or was changed since. */
  read(hash: string): JsonObject | undefined {
    try {
      const content = toJsonObject(JSON.parse(readFileSync(join(this.#folder, `${hash}.json`), 'utf8')))
      return contentHash(content) === hash ? content : undefined
    } catch {
      return undefined
    }
  }

  /** As {@link read}, for bytes. */
  readBytes(hash: string): Uint8Array | undefined {
    try {
      const bytes = readFileSync(join(this.#folder, `${hash}.bin`))
      return hashBytes(bytes) === hash ? bytes : undefined
    } catch {
      return undefined
    }
  }

  #write(name: string, content: string | Uint8Array): void {
    const path = join(this.#folder, name)
    if (existsSync(path)) return
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const draft = `${path}.${process.pid}.draft`
    const descriptor = openSync(draft, 'w', 0o600)
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      let written = 0
      while (written < bytes.length) written += writeSync(descriptor, bytes, written)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(draft, path)
  }
}
