import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import {
  checkHostPage,
  describeRules,
  type GivenFile,
  type HostFacts,
  hostFactsFormat,
  profiles,
  readHostPage,
  recogniseHostPage,
} from '@sevenstep/flow-embed/checks'
import type { Judging } from '../check/source.ts'
import { foundFile, readFileText } from './found-file.ts'
import { groupPages, type PageGroup } from './group-pages.ts'
import type { FoundFile, FoundInFiles, LaterKind } from './kind.ts'
import { entryOf } from './later-kinds.ts'
import { readFacts } from './read-facts.ts'
import { readHeadersFile } from './read-headers-file.ts'
import { roomOptions, roomSource } from './room-source.ts'

/** Pages that embed widgets or the gallery, with the scripts that belong to them. */
export const hostPageKind: LaterKind = {
  inFiles: (files) => groupPages(files).flatMap(found),
  describeRules: () => describeRules(),
  pages: async () => (await import('@sevenstep/flow-embed/pages')).rulePages,
}

/** A host page among files that were named, with the scripts that it names; nothing where it shows nothing of Power Automate. */
function found(group: PageGroup): readonly FoundInFiles[] {
  const { folder, files } = withNamedScripts(group)
  const given = files.map((file) => ({ path: pathIn(folder, file), text: file.text() }))
  if (recogniseHostPage(given) === undefined) return []
  const [first, ...more] = files
  const isOne = first !== undefined && more.length === 0
  const paths = given.map(({ path }) => path)
  const pages = paths.filter((path) => /\.x?html?$/i.test(path)).length
  const source = roomSource({
    entry: entryOf('host-page'),
    path: isOne ? first.path : group.path,
    kind: 'host page',
    recognised: `${pages === 1 ? 'a host page' : `${pages} host pages`} with ${counted(paths.length - pages, 'script')}`,
    at: isOne ? { file: first.absolute } : { folder },
    reads: files.map(({ absolute }) => absolute),
    mendable: () => paths,
    check(judging, changed) {
      const now = paths.map((path): GivenFile => ({ path, text: textNow(folder, path) }))
      const read = readHostPage(now.map((file) => (file.path === changed?.path ? changed : file)))
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
  return { ...roomOptions(judging, profiles, judging.settings.configuration.hostPage), facts }
}

/** A page that was named by itself is judged with the scripts beside it that it names. */
function withNamedScripts({ folder, files }: PageGroup): {
  readonly folder: string
  readonly files: readonly FoundFile[]
} {
  if (!files.some(({ isNamed }) => isNamed)) return { folder, files }
  const { page } = readHostPage(files.map((file) => ({ path: pathIn(folder, file), text: file.text() })))
  const known = new Set(files.map(({ absolute }) => absolute))
  const more = page.missing.flatMap(({ address, at, isLocal }): readonly FoundFile[] => {
    const place = isLocal ? placeOf(address, at.file.path, folder) : undefined
    if (place === undefined || known.has(place)) return []
    known.add(place)
    return [foundFile(place, place)]
  })
  return { folder, files: [...files, ...more] }
}

function placeOf(address: string, page: string, folder: string): string | undefined {
  try {
    const { pathname } = new URL(address, new URL(page.split('/').map(encodeURIComponent).join('/'), 'file:///'))
    const place = join(folder, ...decodeURIComponent(pathname).split('/'))
    return place.startsWith(folder) && existsSync(place) ? place : undefined
  } catch {
    return undefined
  }
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
