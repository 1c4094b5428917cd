import { roleOfPath } from '@sevenstep/connector-schema'
import { foundFile } from '../kinds/found-file.ts'
import type { FoundFile, FoundFolder, FoundInFiles } from '../kinds/kind.ts'
import { laterKinds } from '../kinds/later-kinds.ts'
import type { Source } from './source.ts'
import { walkFolder } from './walk-folder.ts'

/** Finds what the steps after the first judge in a folder; the folders of connectors are left to step 1. */
export async function findOthersBelow(
  root: FoundFolder,
  connectorFolders: readonly string[],
): Promise<readonly Source[]> {
  const isConnector = new Set(connectorFolders)
  const whole: Source[] = []
  const files = await walkFolder(root, {
    async take(folder, names) {
      const source = await wholeFolder(folder, names)
      if (source !== undefined) whole.push(source)
      return source !== undefined
    },
  })
  const theirs = files.filter(({ name, absolute }) => {
    const folder = absolute.slice(0, -name.length - 1)
    return !isConnector.has(folder) || roleOfPath(name) === undefined
  })
  const { connectors, rest } = await takeSolutions(theirs)
  const found = await findOthers(rest)
  return [...whole, ...connectors, ...found.map(({ source }) => source)]
}

/** Connectors in solutions that lie in a folder as zips. Zips of connectors alone are left: mostly they were made of a folder beside them. */
async function takeSolutions(
  files: readonly FoundFile[],
): Promise<{ readonly connectors: readonly Source[]; readonly rest: readonly FoundFile[] }> {
  const connectors: Source[] = []
  const rest: FoundFile[] = []
  for (const file of files) {
    const own = isSolutionWithConnector(file) ? await connectorsIn(file) : []
    connectors.push(...own)
    rest.push(own.length > 0 ? { ...file, isJudged: true } : file)
  }
  return { connectors, rest }
}

function isSolutionWithConnector({ name, bytes }: FoundFile): boolean {
  if (!/\.zip$/i.test(name)) return false
  const content = Buffer.from(bytes())
  return content.includes('solution.xml') && content.includes('Connector/')
}

async function connectorsIn({ path, absolute, bytes }: FoundFile): Promise<readonly Source[]> {
  const { findInArchive } = await import('../kinds/connector-archive.ts')
  return (await findInArchive(path, absolute, bytes())).sources
}

/** A file that was named on the command line, and what was read of it. */
export interface NamedContent {
  readonly path: string
  readonly absolute: string
  readonly content: Uint8Array
  readonly isJudged: boolean
}

/** Something among the files that were named: which of them it is made of, by their places, and the first. */
export interface FoundInNamed {
  readonly source: Source
  readonly made: ReadonlySet<number>
  readonly first: number
}

/** Finds what there is among files that were named. */
export async function findInNamed(named: readonly NamedContent[]): Promise<readonly FoundInNamed[]> {
  const files = named.map((one) => foundFile(one.path, one.absolute, one))
  const found = await findOthers(files)
  return found.map(({ source, files: own }) => {
    const made = own.map((file) => files.indexOf(file))
    return { source, made: new Set(made), first: Math.min(...made) }
  })
}

/** Finds what there is among files that are no connector's. */
async function findOthers(files: readonly FoundFile[]): Promise<readonly FoundInFiles[]> {
  const all: FoundInFiles[] = []
  const taken = new Set<FoundFile>()
  for (const entry of laterKinds) {
    const candidates = entry.candidates?.(files.filter((file) => !taken.has(file))) ?? []
    if (candidates.length === 0) continue
    const { inFiles } = await entry.load()
    for (const found of (await inFiles?.(candidates)) ?? []) {
      all.push(found)
      for (const file of found.files) taken.add(file)
    }
  }
  return all
}

/** The folder as one thing of a later step, where it is one. */
async function wholeFolder(folder: FoundFolder, names: ReadonlySet<string>): Promise<Source | undefined> {
  for (const entry of laterKinds.filter(({ mayBeFolder }) => mayBeFolder?.(names) === true)) {
    const source = (await entry.load()).inFolder?.(folder)
    if (source !== undefined) return source
  }
  return undefined
}
