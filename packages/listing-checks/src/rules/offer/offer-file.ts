import type { JsonNode } from '@sevenstep/located-json'
import { shapeIssues } from '@sevenstep/rule-engine/shape'
import { secretKeys } from '../../data/lead-destinations.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { readPng } from '../../media/read-png.ts'
import { offerSchema } from '../../offer/offer-schema.ts'
import { readsAsPath } from '../../offer/reads-as-path.ts'
import { hasPassword, isPlaceholder } from '../../text/text-checks.ts'
import { leavesOf, pathOf } from '../fields.ts'
import { isPlaceholderId } from './unfilled.ts'

const ours = 'Ours: the folder is our own form of an offer.'

/** Whether the offer's file can be read, means what its author thinks, and is finished. */
export const offerFile = defineRuleFamily({
  id: 'offer-file',
  group: 'Offer',
  rules: {
    'offer-readable': {
      title: 'The offer’s file can be read.',
      setting: 'error',
      sources: [],
      deviation: ours,
      messages: {
        found: { what: '{what}', why: 'What cannot be read cannot be checked.', fix: '{fix}' },
      },
    },
    'offer-shape': {
      title: 'Every field is one that an offer has, and holds what it should.',
      setting: 'error',
      sources: [],
      deviation: ours,
      messages: {
        unknown: {
          what: 'An offer has no field "{key}" here{guess}.',
          why: 'Nothing reads it, so what was meant by it is missing.',
          fix: 'Rename or remove it; the schema beside the package lists all fields.',
        },
        type: {
          what: '"{key}" should be {expected}.',
          why: 'It cannot be understood as it is.',
          fix: 'Write {expected} here.',
        },
      },
    },
    'offer-files-exist': {
      title: 'Every file the offer names is in its folder.',
      setting: 'error',
      sources: [],
      deviation: ours,
      messages: {
        found: {
          what: 'There is no file "{path}" in the folder.',
          why: 'It can neither be checked nor uploaded.',
          fix: 'Add the file, or mend the path: it begins at the folder, with "/" between folders, and case matters.',
        },
        outside: {
          what: '"{path}" leads out of the folder.',
          why: 'An offer is its folder; files elsewhere are not read.',
          fix: 'Put the file into the folder and name it from there.',
        },
      },
    },
    'offer-filled': {
      title: 'Nothing is left to fill in.',
      setting: 'error',
      sources: [],
      deviation: ours,
      messages: {
        found: {
          what: '"{path}" still waits for somebody to fill it in.',
          why: 'Customers would read it as it is.',
          fix: 'Write the real text in its place.',
        },
        file: {
          what: '"{file}" is the file that was made to be replaced.',
          why: 'Customers would see a placeholder.',
          fix: 'Put your own file in its place.',
        },
      },
    },
    'offer-no-secret': {
      title: 'The offer’s folder holds no secret.',
      setting: 'error',
      isSecret: true,
      sources: ['leads', 'test-drive-technical'],
      deviation: 'That they must not stand in a file is ours.',
      messages: {
        found: {
          what: '"{key}" holds a secret.',
          why: 'Folders are copied, mailed and kept in version control, where a secret stays for ever.',
          fix: 'Take it out, replace it where it is valid, and type the new one into Partner Center alone.',
        },
        access: {
          what: 'The address of "{key}" carries a signature that opens the storage to whoever reads it.',
          why: 'Folders are copied, mailed and kept in version control.',
          fix: 'Keep what stands before "?", write permissions and end under "access", and paste the whole address into Partner Center alone.',
        },
        credentials: {
          what: 'The address of "{key}" carries a password.',
          why: 'Customers would see it, and folders are copied, mailed and kept in version control.',
          fix: 'Write the address without user name and password, and change the password.',
        },
      },
    },
  },
  check(context) {
    const { offer } = context.subject
    for (const { what, fix, start, end } of offer.problems) {
      context.report('offer-readable', { file: offer.file, start, end }, { data: { what, fix } })
    }
    if (!offer.isReadable) return
    for (const { node, message, key, expected, guess, onKey } of shapeIssues(offer.root, offerSchema, 'the offer')) {
      if (onKey && secretKeys.has(key)) continue
      context.report('offer-shape', node, { message, onKey, data: { key, expected, guess } })
    }
    for (const leaf of leavesOf(offer.root)) judgeLeaf(context, leaf)
  },
})

function judgeLeaf({ subject: { offer }, report }: CheckContext, leaf: JsonNode): void {
  const { value } = leaf
  if (typeof value !== 'string' || value.trim() === '') return
  const key = leaf.key ?? leaf.parent?.key ?? ''
  if (secretKeys.has(key)) report('offer-no-secret', leaf, { data: { key } })
  else if (hasPassword(value)) report('offer-no-secret', leaf, { message: 'credentials', data: { key } })
  else if (/\b(?:AccountKey|SharedAccessKey)=[^;\s]{20}/.test(value)) report('offer-no-secret', leaf, { data: { key } })
  else if (/[?&]sig=[^&]{8}/.test(value)) report('offer-no-secret', leaf, { message: 'access', data: { key } })
  if (isPlaceholder(value) || isPlaceholderId(leaf)) report('offer-filled', leaf, { data: { path: pathOf(leaf) } })
  if (!readsAsPath(leaf)) return
  const path = value
  if (/^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)/i.test(path)) {
    report('offer-files-exist', leaf, { message: 'outside', data: { path } })
  } else if (!offer.files.has(path)) report('offer-files-exist', leaf, { data: { path } })
  else if (isMadeToBeReplaced(offer, path)) report('offer-filled', leaf, { message: 'file', data: { file: path } })
}

function isMadeToBeReplaced(offer: CheckContext['subject']['offer'], path: string): boolean {
  if (/\.png$/i.test(path)) return offer.image(path)?.isPlaceholder === true
  if (/\.pdf$/i.test(path)) return offer.document(path)?.isPlaceholder === true
  if (offer.package?.path !== path) return false
  const icons = [...offer.package.files.values()].filter((file) => file.path.endsWith('.png'))
  return icons.some(({ bytes }) => bytes !== undefined && readPng(bytes).isPlaceholder)
}
