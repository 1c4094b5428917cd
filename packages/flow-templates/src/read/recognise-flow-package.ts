import { isArchive, openArchive } from '@sevenstep/package-archives'
import type { GivenFile } from '../model/package-file.ts'

/** What a package turned out to be. */
export type FlowPackageKind = 'export' | 'solution'

/**
 * Tells by its content whether something is an exported flow or a solution, so that a caller that has other kinds of
 * files too knows whom to ask; nothing for anything else. Unpacks one entry at most. What it recognises may still be
 * broken: `readPackage` says how.
 */
export function recogniseFlowPackage(input: Uint8Array | readonly GivenFile[]): FlowPackageKind | undefined {
  const files = input instanceof Uint8Array ? entriesOf(input) : input.map(asLazy)
  const byPath = new Map(files.map((file) => [file.path.toLowerCase(), file]))
  const isSolution = byPath.has('solution.xml') || byPath.has('other/solution.xml')
  const manifest = byPath.get('manifest.json')
  const isExport = manifest !== undefined && (hasFlows(byPath.keys()) || listsFlows(manifest.text()))
  // Marks of both are a fault that reading reports; the export's are the rarer ones.
  return isExport ? 'export' : isSolution ? 'solution' : undefined
}

interface LazyFile {
  readonly path: string
  readonly text: () => string
}

/** What is looked at of a manifest. */
const enough = 1_000_000

function entriesOf(bytes: Uint8Array): readonly LazyFile[] {
  if (!isArchive(bytes)) return []
  return openArchive(bytes).entries.flatMap(({ path, isFolder, isPlatformJunk, size, bytes: unpack }) => {
    if (isFolder || isPlatformJunk) return []
    const text = () => {
      const content = size > enough ? undefined : unpack()
      return content?.ok === true ? new TextDecoder().decode(content.bytes) : ''
    }
    return [{ path, text }]
  })
}

function asLazy({ path, content }: GivenFile): LazyFile {
  const text = () => (typeof content === 'string' ? content : new TextDecoder().decode(content.subarray(0, enough)))
  return { path, text }
}

function hasFlows(paths: Iterable<string>): boolean {
  for (const path of paths) if (/^microsoft\.(?:flow|powerapps)\//.test(path)) return true
  return false
}

/** Apps for Teams and others have a manifest of that name too. */
function listsFlows(manifest: string): boolean {
  return /"resources"\s*:\s*\{/.test(manifest) && /"Microsoft\.(?:Flow|PowerApps)\//i.test(manifest)
}
