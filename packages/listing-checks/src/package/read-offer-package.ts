import { type ArchiveEntry, type ArchiveProblem, createBudget, openArchive } from '@sevenstep/package-archives'
import type { InnerPackage, OfferPackage, PackageFile, PackageSolution } from './offer-package.ts'
import { childOf, readXml } from './read-xml.ts'

const mostXmlBytes = 4_000_000

/** Reads the AppSource package of an offer. Never throws; one budget covers it and the archives in it. */
export function readOfferPackage(path: string, bytes: Uint8Array): OfferPackage {
  const { entries, problems: ofArchive } = openArchive(bytes, { budget: createBudget(), name: path })
  const problems = [...ofArchive]
  const own = entries.filter(({ isFolder, isPlatformJunk }) => !isFolder && !isPlatformJunk)
  const files = new Map<string, PackageFile>()
  for (const entry of own) {
    const isArchive = entry.path.endsWith('.zip')
    files.set(entry.path, { path: entry.path, bytes: isArchive ? undefined : bytesOf(entry, problems) })
  }
  const nestedIn = commonFolder(own.map((entry) => entry.path))
  const find = (name: string) => own.find((entry) => entry.path === `${nestedIn ?? ''}${name}`)
  const inner = find('package.zip')
  return {
    path,
    problems,
    files,
    nestedIn,
    inputXml: readInput(path, find('input.xml') ?? own.find((entry) => /(^|\/)input\.xml$/i.test(entry.path))),
    inner: inner === undefined ? undefined : readInner(path, inner),
  }
}

/** The folder in which everything of the archive lies. */
function commonFolder(paths: readonly string[]): string | undefined {
  const folder = /^[^/]+\//.exec(paths[0] ?? '')?.[0]
  return folder !== undefined && paths.every((path) => path.startsWith(folder)) ? folder : undefined
}

/** The bytes of an entry; where they cannot be had, why is added to the problems. */
function bytesOf(entry: ArchiveEntry, problems?: ArchiveProblem[]): Uint8Array | undefined {
  const content = entry.bytes()
  if (content.ok) return content.bytes
  problems?.push(content.problem)
  return undefined
}

function readInput(archive: string, entry: ArchiveEntry | undefined): OfferPackage['inputXml'] {
  if (entry === undefined || entry.size > mostXmlBytes) return undefined
  const bytes = bytesOf(entry)
  if (bytes === undefined) return undefined
  const text = new TextDecoder('utf-8').decode(bytes)
  const file = { path: `${archive}/${entry.path}`, text, isUtf8: !text.includes('\uFFFD') }
  return { file, xml: readXml(text) }
}

function readInner(archive: string, entry: ArchiveEntry): InnerPackage {
  const { entries, problems } = entry.archive()
  const own = entries.filter(({ isFolder, isPlatformJunk }) => !isFolder && !isPlatformJunk)
  return {
    path: `${archive}/${entry.path}`,
    problems,
    paths: own.map((one) => one.path),
    solutions: own.filter((one) => one.path.toLowerCase().endsWith('.zip')).flatMap(readSolution),
  }
}

/** Reads what a package has to know of a solution; an archive that holds none is data, and no matter here. */
function readSolution(entry: ArchiveEntry): readonly PackageSolution[] {
  const { entries, problems } = entry.archive()
  const nothing = { path: entry.path, uniqueName: undefined, isManaged: undefined, languages: [] }
  const broken = problems.find(({ effect }) => effect === 'archive')
  if (broken !== undefined) return [{ ...nothing, fault: broken.what }]
  const file = entries.find((one) => one.path.toLowerCase() === 'solution.xml')
  if (file === undefined) return []
  const bytes = file.size > mostXmlBytes ? undefined : bytesOf(file)
  if (bytes === undefined) return [{ ...nothing, fault: 'Its "solution.xml" cannot be read.' }]
  const { root, fault } = readXml(new TextDecoder('utf-8').decode(bytes))
  if (fault !== undefined) return [{ ...nothing, fault: `Its "solution.xml" is broken: ${fault.what}.` }]
  const manifest = childOf(root, 'SolutionManifest')
  const managed = childOf(manifest, 'Managed')?.text.trim()
  const names = childOf(manifest, 'LocalizedNames')?.children ?? []
  const languages = [root?.attributes.languagecode, ...names.map(({ attributes }) => attributes.languagecode)]
  return [
    {
      path: entry.path,
      uniqueName: childOf(manifest, 'UniqueName')?.text.trim(),
      isManaged: managed === undefined ? undefined : managedStates.get(managed),
      languages: [...new Set(languages.filter((code): code is string => code !== undefined && code !== ''))],
    },
  ]
}

/** What `solution.xml` writes for unmanaged, managed, and the two packed together, which cannot be installed. */
const managedStates: ReadonlyMap<string, boolean> = new Map([
  ['0', false],
  ['1', true],
  ['2', false],
])
