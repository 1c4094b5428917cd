import {
  checkHostPage,
  describeRules,
  hostFactsFormat,
  mendHostPage,
  type GivenFile as PageFile,
  type ReadHostPage,
  readHostPage,
  recogniseHostPage,
  ruleFamilies,
} from '@sevenstep/flow-embed/checks'
import { parseTyped } from '@sevenstep/flow-embed/typescript'
import { partFacts } from '../../part-facts.ts'
import { type GivenFile, handedIn, shownPath, type Upload } from '../upload.ts'
import { foldersOf, shownFolder } from './given-files.ts'
import type { JudgedSubject, KnownBeside, Room } from './room.ts'

const pageFile = /\.(?:x?html?|[cm]?js|[cm]?tsx?|jsx|vue|svelte)$/i
/** Types and tests of scripts, which no page runs. */
const besidePages = /\.(?:d\.[cm]?ts|(?:test|spec)\.[cm]?[jt]sx?)$/i

/** Pages and scripts that show widgets or the gallery; those handed in together belong together, as do those of one zip. */
export const hostPageRoom: Room = {
  name: 'flow-embed',
  find(upload) {
    const sites = sitesOf(upload).filter(({ pages }) => recogniseHostPage(pages, { parseTyped }) !== undefined)
    if (sites.length === 0) return undefined
    return {
      taken: sites.flatMap(({ files }) => [...files.values()]),
      judge(known) {
        const read = sites.map((site) => ({ ...site, read: readHostPage(site.pages, { parseTyped }) }))
        return {
          subjects: read.map((site) => judged(site, known)),
          trouble: [],
          facts: (subjects) =>
            partFacts({ subjects, rules: describeRules(known.edition), families: ruleFamilies, lacks: 'all' }),
        }
      },
      mend: () =>
        sites.flatMap(({ pages, files, isArchive }) =>
          isArchive
            ? []
            : mendHostPage(pages, { parseTyped }).map((file) => ({
                ...file,
                path: files.get(file.path)?.path ?? file.path,
              })),
        ),
    }
  },
}

/** Pages and scripts that belong together, by their paths below the folder that holds them all. */
interface Site {
  readonly path: string
  readonly place: string
  readonly isArchive: boolean
  readonly files: ReadonlyMap<string, GivenFile>
  readonly pages: readonly PageFile[]
}

/** What was handed in loose, and what came in each archive; without the folders of tools. */
function sitesOf(upload: Upload): readonly Site[] {
  const [root] = foldersOf(upload.free)
  const byArchive = new Map<GivenFile['archive'], GivenFile[]>()
  for (const file of root?.files().values() ?? []) {
    if (!pageFile.test(file.path) || besidePages.test(file.path)) continue
    const group = byArchive.get(file.archive)
    if (group === undefined) byArchive.set(file.archive, [file])
    else group.push(file)
  }
  return [...byArchive].map(([archive, group]) => {
    const place = folderOfAll(group.map(({ path }) => path))
    const files = new Map(group.map((file) => [file.path.slice(place === '' ? 0 : place.length + 1), file]))
    const pages = [...files].map(([path, file]): PageFile => ({ path, text: upload.text(file).text }))
    return { path: shownFolder(place, archive), place, isArchive: archive !== undefined, files, pages }
  })
}

/** The innermost folder that holds all files; empty for the root. */
function folderOfAll(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1))
  let length = first.length
  for (const other of others) {
    const end = first.findIndex((step, at) => step !== other[at])
    if (end >= 0) length = Math.min(length, end)
  }
  return first.slice(0, length).join('/')
}

function judged(
  site: Site & { readonly read: ReadHostPage },
  { edition, reported, handingOn }: KnownBeside,
): JudgedSubject {
  const { read, files, place, isArchive } = site
  const [first, ...more] = read.files
  const only = more.length === 0 && first !== undefined ? files.get(first.path) : undefined
  const facts = reported?.hostFactsFor(place, hostFactsFormat)
  const { subject } = checkHostPage(read, {
    path: only === undefined ? site.path : shownPath(only.path, only.archive),
    withEdits: true,
    ...(edition !== undefined && { edition }),
    ...(facts !== undefined && { facts }),
    ...(handingOn !== undefined && { handedOn: handingOn.facts }),
  })
  return {
    draft: subject,
    files: read.files.map((file) => file.path),
    isArchive,
    textOf: (name) => read.files.find((file) => file.path === name)?.text,
    uploadOf(name) {
      const file = files.get(name)
      return file && handedIn(file)
    },
  }
}
