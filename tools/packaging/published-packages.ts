import type { Manifest, Room } from '../verify/workspace.ts'

/** The packages that are published: everything in the workspace that is not private. */
export function publishedPackages(rooms: readonly Room[]): Room[] {
  return rooms.filter(({ manifest }) => manifest.private !== true)
}

/** The packages of the workspace that come along when one is installed, itself first, each once. */
export function installedTogether(name: string, rooms: readonly Room[]): string[] {
  const names = new Set([name])
  for (const next of names) {
    const manifest = rooms.find((room) => room.manifest.name === next)?.manifest
    for (const needed of runtimeDependencies(manifest)) names.add(needed)
  }
  return [...names]
}

/** Entries of `exports` that are code, without those that only lead to a file such as a JSON Schema. */
export function codeEntries(manifest: Manifest): string[] {
  return Object.entries(manifest.exports ?? {})
    .filter(([, target]) => String(typeof target === 'string' ? target : target.default).endsWith('.js'))
    .map(([entry]) => entry)
}

function runtimeDependencies(manifest: Manifest | undefined): string[] {
  const asked = { ...manifest?.peerDependencies, ...manifest?.dependencies }
  return Object.keys(asked).filter((name) => asked[name]?.startsWith('workspace:'))
}
