import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { openPglite as Open } from '../src/db/pglite.ts'

// A new data directory takes seconds to make; the program starts from this copy instead.
const folder = join(import.meta.dirname, '../build/db')
const target = join(folder, 'fresh-directory.tar.gz')
rmSync(target, { force: true })
const { openPglite }: { readonly openPglite: typeof Open } = await import(join(folder, 'pglite.js'))
const database = await openPglite('memory')
writeFileSync(target, gzipSync(new Uint8Array(await (await database.dump()).arrayBuffer())))
await database.close()
