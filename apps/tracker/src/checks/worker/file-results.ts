import { roleOfPath } from '@sevenstep/connector-schema'
import { countFindings, type DraftFinding } from '@sevenstep/findings'
import type { FileResult } from './messages.ts'
import type { FoundSubject } from './rooms/connector.ts'
import { pathWithin } from './upload.ts'

/** Files beside a connector's own are named up to this many; a folder of pictures need not fill the page. */
const mostOthers = 20

/** How each file of a connector fared: its own files first, then files it lacks, then those that lie beside. */
export function fileResults(
  { path, connector, isArchive, uploadOf }: FoundSubject,
  findings: readonly DraftFinding[],
  isOneOfMany: boolean,
): readonly FileResult[] {
  const found = new Map<string, DraftFinding[]>()
  for (const finding of findings) {
    const known = found.get(finding.file)
    if (known === undefined) found.set(finding.file, [finding])
    else known.push(finding)
  }
  const own = connector.paths.filter((file) => roleOfPath(file) !== undefined || found.has(file))
  // Advice to add a file says nothing of one that nobody handed in.
  const isLacking = (file: string): boolean => found.get(file)?.some(({ severity }) => severity !== 'info') === true
  const named = [...found.keys()].filter((file) => !connector.paths.includes(file) && isLacking(file)).sort()
  const others = connector.paths.filter((file) => !own.includes(file)).slice(0, mostOthers)
  const shownPath = (file: string): string => {
    if (isArchive) return pathWithin(path, file)
    return uploadOf(file)?.path ?? (isOneOfMany && path !== '.' ? `${path.replace(/^\.\//, '')}/${file}` : file)
  }
  return [...own, ...named, ...others].map((file) => {
    const { error, warning, info } = countFindings(found.get(file) ?? [])
    return { path: shownPath(file), errors: error, warnings: warning, notes: info, judged: !others.includes(file) }
  })
}
