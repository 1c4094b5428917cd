import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The fields of a package.json that the tools read. */
export interface Manifest {
  readonly name: string
  readonly version?: string
  readonly private?: boolean
  readonly description?: string
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** One package of the workspace. */
export interface Room {
  /** Path from the repository's root, with forward slashes. */
  readonly folder: string
  readonly manifest: Manifest
}

/** Every package of the workspace, packages first, then apps, benchmarks and tools; sorted by folder within each. */
export function readRooms(root: string): Room[] {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    existsSync(join(root, parent))
      ? readdirSync(join(root, parent))
          .sort()
          .map((name) => `${parent}/${name}`)
      : [],
  )
  return [...folders, 'benchmarks', 'tools']
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(join(root, folder, 'package.json')) }))
}

/** Names of the packages of this workspace that a package asks for, for use or only while it is developed. */
export function workspaceDependencies(manifest: Manifest): string[] {
  const asked = {
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
    ...manifest.peerDependencies,
    ...manifest.dependencies,
  }
  return Object.keys(asked)
    .filter((name) => asked[name]?.startsWith('workspace:'))
    .sort()
}

/** Paths below a folder, from the root and with forward slashes; build output and installed packages are left out. */
export function listFiles(root: string, folder: string, wanted: (path: string) => boolean): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : listFiles(root, path, wanted)
      return entry.isFile() && wanted(path) ? [path] : []
    })
}

const notOurs = new Set(['node_modules', 'dist', 'build', '.git', '.turbo', 'test-results', 'coverage'])

function readManifest(path: string): Manifest {
  // The workspace's own package.json files; pnpm has refused malformed ones before this runs.
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest
}
