import { statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import {
  checkHostPage,
  describeRules,
  type GivenFile,
  type HostFacts,
  hostFactsFormat,
  profiles,
  type ReadHostPage,
  type ReadOptions,
  readHostPage,
  readOptionsFor,
} from '@sevenstep/flow-embed/checks'
import type { Judging } from '../check/source.ts'
import { foundFile, readFileText } from './found-file.ts'
import { groupPages, type PageGroup } from './group-pages.ts'
import type { FoundFile, FoundInFiles, LaterKind } from './kind.ts'
import { embedMarks, entryOf } from './later-kinds.ts'
import { readFacts } from './read-facts.ts'
import { readHeadersFile } from './read-headers-file.ts'
import { roomOptions, roomSource } from './room-source.ts'

/** Pages that embed widgets or the gallery, with the scripts that belong to them. */
export const hostPageKind: LaterKind = {
  inFiles: async (files) => (await Promise.all(groupPages(files).map(found))).flat(),
  describeRules: () => describeRules(),
  pages: async () => (await import('@sevenstep/flow-embed/pages')).rulePages,
}

/** A host page among files that were named, with the scripts that it names; nothing where it shows nothing of Power Automate. */
async function found(group: PageGroup): Promise<readonly FoundInFiles[]> {
  const { folder, files, reading } = await withNamedScripts(group)
  const given = files.map((file) => ({ path: pathIn(folder, file), text: file.text() }))
  if (!given.some(({ text }) => embedMarks.test(text))) return []
  const first = readHostPage(given, reading)
  if (!first.isHostPage) return []
  const [one, ...more] = files
  const isOne = one !== undefined && more.length === 0
  const paths = given.map(({ path }) => path)
  const source = roomSource({
    entry: entryOf('host-page'),
    path: isOne ? one.path : group.path,
    kind: 'host page',
    recognised: recognised(given, first),
    at: isOne ? { file: one.absolute } : { folder },
    reads: files.map(({ absolute }) => absolute),
    mendable: () => paths,
    check(judging, changed) {
      const now = paths.map((path): GivenFile => ({ path, text: textNow(folder, path) }))
      const read = readHostPage(
        now.map((file) => (file.path === changed?.path ? changed : file)),
        reading,
      )
      return checkHostPage(read, optionsFor(judging))
    },
    applied(judging) {
      const { profile = 'production', edition = 'current' } = optionsFor(judging)
      return { profile, edition, files: paths }
    },
  })
  return [{ source, files: group.files }]
}

function optionsFor(judging: Judging) {
  const { flags, console } = judging.run
  const facts: HostFacts = {
    ...(flags.facts !== undefined && readFacts(flags.facts, console.folder, hostFactsFormat)),
    ...(flags.headers !== undefined && readHeadersFile(flags.headers, console.folder)),
  }
  const handedOn = judging.run.handingOn?.facts
  return {
    ...roomOptions(judging, profiles, judging.settings.configuration.hostPage),
    facts,
    ...(handedOn !== undefined && { handedOn }),
  }
}

/** How often scripts are looked for that the ones found before name. */
const mostRounds = 12

/** What was named by itself is judged with the scripts beside it that it names, and with those that these take in. */
async function withNamedScripts({ folder, files }: PageGroup): Promise<{
  readonly folder: string
  readonly files: readonly FoundFile[]
  readonly reading: ReadOptions
}> {
  const textsOf = (all: readonly FoundFile[]) => all.map((file) => ({ path: pathIn(folder, file), text: file.text() }))
  let all = files
  let reading = await readOptionsFor(textsOf(all))
  if (!files.some(({ isNamed }) => isNamed)) return { folder, files, reading }
  const known = new Set(files.map(({ absolute }) => absolute))
  for (let round = 0; round < mostRounds; round++) {
    const { page } = readHostPage(textsOf(all), reading)
    const more = page.missing.flatMap(({ paths }): readonly FoundFile[] => {
      const place = placeOf(paths, folder)
      if (place === undefined || known.has(place)) return []
      known.add(place)
      return [foundFile(place, place)]
    })
    if (more.length === 0) break
    all = [...all, ...more]
    reading = await readOptionsFor(textsOf(all))
  }
  return { folder, files: all, reading }
}

/** The first of some paths that is a file below the folder. */
function placeOf(paths: readonly string[], folder: string): string | undefined {
  return paths
    .map((path) => join(folder, ...path.split('/')))
    .find((place) => place.startsWith(folder) && statSync(place, { throwIfNoEntry: false })?.isFile() === true)
}

/** What was read, in words: pages, components and scripts, those inside pages too. */
function recognised(given: readonly GivenFile[], { page }: ReadHostPage): string {
  const pages = given.filter(({ path }) => /\.x?html?$/i.test(path)).length
  const inPages = page.scripts.filter(({ file }) => /\.x?html?$/i.test(file.path)).length
  const files = given.length - pages
  const shown = [
    ...(pages > 0 ? [pages === 1 ? 'a host page' : `${pages} host pages`] : []),
    ...(files > 0 || inPages === 0 ? [counted(files, 'script')] : []),
    ...(inPages > 0 ? [`${counted(inPages, 'script')} in ${pages === 1 ? 'it' : 'them'}`] : []),
  ]
  const [first = '', ...rest] = shown
  return rest.length === 0 ? `${first} of a host page` : `${first} with ${rest.join(' and ')}`
}

function pathIn(folder: string, { absolute }: FoundFile): string {
  return relative(folder, absolute).split(sep).join('/')
}

function textNow(folder: string, path: string): string {
  try {
    return readFileText(join(folder, path)).text
  } catch {
    // Gone since it was found: what needs it says that it is missing.
    return ''
  }
}

function counted(count: number, word: string): string {
  return `${count === 0 ? 'no' : count} ${word}${count === 1 ? '' : 's'}`
}
