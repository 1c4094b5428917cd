import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPool } from '../checks/check-pool.ts'
import type { CheckResult, UploadedFile } from '../checks/worker/messages.ts'

/** What a vendor of the demo hands in, with what our check says of it. */
export interface CheckedFiles {
  readonly files: readonly UploadedFile[]
  readonly result: CheckResult
  readonly milliseconds: number
}

/** Where the build puts what the demo's vendors hand in; the same seen from the bundle. */
const folder = fileURLToPath(new URL('../demo/', import.meta.url))

/** Checks an example connector as a vendor's upload would be; nothing about the outcome is written down beforehand. */
export async function checkExample(name: 'mended' | 'planted-faults'): Promise<CheckedFiles> {
  const root = join(folder, 'connectors', name)
  const files = readdirSync(root)
    .sort()
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(root, path))) }))
  return check(files)
}

/** Checks what the example's deployment printed, run by run, when the build carried it out against the emulator. */
export async function checkDeployment(from: string = folder): Promise<readonly CheckedFiles[]> {
  const runs = ['rollback.json', 'apply.json', 'apply-again.json']
  return Promise.all(
    runs.map((path) => check([{ path, bytes: new Uint8Array(readFileSync(join(from, 'deployment', path))) }])),
  )
}

async function check(files: readonly UploadedFile[]): Promise<CheckedFiles> {
  const start = performance.now()
  const result = await checkPool().check({ files, profile: 'verified-publisher' })
  return { files, result, milliseconds: performance.now() - start }
}
