import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { Console } from '../src/console.ts'
import { run } from '../src/run.ts'

/** The root of the repository. */
export const root: string = join(import.meta.dirname, '../../..')
/** The command as it is installed. */
export const bin: string = join(root, 'packages/cli/bin/sevenstep.js')

/** What a command printed and how it ended. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs a command line in this process: quick, and every option behaves as on the built command. */
export async function runHere(
  words: readonly string[],
  { folder = root, ...rest }: Partial<Console> = {},
): Promise<Outcome> {
  let out = ''
  let error = ''
  const code = await run(words, {
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    status: (text) => {
      error += `\r\u001b[2K${text}`
    },
    isOutTerminal: false,
    isErrorTerminal: false,
    width: 100,
    environment: {},
    today: '2026-01-15',
    folder,
    ...rest,
  })
  return { code, out, error }
}

/** Runs the built command as a process of its own. */
export function runBuilt(
  words: readonly string[],
  { folder = root, environment = {} }: { folder?: string; environment?: Record<string, string> } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...environment },
    timeout: 100_000,
    maxBuffer: 256 * 1024 * 1024,
  })
  return { code: status ?? -1, out: stdout, error: stderr }
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own that is gone after the file's tests, with these files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'sevenstep-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) put(folder, path, content)
  return folder
}

/** Writes a file below a folder and gives its path. */
export function put(folder: string, path: string, content: string | Uint8Array): string {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, content)
  return full
}

/** A folder with a copy of an example connector in `car-rental`. */
export function copyOfExample(name: 'planted-faults' | 'mended'): string {
  const folder = folderWith()
  cpSync(join(root, 'examples', name, 'car-rental'), join(folder, 'car-rental'), { recursive: true })
  return folder
}

/** Ids of the rules in a JSON report, sorted, each once. */
export function ruleIdsIn(json: string): string[] {
  const report: { subjects: { findings: { ruleId: string }[] }[] } = JSON.parse(json)
  return [...new Set(report.subjects.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)))].sort()
}
