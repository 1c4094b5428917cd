import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningEmulator } from '../../src/start-emulator.ts'

/** What a client said. */
export interface ClientResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script of ours that drives a client as it comes, trusting the emulator's authority. */
export function runClient(
  emulator: RunningEmulator,
  script: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ClientResult> {
  return run([join(import.meta.dirname, 'clients', script)], {
    NODE_EXTRA_CA_CERTS: emulator.authorityFile,
    EMULATOR: emulator.secureUrl,
    ...environment,
  })
}

/** Runs a program of Node's with a home of its own and nothing of this process's environment but the path. */
export function run(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  home?: string,
): Promise<ClientResult> {
  const own = home ?? mkdtempSync(join(tmpdir(), 'judge-home-'))
  const child = spawn(process.execPath, argv, {
    env: { PATH: process.env.PATH ?? '', HOME: own, USERPROFILE: own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (home === undefined) rmSync(own, { recursive: true, force: true })
      resolve({ code, stdout, stderr })
    })
  })
}
