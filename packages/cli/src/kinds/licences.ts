import { dirname, resolve } from 'node:path'
import {
  type Catalogue,
  checkLicences,
  describeRules,
  findLicenceLists,
  formatNames,
  knownCatalogue,
  licensingFactsFormat,
  profiles,
  type ReadLicenceFile,
  readLicenceFile,
  recogniseLicenceList,
} from '@sevenstep/licensing-checks'
import type { Judging } from '../check/source.ts'
import type { LoadedConfiguration } from '../configuration/load-configuration.ts'
import { loadCatalogue } from '../licences/load-catalogue.ts'
import { readFileText } from './found-file.ts'
import { groupsByFolder, pathOfGroup } from './group-files.ts'
import type { FoundFile, FoundInFiles, LaterKind } from './kind.ts'
import { entryOf } from './later-kinds.ts'
import { readFacts } from './read-facts.ts'
import { roomOptions, roomSource } from './room-source.ts'

/** Lists of a tenant's licences and flows; those of one folder are one tenant's and judged together. */
export const licencesKind: LaterKind = {
  inFiles: (files) => groupsByFolder(findLicenceLists(files)).map(found),
  describeRules: () => describeRules(),
  pages: async () => (await import('@sevenstep/licensing-checks/pages')).rulePages,
}

/** A list, read anew. */
export function readList(
  { name, absolute }: Pick<FoundFile, 'name' | 'absolute'>,
  catalogue?: Catalogue,
): ReadLicenceFile {
  const { text, isUtf8 } = readFileText(absolute)
  return readLicenceFile(name, text, { isUtf8, ...(catalogue !== undefined && { catalogue }) })
}

function found(files: readonly [FoundFile, ...FoundFile[]]): FoundInFiles {
  const [first, ...more] = files
  const format = recogniseLicenceList(first.text())
  const isOne = more.length === 0
  const recognised = isOne
    ? format === undefined
      ? 'a list of licences'
      : formatNames[format]
    : `${files.length} lists of one tenant’s licences`
  const source = roomSource({
    entry: entryOf('licences'),
    path: isOne ? first.path : pathOfGroup(first),
    kind: 'licence list',
    recognised,
    at: isOne ? { file: first.absolute } : { folder: dirname(first.absolute) },
    reads: files.map(({ absolute }) => absolute),
    check(judging) {
      const options = optionsFor(judging)
      const lists = files.map((file) => readList(file, options.catalogue))
      return checkLicences(lists, options)
    },
    lesson: () => ({ from: isOne ? first.path : pathOfGroup(first), isCustomer: true }),
    applied(judging) {
      const { profile = 'production', edition = 'current', catalogue = knownCatalogue() } = optionsFor(judging)
      return { profile, edition, catalogue: catalogue.version, lists: files.map(({ name }) => name) }
    },
  })
  return { source, files }
}

function optionsFor(judging: Judging) {
  const { flags, console, handingOn } = judging.run
  const { withEdits: _, ...options } = roomOptions(judging, profiles, judging.settings.configuration.licences)
  const catalogue = catalogueFor(flags.catalogue, judging.settings.loaded, console.folder)
  return {
    ...options,
    ...(catalogue !== undefined && { catalogue }),
    ...(handingOn !== undefined && { handedOn: handingOn.facts }),
    ...(flags.facts !== undefined && { facts: readFacts(flags.facts, console.folder, licensingFactsFormat) }),
  }
}

/**
 * The catalogue of products that is asked for: on the command line, else in the configuration; nothing for the one that
 * comes along.
 *
 * @throws Failure when it cannot be read.
 */
export function catalogueFor(
  given: string | undefined,
  loaded: LoadedConfiguration | undefined,
  folder: string,
): Catalogue | undefined {
  if (given !== undefined) return loadCatalogue(resolve(folder, given), given)
  const configured = loaded?.configuration.licences?.catalogue
  if (loaded === undefined || configured === undefined) return undefined
  return loadCatalogue(resolve(dirname(loaded.path), configured), configured)
}
