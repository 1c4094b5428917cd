import type { PackageContents } from '../../engine/package-contents.ts'

/** One solution of a package with what matters about it. */
export interface PackagedSolution {
  readonly archive: PackageContents
  readonly files: ReadonlySet<string>
  readonly hasConnectorNode: boolean
  readonly hasWorkflowNode: boolean
  readonly hasPluginNode: boolean
  /** Names of the folders at its root, in lower case. */
  readonly folders: ReadonlySet<string>
  /** A node or a folder of a plug-in. */
  readonly hasPlugin: boolean
  /** False for an archive that could not be opened. */
  readonly isReadable: boolean
}

/** True for an archive that looks like the outer one, or at least not like one of those within. */
export function isOutermost({ entries, solution }: PackageContents): boolean {
  if (solution !== undefined) return false
  const files = entries.filter((entry) => !entry.isFolder && !entry.isPlatformJunk)
  const hasOwnFile = files.some(({ path }) => !path.includes('/') && /\.(?:zip|md)$/i.test(path))
  return hasOwnFile || !files.some(({ path }) => /^pkgassets\//i.test(path))
}

/** The package within the outer archive, or the archive itself when it is the package. */
export function innerPackageOf(contents: PackageContents): PackageContents | undefined {
  if (contents.solution !== undefined) return undefined
  if (!isOutermost(contents)) return contents
  const inner = contents.archives.filter((archive) => archive.solution === undefined && archive.entries.length > 0)
  return inner.find((archive) => assetsOf(archive) !== undefined) ?? inner[0]
}

/** The folder the solutions stand in: PkgAssets, or the only one there is. */
export function assetsOf({ entries }: PackageContents): string | undefined {
  const folders = new Set<string>()
  for (const { path, isFolder, isPlatformJunk } of entries) {
    const slash = path.indexOf('/')
    if (!isPlatformJunk && (slash > 0 || isFolder)) folders.add(slash > 0 ? path.slice(0, slash) : path)
  }
  const named = [...folders].find((folder) => folder.toLowerCase() === 'pkgassets')
  return named ?? (folders.size === 1 ? [...folders][0] : undefined)
}

/** The solutions right in that folder of a package. */
export function solutionsIn(inner: PackageContents, assets: string): readonly PackagedSolution[] {
  return inner.archives
    .filter(({ path }) => path.startsWith(`${assets}/`) && !path.slice(assets.length + 1).includes('/'))
    .map(describe)
}

function describe(archive: PackageContents): PackagedSolution {
  const { files = [], nodes = [], folders = [] } = archive.solution ?? {}
  const has = (pattern: RegExp): boolean => nodes.some((node) => pattern.test(node))
  const names = new Set(folders.map((folder) => folder.toLowerCase()))
  const hasPluginNode = has(/^aicopilot_aiplugins?$/i)
  return {
    archive,
    files: new Set(files.map((file) => file.toLowerCase())),
    hasConnectorNode: has(/^connectors?$/i),
    hasWorkflowNode: has(/^workflows?$/i),
    hasPluginNode,
    folders: names,
    hasPlugin: hasPluginNode || names.has('aiplugins') || names.has('aipluginoperations'),
    isReadable: archive.entries.length > 0,
  }
}
