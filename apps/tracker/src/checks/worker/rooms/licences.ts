import { decodeText } from '@sevenstep/connector-schema'
import {
  checkLicences,
  describeRules,
  type Licensing,
  readLicenceFile,
  recogniseLicenceList,
  ruleFamilies,
} from '@sevenstep/licensing-checks'
import { partFacts } from '../../part-facts.ts'
import type { UploadedFile } from '../messages.ts'
import { startsLikeZip } from '../upload-tree.ts'
import type { JudgedSubject, KnownBeside, Room } from './room.ts'

/** Lists of a customer's licences and flows as JSON or CSV; those handed in together are one customer's. */
export const licencesRoom: Room = {
  name: 'licensing-checks',
  find(files) {
    const lists = files.filter(isList)
    if (lists.length === 0) return undefined
    return {
      judge(known) {
        const { subject, licensing } = judged(lists, known)
        return {
          subjects: [subject],
          trouble: [],
          facts: (subjects) => partFacts(subjects, describeRules(), ruleFamilies, (id) => hasNothing(id, licensing)),
        }
      },
    }
  },
}

/** True for a family that judges what none of the lists tells. */
function hasNothing(family: string, { users, subscriptions, flows }: Licensing): boolean {
  switch (family) {
    case 'assignment-sound':
    case 'plan-active':
    case 'same-identity':
    case 'usage-location':
      return users.length === 0
    case 'product-fit':
    case 'trials':
      return users.length === 0 && subscriptions.length === 0
    case 'subscription-state':
      return subscriptions.length === 0
    case 'flow-described':
    case 'requests-summed':
      return flows.length === 0
    case 'flows-covered':
      return users.length === 0 || flows.length === 0
    // What was ordered, and how the partner stands, is in none of the lists.
    case 'order-sound':
    case 'partner-standing':
      return true
    default:
      return false
  }
}

function isList({ path, bytes }: UploadedFile): boolean {
  return !startsLikeZip(bytes) && recogniseLicenceList(decodeText(path, bytes).text) !== undefined
}

function judged(lists: readonly UploadedFile[], { today }: KnownBeside) {
  const read = lists.map(({ path, bytes }) => {
    const { text, isUtf8 } = decodeText(path, bytes)
    return readLicenceFile(path, text, { isUtf8 })
  })
  const [first, ...more] = lists
  const path = more.length === 0 ? (first?.path ?? '.') : '.'
  const { subject: draft, licensing } = checkLicences(read, { path, ...(today !== undefined && { today }) })
  const subject: JudgedSubject = {
    draft,
    files: lists.map((list) => list.path),
    isArchive: false,
    textOf: (name) => read.find(({ file }) => file.path === name)?.file.text,
    uploadOf: (name) => lists.find((list) => list.path === name),
  }
  return { subject, licensing }
}
