import {
  checkLicences,
  describeRules,
  findLicenceLists,
  licensingFactsFormat,
  readLicenceFile,
  ruleFamilies,
} from '@sevenstep/licensing-checks'
import { partFacts } from '../../part-facts.ts'
import { type GivenFile, handedIn, shownPath, type Upload } from '../upload.ts'
import { startsLikeZip } from '../upload-tree.ts'
import { shownFolder } from './given-files.ts'
import type { FactSubject, JudgedSubject, KnownBeside, Room } from './room.ts'

/** Lists of customers' licences and flows as JSON or CSV; those of one folder are one customer's. */
export const licencesRoom: Room = {
  name: 'licensing-checks',
  find(upload) {
    const candidates = upload.free
      .filter((file) => mayBeList(upload, file))
      .map((file) => ({ file, path: file.path, text: () => upload.text(file).text }))
    const lists = findLicenceLists(candidates).map(({ file }) => file)
    if (lists.length === 0) return undefined
    return {
      taken: lists,
      lessons: () => byFolder(lists).map((group) => ({ from: pathOf(group), isCustomer: true as const })),
      judge(known) {
        const customers = byFolder(lists).map((group) => judged(upload, group, known))
        return {
          subjects: customers.map(({ subject }) => subject),
          trouble: [],
          facts: (subjects) =>
            partFacts({
              subjects: besideComplete(subjects),
              rules: describeRules(known.edition),
              families: ruleFamilies,
              lacks: 'all',
              isFit: ({ message }) =>
                !customers.some(({ people }) => people.some((name) => message.what.includes(name))),
            }),
        }
      },
    }
  },
}

/** Rules that say which kind of list is not there. */
const listRules: ReadonlySet<string> = new Set([
  'licence-subscriptions-listed',
  'licence-users-listed',
  'licence-flows-listed',
])

/** Beside a customer of whom all lists are there, a list that another has none of says nothing against an item. */
function besideComplete(subjects: readonly FactSubject[]): readonly FactSubject[] {
  const isOfList = ({ ruleId }: FactSubject['findings'][number]): boolean => listRules.has(ruleId)
  if (!subjects.some(({ findings }) => !findings.some(isOfList))) return subjects
  return subjects.map((subject) => ({ ...subject, findings: subject.findings.filter((one) => !isOfList(one)) }))
}

/** A customer’s lists, judged, and whom they name. */
interface Customer {
  readonly subject: JudgedSubject
  readonly people: readonly string[]
}

function byFolder(lists: readonly GivenFile[]): readonly (readonly GivenFile[])[] {
  const groups = new Map<string, GivenFile[]>()
  for (const list of lists) {
    const group = groups.get(folderOf(list))
    if (group === undefined) groups.set(folderOf(list), [list])
    else group.push(list)
  }
  return [...groups.values()]
}

function folderOf({ path }: GivenFile): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** A list alone is named as it was handed in, several by their folder. */
function pathOf([first, ...more]: readonly GivenFile[]): string {
  if (first === undefined) return '.'
  return more.length > 0 ? shownFolder(folderOf(first), first.archive) : shownPath(first.path, first.archive)
}

function mayBeList(upload: Upload, file: GivenFile): boolean {
  return !startsLikeZip(file.bytes) && (upload.isAlone || /\.(?:json|csv|tsv|txt)$/i.test(file.path))
}

function judged(
  upload: Upload,
  lists: readonly GivenFile[],
  { today, edition, reported, handingOn }: KnownBeside,
): Customer {
  const [first, ...more] = lists
  const folder = first === undefined ? '' : folderOf(first)
  // A list alone is named as it was handed in; several are named below their folder.
  const nameOf = (file: GivenFile): string =>
    more.length === 0 || folder === '' ? shownPath(file.path, file.archive) : file.path.slice(folder.length + 1)
  const read = lists.map((file) => {
    const { text, isUtf8 } = upload.text(file)
    return { given: file, file: readLicenceFile(nameOf(file), text, { isUtf8 }) }
  })
  const path = pathOf(lists)
  const facts = reported?.factsFor('licensing-checks', folder, licensingFactsFormat) ?? {}
  const { subject: draft, licensing } = checkLicences(
    read.map(({ file }) => file),
    {
      path,
      facts,
      ...(edition !== undefined && { edition }),
      ...(today !== undefined && { today }),
      ...(handingOn !== undefined && { handedOn: handingOn.facts }),
    },
  )
  const named = (name: string) => read.find(({ given }) => nameOf(given) === name)
  const subject: JudgedSubject = {
    draft,
    files: lists.map(nameOf),
    isPersonal: true,
    isArchive: more.length > 0 && first?.archive !== undefined,
    textOf: (name) => named(name)?.file.file.text,
    uploadOf(name) {
      const list = named(name)
      return list && handedIn(list.given)
    },
  }
  return { subject, people: licensing.users.map(({ name }) => name) }
}
