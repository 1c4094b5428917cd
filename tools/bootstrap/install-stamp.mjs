import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const stampPath = 'node_modules/.cache/sevenstep-install'

/**
 * Whether the last install that `recordInstall` saw was made from the files that are here now.
 *
 * @param {string} root
 */
export function isInstallCurrent(root) {
  const stamp = join(root, stampPath)
  if (!existsSync(stamp) || !existsSync(join(root, 'node_modules/.bin/turbo'))) return false
  return readFileSync(stamp, 'utf8') === installFingerprint(root)
}

/**
 * Remembers that node_modules is now in step with the lockfile.
 *
 * @param {string} root
 */
export function recordInstall(root) {
  const stamp = join(root, stampPath)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, installFingerprint(root))
}

/**
 * A digest of everything that decides what an install puts on the disk, and of where it puts it.
 *
 * @param {string} root
 */
function installFingerprint(root) {
  const digest = createHash('sha256').update(JSON.stringify([root, process.platform, process.arch]))
  for (const path of installInputs(root)) digest.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return digest.digest('hex')
}

/** @param {string} root */
function installInputs(root) {
  const manifests = ['packages', 'apps'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`)
      : [],
  )
  return [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    '.pnpmfile.cjs',
    'benchmarks/package.json',
    'tools/package.json',
    ...manifests.sort(),
  ].filter((path) => existsSync(join(root, path)))
}
