import type { ConnectorArchive } from '@sevenstep/connector-schema/archives'
import { problemInWords } from '../archive-problem-words.ts'
import type { ReadingTrouble } from '../messages.ts'
import { isGrave } from '../open-archives.ts'
import { type GivenFile, handedIn, shownPath, type Upload } from '../upload.ts'
import type { FoundSubject } from './connector.ts'

/** What archives of an upload hold of connectors. */
export interface ConnectorArchives {
  readonly subjects: readonly FoundSubject[]
  readonly trouble: readonly ReadingTrouble[]
}

/**
 * The connectors in archives. One that lies in a folder beside or above a connector's own folder is left alone unless it is
 * a solution: mostly it was made of that folder, and would only say everything twice.
 */
export function connectorArchives({ archives, free }: Upload, folders: readonly string[]): ConnectorArchives {
  const found = free.flatMap((file): readonly ConnectorArchives[] => {
    const archive = archives.connectors.get(file)
    const isRepeated = archive !== undefined && archive.kind !== 'solution' && isBeside(file, folders)
    return archive === undefined || isRepeated ? [] : [findInArchive(file, archive)]
  })
  return { subjects: found.flatMap(({ subjects }) => subjects), trouble: found.flatMap(({ trouble }) => trouble) }
}

function isBeside({ path }: GivenFile, folders: readonly string[]): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return folder !== '' && folders.some((other) => `${other}/`.startsWith(folder))
}

function findInArchive(file: GivenFile, { kind, connectors, contents, problems }: ConnectorArchive): ConnectorArchives {
  const path = shownPath(file.path, file.archive)
  const subjects = connectors.map(
    (connector, at): FoundSubject => ({
      path: connectors.length === 1 ? path : `${path}!${connector.name || at + 1}`,
      kind,
      connector,
      isWholeFolder: true,
      // What the package as a whole lacks is said once, with its first connector.
      ...(at === 0 && { contents }),
      uploadOf: () => handedIn(file),
      // A solution may hold flows, too, which another room judges.
      taken: kind === 'solution' ? [] : [file],
      beside: [],
      isArchive: true,
    }),
  )
  return { subjects, trouble: problems.filter(isGrave).map((problem) => ({ ...problemInWords(problem), path })) }
}
