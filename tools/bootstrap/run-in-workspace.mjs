import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstallCurrent, recordInstall } from './install-stamp.mjs'
import { nodeRequest, thisMachine } from './node-request.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const installTimeoutMinutes = 10

/**
 * Installs the workspace if its lockfile asks for it, then runs a script in it: with the workspace's own Node and
 * commands first on the PATH.
 *
 * @param {string} script path from the repository's root
 * @returns {Promise<number>} the exit code
 */
export async function runInWorkspace(script) {
  const request = nodeRequest(thisMachine())
  if (request !== undefined) return fail(request)
  const pnpm = `pnpm@${pnpmVersion()}`
  if (!isInstallCurrent(root)) {
    const refusal = await install(pnpm)
    if (refusal !== undefined) return fail(refusal)
    recordInstall(root)
  }
  const ended = await run(['--yes', pnpm, 'exec', 'node', script, ...process.argv.slice(2)], {})
  return ended.code
}

/** @param {string} pnpm @returns {Promise<string | undefined>} what went wrong and what to do about it */
async function install(pnpm) {
  console.log(`Installing the workspace with ${pnpm} (a minute the first time) …`)
  const ended = await run(['--yes', pnpm, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'], {
    timeoutMs: installTimeoutMinutes * 60_000,
    stdin: 'ignore',
  })
  if (ended.code === 0) return undefined
  if (ended.timedOut) {
    return `The install did not end within ${installTimeoutMinutes} minutes and was stopped: look whether the npm registry can be reached (npm ping) and run the command again.`
  }
  if (ended.missing) return 'npx was not found, though it comes with npm: install npm and run the command again.'
  return `The install failed (exit code ${ended.code}); the reason stands above. After changing a package.json run "npx ${pnpm} install" once, so that the lockfile follows.`
}

/** The version has one place: `packageManager`. A hash behind a plus sign is for Corepack only. */
function pnpmVersion() {
  /** @type {{ packageManager: string }} */
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return manifest.packageManager.replace(/^pnpm@/, '').replace(/\+.*$/, '')
}

/**
 * Runs npx in a process group of its own, so that a timeout also ends what npx started.
 *
 * @param {string[]} args
 * @param {{ timeoutMs?: number, stdin?: 'ignore' | 'inherit' }} options
 * @returns {Promise<{ code: number, timedOut: boolean, missing: boolean }>}
 */
function run(args, { timeoutMs, stdin = 'inherit' }) {
  const windows = process.platform === 'win32'
  const ownGroup = timeoutMs !== undefined && !windows
  return new Promise((resolve) => {
    const child = spawn('npx', args, {
      cwd: root,
      stdio: [stdin, 'inherit', 'inherit'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
      shell: windows,
      detached: ownGroup,
    })
    const end = () => process.kill(ownGroup && child.pid !== undefined ? -child.pid : Number(child.pid), 'SIGTERM')
    let timedOut = false
    const timer = setTimeout(
      () => {
        timedOut = true
        end()
      },
      timeoutMs ?? 2 ** 31 - 1,
    )
    if (ownGroup) process.once('SIGINT', end)
    child.once('error', () => finish({ code: 1, timedOut, missing: true }))
    child.once('exit', (code) => finish({ code: code ?? 1, timedOut, missing: false }))

    /** @param {{ code: number, timedOut: boolean, missing: boolean }} ended */
    function finish(ended) {
      clearTimeout(timer)
      process.removeListener('SIGINT', end)
      resolve(ended)
    }
  })
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  return 1
}
