import { decodeText } from '@sevenstep/connector-schema'
import {
  checkAppRegistration,
  describeRules,
  mendAppRegistration,
  readAppRegistration,
  ruleFamilies,
} from '@sevenstep/sign-in-checks'
import { familyFacts } from '../../family-facts.ts'
import { looseFile } from './given-files.ts'
import type { Room } from './room.ts'

/**
 * An app registration, alone. It is judged for production and by today's programme. What the application does is not
 * asked for, so rules about needed permissions say that they could not look, and people show those items.
 */
export const appRegistrationRoom: Room = {
  name: 'sign-in-checks',
  find(files) {
    const file = looseFile(files)
    if (file === undefined) return undefined
    const { path } = file
    const { text, isUtf8 } = decodeText(path, file.bytes)
    const read = readAppRegistration(path, text, isUtf8)
    if (read.registration === undefined) return undefined
    return {
      judge({ today }) {
        const { subject: draft } = checkAppRegistration(read, {
          path,
          withEdits: true,
          ...(today !== undefined && { today }),
        })
        return {
          subjects: [{ draft, files: [path], isArchive: false, textOf: () => text, uploadOf: () => file }],
          trouble: [],
          facts: (subjects) => familyFacts(subjects, describeRules(), ruleFamilies),
        }
      },
      mend() {
        const mended = isUtf8 ? mendAppRegistration(path, text) : undefined
        return mended === undefined ? [] : [mended]
      },
    }
  },
}
