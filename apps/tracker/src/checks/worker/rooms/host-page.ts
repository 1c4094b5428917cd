import { decodeText } from '@sevenstep/connector-schema'
import {
  checkHostPage,
  describeRules,
  type GivenFile,
  mendHostPage,
  type ReadHostPage,
  readHostPage,
  recogniseHostPage,
  ruleFamilies,
} from '@sevenstep/flow-embed/checks'
import { partFacts } from '../../part-facts.ts'
import type { UploadedFile } from '../messages.ts'
import { foldersOf } from './given-files.ts'
import type { JudgedSubject, Room } from './room.ts'

const pageFile = /\.(?:x?html?|[cm]?js|[cm]?tsx?|jsx|vue|svelte)$/i

/** Pages and scripts that show widgets or the gallery; those handed in together belong together. */
export const hostPageRoom: Room = {
  name: 'flow-embed',
  find(files) {
    const site = siteOf(files)
    const given = [...site].map(([path, { bytes }]): GivenFile => ({ path, text: decodeText(path, bytes).text }))
    if (recogniseHostPage(given) === undefined) return undefined
    return {
      judge() {
        const read = readHostPage(given)
        return {
          subjects: [judged(read, site)],
          trouble: [],
          facts: (subjects) => partFacts(subjects, describeRules(), ruleFamilies, (id) => hasNothing(id, read)),
        }
      },
      mend: () => mendHostPage(given).map((file) => ({ ...file, path: site.get(file.path)?.path ?? file.path })),
    }
  },
}

/** The pages and scripts by their paths; without the folders of tools. */
function siteOf(files: readonly UploadedFile[]): ReadonlyMap<string, UploadedFile> {
  const [root] = foldersOf(files)
  return new Map([...(root?.files() ?? [])].filter(([path]) => pageFile.test(path)))
}

/** Families that look at more than widgets. */
const ofAnyPage: ReadonlySet<string> = new Set([
  'content-policy',
  'frame-attributes',
  'isolation',
  'message-origin',
  'page-https',
  'script-readable',
  'token-exposure',
])

/** True for a family about widgets where none is shown, and for that about the gallery where there is none. */
function hasNothing(family: string, { page }: ReadHostPage): boolean {
  if (family === 'gallery-address') return page.galleries.length === 0
  const { sdkReferences, creations, renderings } = page
  return !ofAnyPage.has(family) && sdkReferences.length + creations.length + renderings.length === 0
}

function judged(read: ReadHostPage, site: ReadonlyMap<string, UploadedFile>): JudgedSubject {
  const [first, ...more] = read.files
  const path = more.length === 0 ? (first?.path ?? '.') : '.'
  const { subject } = checkHostPage(read, { path, withEdits: true })
  return {
    draft: subject,
    files: read.files.map((file) => file.path),
    isArchive: false,
    textOf: (name) => read.files.find((file) => file.path === name)?.text,
    uploadOf: (name) => site.get(name),
  }
}
