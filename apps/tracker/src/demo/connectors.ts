import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPool } from '../checks/check-pool.ts'
import type { CheckResult, UploadedFile } from '../checks/worker/messages.ts'

/** A connector of the demo with what our check says of it. */
export interface CheckedConnector {
  readonly files: readonly UploadedFile[]
  readonly result: CheckResult
  readonly milliseconds: number
}

/** Where the build puts the example connectors; the same seen from the bundle. */
const folder = fileURLToPath(new URL('../demo/connectors/', import.meta.url))

/** Checks an example connector as a vendor's upload would be; nothing about the outcome is written down beforehand. */
export async function checkExample(name: 'mended' | 'planted-faults'): Promise<CheckedConnector> {
  const root = join(folder, name)
  const files = readdirSync(root)
    .sort()
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(root, path))) }))
  const start = performance.now()
  const result = await checkPool().check({ files, profile: 'verified-publisher' })
  return { files, result, milliseconds: performance.now() - start }
}
