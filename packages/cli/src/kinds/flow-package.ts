import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type FlowPackage, type PackageReading, readPackage, recogniseFlowPackage } from '@sevenstep/flow-templates'
import { checkFlowPackage, describeRules, lessonOfPackage, profiles } from '@sevenstep/flow-templates/checks'
import { readPackagePath } from '@sevenstep/flow-templates/node'
import type { Source } from '../check/source.ts'
import type { FoundFile, FoundFolder, FoundInFiles, LaterKind } from './kind.ts'
import { entryOf } from './later-kinds.ts'
import { type ChangedFile, type RoomParts, roomOptions, roomSource } from './room-source.ts'

/** Exported flows and solutions, each an archive or its folder. */
export const flowPackageKind: LaterKind = {
  inFolder(folder) {
    const kind = kindOfFolder(folder)
    return kind === undefined ? undefined : packageSource(folder, { folder: folder.absolute }, kind)
  },
  async inFiles(files) {
    const packages = files.flatMap(found)
    const texts = files.filter(isText)
    if (texts.length === 0) return packages
    const { submissionsIn } = await import('./template-submission.ts')
    return [...packages, ...texts.flatMap(submissionsIn)]
  },
  async describeRules() {
    const { describeSubmissionRules } = await import('@sevenstep/flow-templates/submission')
    return [...describeRules(), ...describeSubmissionRules()]
  },
  pages: async () => (await import('@sevenstep/flow-templates/pages')).rulePages,
}

/** The file of a submission begins as JSON does. */
function isText(file: FoundFile): boolean {
  return file.bytes()[0] !== 0x50
}

function found(file: FoundFile): readonly FoundInFiles[] {
  const kind = recogniseFlowPackage(file.bytes())
  if (kind === undefined) return []
  const source = packageSource(file, { archive: file.absolute }, kind)
  return source === undefined ? [] : [{ source, files: [file] }]
}

/** Solutions that are judged for their connectors, and hold no flow, are no flow package. */
function packageSource(
  given: FoundFolder | FoundFile,
  at: RoomParts['at'],
  seen: 'export' | 'solution',
): Source | undefined {
  let last: PackageReading = readPackagePath(given.absolute)
  let isJustRead = true
  let readFacts: typeof import('./read-flow-facts.ts').readFlowFacts | undefined
  const flows = last.package?.flows.length ?? 0
  if (flows === 0 && 'isJudged' in given && given.isJudged) return undefined
  // What cannot be read is what its names say.
  const isSolution = (last.package?.kind ?? seen) === 'solution'
  const what = isSolution ? 'a solution' : 'an exported package'
  return roomSource({
    entry: entryOf('flow-package'),
    path: given.path,
    kind: isSolution ? 'flow solution' : 'flow package',
    recognised:
      last.package === undefined
        ? what
        : `${what} with ${flows === 0 ? 'no flows' : flows === 1 ? '1 flow' : `${flows} flows`}`,
    at,
    reads: (last.package?.files ?? []).map(({ path }) => join(given.absolute, path)),
    mendable: () => ('folder' in at && last.package !== undefined ? mendableFiles(last.package) : []),
    async prepare({ facts }) {
      if (facts !== undefined) readFacts = (await import('./read-flow-facts.ts')).readFlowFacts
    },
    check(judging, changed) {
      const { flags, console } = judging.run
      // It was found a moment ago; only mending may have written to it since.
      if (!isJustRead || flags.fix) last = readPackagePath(given.absolute)
      isJustRead = false
      if (changed !== undefined && last.package !== undefined) last = withChanged(last.package, changed)
      return checkFlowPackage(last, {
        path: given.path,
        ...roomOptions(judging, profiles, judging.settings.configuration.flowPackage),
        ...(flags.facts !== undefined && readFacts && { facts: readFacts(flags.facts, console.folder) }),
      })
    },
    lesson(judging) {
      if (judging.run.flags.fix) last = readPackagePath(given.absolute)
      const { profile } = roomOptions(judging, profiles, judging.settings.configuration.flowPackage)
      return lessonOfPackage(last, { from: given.path, ...(profile !== undefined && { profile }) })
    },
    applied(judging) {
      const { profile = 'template', edition = 'current' } = roomOptions(
        judging,
        profiles,
        judging.settings.configuration.flowPackage,
      )
      return { profile, edition }
    },
    async drawings() {
      const { drawingsOfFlows } = await import('./drawings-of-flows.ts')
      return drawingsOfFlows(last.package?.flows ?? [])
    },
    textOf(path) {
      const file = last.package?.files.find((one) => one.path === path)
      return file === undefined ? undefined : new TextDecoder().decode(file.bytes)
    },
  })
}

function mendableFiles({ manifest, flows }: FlowPackage): readonly string[] {
  return [...new Set([manifest.file, ...flows.map(({ file }) => file)].map(({ path }) => path))]
}

function withChanged({ files, name }: FlowPackage, { path, text }: ChangedFile): PackageReading {
  const given = files.filter(({ isFolder }) => !isFolder)
  return readPackage(
    given.map((file) => ({ path: file.path, content: file.path === path ? text : file.bytes })),
    { name },
  )
}

/** Told without reading all of it: the names that were seen allow folders of other things, too. */
function kindOfFolder({ absolute }: FoundFolder): 'export' | 'solution' | undefined {
  const names = namesIn(absolute)
  if (names.has('solution.xml')) return 'solution'
  if (names.has('manifest.json')) return 'export'
  const other = names.get('other')
  return other !== undefined && namesIn(join(absolute, other)).has('solution.xml') ? 'solution' : undefined
}

function namesIn(folder: string): ReadonlyMap<string, string> {
  try {
    return new Map(readdirSync(folder).map((name) => [name.toLowerCase(), name]))
  } catch {
    return new Map()
  }
}
