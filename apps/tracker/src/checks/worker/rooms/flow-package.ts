import { decodeText } from '@sevenstep/connector-schema'
import { type FlowPackage, type PackageReading, readPackage, recogniseFlowPackage } from '@sevenstep/flow-templates'
import { checkFlowPackage, describeRules, ruleFamilies } from '@sevenstep/flow-templates/checks'
import { type MendedText, mendText } from '@sevenstep/rule-engine'
import { partFacts } from '../../part-facts.ts'
import type { ReadingTrouble, UploadedFile } from '../messages.ts'
import { startsLikeZip } from '../upload-tree.ts'
import { foldersOf, outermost, shownFolder, uploadBudget } from './given-files.ts'
import type { JudgedSubject, Room } from './room.ts'

/** Exported flows and solutions, each a zip or a folder, judged as templates. */
export const flowPackageRoom: Room = {
  name: 'flow-templates',
  find(files) {
    const given = [...zipsIn(files), ...foldersIn(files)]
    if (given.length === 0) return undefined
    return {
      judge() {
        const readings = given.map((one) => ({ ...one, reading: one.read() }))
        const isExport = readings.some(({ reading }) => reading.package?.kind === 'export')
        return {
          subjects: readings.map(({ reading, ...rest }) => judged(reading, rest)),
          trouble: readings.flatMap(({ path, reading }) => (reading.package?.flows.length === 0 ? [noFlow(path)] : [])),
          facts: (subjects) =>
            partFacts(subjects, describeRules(), ruleFamilies, (family) => family === 'export-manifest' && !isExport),
        }
      },
      mend: () =>
        given.flatMap(({ read, isArchive, uploadOf }) => {
          const flows = isArchive ? undefined : read().package
          return flows === undefined ? [] : mended(flows, uploadOf)
        }),
    }
  },
}

/** A package as it was handed in; it is unpacked when it is read. */
interface GivenPackage {
  readonly path: string
  readonly isArchive: boolean
  read(): PackageReading
  uploadOf(file: string): UploadedFile | undefined
}

function zipsIn(files: readonly UploadedFile[]): readonly GivenPackage[] {
  // One account for all archives: many small ones must not add up to a large one.
  const budget = uploadBudget()
  return files
    .filter(({ bytes }) => startsLikeZip(bytes) && recogniseFlowPackage(bytes) !== undefined)
    .map((file) => ({
      path: file.path,
      isArchive: true,
      read: () => readPackage(file.bytes, { name: file.path, budget }),
      uploadOf: () => file,
    }))
}

function foldersIn(files: readonly UploadedFile[]): readonly GivenPackage[] {
  const marked = outermost(foldersOf(files), (folder) => {
    const names = [...folder.names].map((name) => name.toLowerCase())
    if (!['solution.xml', 'manifest.json', 'other'].some((name) => names.includes(name))) return false
    return recogniseFlowPackage(contentsOf(folder.files())) !== undefined
  })
  return marked.map((folder) => {
    const inside = folder.files()
    const name = shownFolder(folder.path)
    return {
      path: name,
      isArchive: false,
      read: () => readPackage(contentsOf(inside), { name }),
      uploadOf: (file) => inside.get(file),
    }
  })
}

function contentsOf(files: ReadonlyMap<string, UploadedFile>) {
  return [...files].map(([path, { bytes }]) => ({ path, content: bytes }))
}

function judged(reading: PackageReading, { path, isArchive, uploadOf }: Omit<GivenPackage, 'read'>): JudgedSubject {
  const { subject } = checkFlowPackage(reading, { path, withEdits: true })
  const read = reading.package
  return {
    draft: subject,
    files: read === undefined ? [] : textFiles(read),
    isArchive,
    textOf(name) {
      const file = read?.files.find((one) => one.path === name)
      return file === undefined ? undefined : decodeText(name, file.bytes).text
    },
    uploadOf,
  }
}

/** The files that hold flows and say what is in the package. */
function textFiles({ manifest, flows }: FlowPackage): readonly string[] {
  return [...new Set([manifest.file, ...flows.map(({ file }) => file)].map(({ path }) => path))]
}

function mended(flows: FlowPackage, uploadOf: GivenPackage['uploadOf']): readonly MendedText[] {
  return textFiles(flows).flatMap((path): MendedText[] => {
    const upload = uploadOf(path)
    if (upload === undefined) return []
    const { text, isUtf8 } = decodeText(path, upload.bytes)
    const changed = isUtf8
      ? mendText(path, text, {
          check: (current) =>
            checkFlowPackage(withChanged(flows, path, current), { withEdits: 'automatic' }).subject.findings,
          isWorthMending: ({ severity }) => severity !== 'info',
        })
      : undefined
    return changed === undefined ? [] : [{ ...changed, path: upload.path }]
  })
}

function withChanged({ files, name }: FlowPackage, path: string, text: string): PackageReading {
  const given = files.filter(({ isFolder }) => !isFolder)
  return readPackage(
    given.map((file) => ({ path: file.path, content: file.path === path ? text : file.bytes })),
    { name },
  )
}

function noFlow(path: string): ReadingTrouble {
  return {
    path,
    what: `There is no flow in ${path}.`,
    why: 'A package or solution without a flow can be no template, and nothing else in it is checked here.',
    fix: 'Export the flow itself, or a solution that holds it.',
  }
}
