import { checkConnector, describeRules, mendConnector, type Profile } from '@sevenstep/certification-rules'
import {
  type Connector,
  fileNames,
  type GivenFile as NamedContent,
  readConnector,
  roleOfContent,
  roleOfPath,
  textFilesOf,
} from '@sevenstep/connector-schema'
import type { ArchiveContents } from '@sevenstep/connector-schema/archives'
import type { DraftSubject } from '@sevenstep/findings'
import { familyFacts } from '../../family-facts.ts'
import { fileResults } from '../file-results.ts'
import type { ReadingTrouble, UploadedFile } from '../messages.ts'
import { type GivenFile, handedIn, shownPath, type Upload } from '../upload.ts'
import { connectorFolders, filesOfFolder, startsLikeZip, type UploadFolder, uploadTree } from '../upload-tree.ts'
import { connectorArchives } from './connector-archives.ts'
import type { JudgedSubject, Room } from './room.ts'

/** A connector that was found, as the command line would have named it. */
export interface FoundSubject {
  readonly path: string
  readonly kind: string
  readonly connector: Connector
  readonly isWholeFolder: boolean
  /** What the archive holds, for the rules about packages. */
  readonly contents?: ArchiveContents
  /** The file that was handed in, for a path inside the connector. */
  readonly uploadOf: (file: string) => UploadedFile | undefined
  /** The files of its own, which other rooms leave alone. */
  readonly taken: readonly UploadedFile[]
  /** What else lies in its folder. */
  readonly beside: readonly UploadedFile[]
  /** Where a mended file belongs; nothing for what came out of an archive. */
  readonly isArchive: boolean
}

/** Connectors: folders by their files, zips by what is in them, one file alone by its name or content. */
export const connectorRoom: Room = {
  name: 'certification-rules',
  find(upload) {
    const { subjects, trouble } = findConnectors(upload)
    if (subjects.length === 0) return undefined
    return {
      taken: subjects.flatMap(({ taken }) => taken),
      beside: subjects.flatMap(({ beside }) => beside),
      judge: ({ profile }) => ({
        subjects: judged(subjects, profile),
        trouble,
        facts: (finished) => familyFacts(finished, describeRules()),
        operations: subjects.reduce((sum, { connector }) => sum + (connector.definition?.operations.length ?? 0), 0),
      }),
      mend: ({ profile }) =>
        subjects.flatMap(({ path, connector, isArchive, isWholeFolder, uploadOf }) => {
          if (isArchive) return []
          return mendConnector(connector, { path, profile, isWholeFolder }).flatMap((file) => {
            const mended = uploadOf(file.path)
            return mended === undefined ? [] : [{ ...file, path: mended.path }]
          })
        }),
    }
  },
}

function findConnectors(upload: Upload): {
  readonly subjects: readonly FoundSubject[]
  readonly trouble: readonly ReadingTrouble[]
} {
  const [only] = upload.free
  if (upload.isAlone && only !== undefined && !only.path.includes('/') && !startsLikeZip(only.bytes)) {
    return { subjects: subjectOfFile(only), trouble: [] }
  }
  const tree = uploadTree(upload.free)
  const isBelowRoot = [...tree.files].some(
    ([name, { bytes }]) => !startsLikeZip(bytes) || roleOfPath(name) !== undefined,
  )
  const folders = connectorFolders(tree)
  const archives = connectorArchives(
    upload,
    folders.map(({ path }) => path),
  )
  const subjects = [...folders.map((folder) => folderSubject(folder, isBelowRoot)), ...archives.subjects]
  // An archive that could not be read may hold one more, so that those found here may not be all.
  const unread = upload.archives.unread.filter(({ path }) => !path.includes('/'))
  return { subjects, trouble: [...archives.trouble, ...unread] }
}

function folderSubject(folder: UploadFolder, isBelowRoot: boolean): FoundSubject {
  const archive = archiveOf(folder)
  // What an archive in the folder holds is not in the folder.
  const listed = filesOfFolder(folder).filter(([, file]) => file.archive === archive)
  const given = listed.map(
    ([path, { bytes }]): NamedContent => ({ path, content: roleOfPath(path) === undefined ? undefined : bytes }),
  )
  const uploads = new Map(listed)
  const shown = folder.path === '' ? '.' : isBelowRoot ? `./${folder.path}` : folder.path
  return {
    path: archive === undefined ? shown : shownPath(folder.path, archive),
    kind: 'connector',
    connector: readConnector(given, { name: nameOf(folder.path), isWholeFolder: true }),
    isWholeFolder: true,
    uploadOf: (file) => mapped(uploads.get(file)),
    taken: listed.filter(([path]) => roleOfPath(path) !== undefined).map(([, file]) => file),
    beside: listed.filter(([path]) => roleOfPath(path) === undefined).map(([, file]) => file),
    isArchive: archive !== undefined,
  }
}

/** The archive that the folder's own files came in. */
function archiveOf({ files }: UploadFolder): UploadedFile | undefined {
  return [...files.values()][0]?.archive
}

function mapped(file: GivenFile | undefined): UploadedFile | undefined {
  return file && handedIn(file)
}

function subjectOfFile(file: GivenFile): readonly FoundSubject[] {
  const role = roleOfPath(file.path) ?? roleOfContent(file.bytes)
  if (role === undefined) return []
  const connector = readConnector([{ path: fileNames[role], content: file.bytes }], { name: file.path })
  const uploadOf = (path: string) => (path === fileNames[role] ? file : undefined)
  return [
    {
      path: file.path,
      kind: 'file',
      connector,
      isWholeFolder: false,
      uploadOf,
      taken: [file],
      beside: [],
      isArchive: false,
    },
  ]
}

function* judged(subjects: readonly FoundSubject[], profile: Profile): Generator<JudgedSubject> {
  for (const subject of subjects) {
    yield {
      draft: checkSubject(subject, profile),
      files: [],
      isArchive: subject.isArchive,
      textOf: textsOf(subject),
      uploadOf: subject.uploadOf,
      fileResults: (findings) => fileResults(subject, findings, subjects.length > 1),
    }
  }
}

/** Exactly as the command line does it. */
function checkSubject({ path, kind, connector, contents }: FoundSubject, profile: Profile): DraftSubject {
  const isPackage = kind === 'certification-package'
  const { subject } = checkConnector(connector, {
    path,
    profile,
    ...(isPackage && { target: 'package' }),
    ...(isPackage && contents !== undefined && { contents }),
    withEdits: true,
  })
  return { ...subject, kind }
}

function textsOf({ connector }: FoundSubject): (file: string) => string | undefined {
  const texts = new Map(textFilesOf(connector).map(({ path, text }) => [path, text]))
  return (file) => texts.get(file)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
