import { type Connector, fileNames, type GivenFile, readConnector, roleOfPath } from '@sevenstep/connector-schema'
import { type ArchiveContents, readConnectorArchive } from '@sevenstep/connector-schema/archives'
import type { RuleRoom } from '@sevenstep/onboarding'
import type { ArchiveBudget } from '@sevenstep/package-archives'
import type { ReadingTrouble, UploadedFile } from './messages.ts'
import { allRooms } from './rooms/all-rooms.ts'
import { uploadBudget } from './rooms/given-files.ts'
import type { FoundInRoom } from './rooms/room.ts'
import {
  connectorFolders,
  filesOfFolder,
  knownNames,
  startsLikeZip,
  type UploadFolder,
  uploadTree,
} from './upload-tree.ts'

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
  /** Where a mended file belongs; nothing for what came out of an archive. */
  readonly isArchive: boolean
}

/** What was found in what was handed in. */
export interface FoundSubjects {
  readonly subjects: readonly FoundSubject[]
  readonly trouble: readonly ReadingTrouble[]
}

/** What files are: connectors, or something that another room judges. */
export type FoundKind = FoundSubjects | { readonly room: RuleRoom; readonly found: FoundInRoom }

/**
 * Tells by their content what files are. Connectors come first: whatever else lies beside one is one of its files. What
 * nobody knows is refused in the words for connectors. Never throws.
 */
export function findKind(files: readonly UploadedFile[]): FoundKind {
  const connectors = findSubjects(files)
  if (connectors.subjects.length > 0) return connectors
  for (const room of allRooms) {
    const found = room.find(files)
    if (found !== undefined) return { room: room.name, found }
  }
  return connectors
}

/**
 * Finds the connectors in files that were handed in, just as the command line does below the same paths: folders by
 * their files, zips by their first bytes, one file alone by its name or content. Never throws.
 */
function findSubjects(files: readonly UploadedFile[]): FoundSubjects {
  const [only] = files
  if (files.length === 1 && only !== undefined && !only.path.includes('/')) return findInFile(only, uploadBudget())
  const tree = uploadTree(files)
  const subjects: FoundSubject[] = []
  const trouble: ReadingTrouble[] = []
  const tops = tree.files.size > looseZips(tree).length ? [tree] : [...tree.folders.values()]
  for (const top of tops) {
    for (const folder of connectorFolders(top)) subjects.push(folderSubject(folder, top === tree))
  }
  // One account for all archives: many small ones must not add up to a large one.
  const budget = uploadBudget()
  for (const file of looseZips(tree)) {
    const found = findInArchive(file, budget)
    subjects.push(...found.subjects)
    trouble.push(...found.trouble)
  }
  if (subjects.length === 0 && trouble.length === 0) trouble.push(noConnector(tops[0]?.path ?? ''))
  return { subjects, trouble }
}

/** Zips at the top; one that bears the name of a connector's file is taken for that file. */
function looseZips(tree: UploadFolder): readonly UploadedFile[] {
  return [...tree.files]
    .filter(([name, { bytes }]) => startsLikeZip(bytes) && roleOfPath(name) === undefined)
    .map(([, file]) => file)
}

function folderSubject(folder: UploadFolder, isBelowRoot: boolean): FoundSubject {
  const listed = filesOfFolder(folder)
  const given = listed.map(
    ([path, { bytes }]): GivenFile => ({ path, content: roleOfPath(path) === undefined ? undefined : bytes }),
  )
  const uploads = new Map(listed)
  const shown = folder.path === '' ? '.' : isBelowRoot ? `./${folder.path}` : folder.path
  return {
    path: shown,
    kind: 'connector',
    connector: readConnector(given, { name: nameOf(folder.path), isWholeFolder: true }),
    isWholeFolder: true,
    uploadOf: (file) => uploads.get(file),
    isArchive: false,
  }
}

function findInFile(file: UploadedFile, budget: ArchiveBudget): FoundSubjects {
  if (startsLikeZip(file.bytes)) return findInArchive(file, budget)
  const role = roleOfPath(file.path) ?? roleOfContent(file.bytes)
  if (role === undefined) return { subjects: [], trouble: [notAConnectorFile(file.path)] }
  const connector = readConnector([{ path: fileNames[role], content: file.bytes }], { name: file.path })
  const uploadOf = (path: string) => (path === fileNames[role] ? file : undefined)
  const subject = { path: file.path, kind: 'file', connector, isWholeFolder: false, uploadOf, isArchive: false }
  return { subjects: [subject], trouble: [] }
}

/** A JSON file under another name: a definition or properties, told by what stands at its top level. */
function roleOfContent(bytes: Uint8Array): 'definition' | 'properties' | undefined {
  const { definition } = readConnector([{ path: fileNames.definition, content: bytes }])
  if (definition === undefined) return undefined
  const { node } = definition
  if (node.member('swagger') ?? node.member('openapi') ?? node.member('paths')) return 'definition'
  return node.member('properties')?.kind === 'object' ? 'properties' : undefined
}

function findInArchive(file: UploadedFile, budget: ArchiveBudget): FoundSubjects {
  const { kind, connectors, contents, problems } = readConnectorArchive(file.bytes, {
    name: nameOf(file.path),
    budget,
  })
  const subjects = connectors.map(
    (connector, at): FoundSubject => ({
      path: connectors.length === 1 ? file.path : `${file.path}!${connector.name || at + 1}`,
      kind,
      connector,
      isWholeFolder: true,
      // What the package as a whole lacks is said once, with its first connector.
      ...(at === 0 && { contents }),
      uploadOf: () => file,
      isArchive: true,
    }),
  )
  // What costs nothing (a name that Windows could not write, say) is for the rules about packages to judge.
  const grave = problems.filter((problem) => !('effect' in problem) || problem.effect !== 'none')
  const trouble = grave.map((problem) => {
    const { what, why, fix, archive } = problem
    return problem.code === 'no-connector' ? noConnector(archive) : { path: archive, what, why, fix }
  })
  return { subjects, trouble }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function noConnector(path: string): ReadingTrouble {
  return {
    path,
    what: 'There is no connector in these files, and nothing else that is checked here.',
    why: `A connector is a folder with ${fileNames.definition} and ${fileNames.properties}; neither was found here or further down. ${otherKinds}`,
    fix: 'Give one of these: the folder it is in, a zip of it, or the file itself.',
  }
}

function notAConnectorFile(path: string): ReadingTrouble {
  return {
    path,
    what: 'This is neither a connector’s file nor a zip, and nothing else that is checked here.',
    why: `Of connectors, ${knownNames}, zips, and JSON that looks like a definition or properties are known. ${otherKinds}`,
    fix: 'Give one of these, or the folder they are in.',
  }
}

/** What else is told by its content, for a sentence. */
const otherKinds =
  'Known besides are app manifests, pages and scripts that show widgets of Power Automate, exported flows and solutions, reports of “sevenstep deploy”, lists of licences as JSON or CSV, and folders with offer.json or offer.yaml.'
