import { decodeText } from '@sevenstep/connector-schema'
import type { DraftSubject } from '@sevenstep/findings'
import {
  type FlowPackage,
  type PackageFlow,
  type PackageReading,
  readPackage,
  recogniseFlowPackage,
} from '@sevenstep/flow-templates'
import {
  checkFlowPackage,
  describeRules,
  flowFactsFormat,
  lessonOfPackage,
  ruleFamilies,
} from '@sevenstep/flow-templates/checks'
import { type MendedText, mendText } from '@sevenstep/rule-engine'
import { partFacts } from '../../part-facts.ts'
import type { UploadedFile } from '../messages.ts'
import { type GivenFile, handedIn, shownPath, type Upload } from '../upload.ts'
import { startsLikeZip } from '../upload-tree.ts'
import { drawFlows } from './draw-flows.ts'
import { foldersOf, outermost, shownFolder, uploadBudget } from './given-files.ts'
import { checkLoneFlow, loneFlowIn } from './lone-flow.ts'
import { noFlow } from './no-flow.ts'
import type { JudgedSubject, KnownBeside, Room } from './room.ts'

/** Exported flows and solutions, each a zip or a folder, and flows by themselves, judged as templates. */
export const flowPackageRoom: Room = {
  name: 'flow-templates',
  find(upload) {
    const packages = [...zipsIn(upload), ...foldersIn(upload)]
    const inPackages = new Set(packages.flatMap(({ taken }) => taken))
    const alone = upload.free.filter((file) => !inPackages.has(file)).flatMap((file) => aloneIn(upload, file))
    // A solution that holds connectors and no flow says nothing of this step, and is judged for them.
    const given = [...packages.filter((one) => !one.isOfConnectors || one.read().package?.flows.length !== 0), ...alone]
    if (given.length === 0) return undefined
    return {
      taken: given.flatMap(({ taken }) => taken),
      lessons: () => given.flatMap((one) => lessonOfPackage(one.read(), { from: one.path }) ?? []),
      judge(known) {
        const read = given.map((one) => ({ ...one, reading: one.read() }))
        return {
          subjects: read.filter(isOfFlows).map((one) => judged(one, known)),
          trouble: [],
          idle: read.filter((one) => !isOfFlows(one)).map(noFlow),
          facts: (subjects) =>
            partFacts({ subjects, rules: describeRules(known.edition), families: ruleFamilies, lacks: 'all' }),
          drawings: (isSecret) => drawFlows(read.flatMap(flowsOf), isSecret),
        }
      },
      mend: () =>
        packages.flatMap(({ read, isArchive, uploadOf }) => {
          const flows = isArchive ? undefined : read().package
          return flows === undefined ? [] : mended(flows, uploadOf)
        }),
    }
  },
}

/** A package as it was handed in; it is unpacked when it is first read. */
export interface GivenPackage {
  readonly path: string
  /** The folder it lies in or is, for facts beside it. */
  readonly place: string
  readonly isArchive: boolean
  /** Its connectors are judged by another room. */
  readonly isOfConnectors: boolean
  readonly taken: readonly GivenFile[]
  read(): PackageReading
  /** For what is no package of its own. */
  check?(options: CheckOptions): DraftSubject
  textOf?(file: string): string | undefined
  uploadOf(file: string): UploadedFile | undefined
}

type CheckOptions = NonNullable<Parameters<typeof checkFlowPackage>[1]>
type ReadFlows = GivenPackage & { readonly reading: PackageReading }

/** What could not be read at all is judged, too: it is told why. */
function isOfFlows({ reading }: ReadFlows): boolean {
  return reading.package?.flows.length !== 0
}

function flowsOf({ path, reading }: ReadFlows): readonly { readonly subject: string; readonly flow: PackageFlow }[] {
  return (reading.package?.flows ?? []).map((flow) => ({ subject: path, flow }))
}

function zipsIn({ free, archives }: Upload): readonly GivenPackage[] {
  // One account for all archives: many small ones must not add up to a large one.
  const budget = uploadBudget()
  return free
    .filter(({ bytes }) => startsLikeZip(bytes) && recogniseFlowPackage(bytes) !== undefined)
    .map((file) => {
      const path = shownPath(file.path, file.archive)
      return {
        path,
        place: file.path,
        isArchive: true,
        isOfConnectors: archives.connectors.has(file),
        taken: [file],
        read: once(() => readPackage(file.bytes, { name: path, budget })),
        uploadOf: () => handedIn(file),
      }
    })
}

function foldersIn({ free }: Upload): readonly GivenPackage[] {
  const marked = outermost(foldersOf(free), (folder) => {
    const names = [...folder.names].map((name) => name.toLowerCase())
    if (!['solution.xml', 'manifest.json', 'other'].some((name) => names.includes(name))) return false
    return recogniseFlowPackage(contentsOf(folder.files())) !== undefined
  })
  return marked.map((folder) => {
    const files = folder.files()
    const archive = [...files.values()][0]?.archive
    const path = shownFolder(folder.path, archive)
    return {
      path,
      place: folder.path,
      isArchive: archive !== undefined,
      isOfConnectors: false,
      taken: [...files.values()],
      read: once(() => readPackage(contentsOf(files), { name: path })),
      uploadOf: (name) => uploadNamed(files, name),
    }
  })
}

function aloneIn(upload: Upload, file: GivenFile): readonly GivenPackage[] {
  const flow = loneFlowIn(upload, file)
  if (flow === undefined) return []
  const path = shownPath(file.path, file.archive)
  return [
    {
      path,
      place: file.path,
      isArchive: false,
      isOfConnectors: false,
      taken: [file],
      read: () => flow.reading,
      check: (options) => checkLoneFlow(flow, path, options),
      textOf: () => upload.text(file).text,
      uploadOf: () => handedIn(file),
    },
  ]
}

function uploadNamed(files: ReadonlyMap<string, GivenFile>, name: string): UploadedFile | undefined {
  const file = files.get(name)
  return file && handedIn(file)
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function contentsOf(files: ReadonlyMap<string, UploadedFile>) {
  return [...files].map(([path, { bytes }]) => ({ path, content: bytes }))
}

function judged(given: ReadFlows, { edition, reported }: KnownBeside): JudgedSubject {
  const { path, place, reading, isArchive, uploadOf } = given
  const facts = reported?.factsFor('flow-templates', place, flowFactsFormat)
  const options: CheckOptions = {
    path,
    withEdits: true,
    ...(edition !== undefined && { edition }),
    ...(facts !== undefined && { facts }),
  }
  const read = reading.package
  return {
    draft: given.check?.(options) ?? checkFlowPackage(reading, options).subject,
    files: given.check !== undefined ? [path] : read === undefined ? [] : textFiles(read),
    isArchive,
    textOf(name) {
      if (given.textOf !== undefined) return given.textOf(name)
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
