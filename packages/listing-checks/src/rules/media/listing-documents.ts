import type { JsonNode } from '@sevenstep/located-json'
import { limitOf } from '../../data/field-limits.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { entriesAt, textAt } from '../fields.ts'

/** Documents that customers and reviewers open. */
export const listingDocuments = defineRuleFamily({
  id: 'listing-documents',
  group: 'Media',
  rules: {
    'document-count': {
      title: 'One to three supporting documents.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        none: {
          what: 'The listing has no supporting document.',
          why: 'Partner Center demands one.',
          fix: 'Add a PDF, a leaflet or white paper, and name it under "media.documents".',
        },
        found: {
          what: 'There are {count} supporting documents, where {limit} are taken.',
          why: 'Partner Center has no place for more.',
          fix: 'Keep the {limit} that help customers decide.',
        },
      },
    },
    'document-title': {
      title: 'Every supporting document has a title.',
      setting: 'error',
      sources: ['saas-listing'],
      messages: {
        found: { what: 'The document has no title.', why: 'It is what customers click.', fix: 'Say what it is.' },
        file: {
          what: 'The document names no file.',
          why: 'There is nothing to upload.',
          fix: 'Name a PDF of the folder under "file".',
        },
      },
    },
    'document-pdf': {
      title: 'Every document is a PDF.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        found: {
          what: '"{path}" is no PDF.',
          why: 'Only PDFs are taken, whatever the file’s name ends in.',
          fix: 'Export the document as PDF; a new ending alone changes nothing.',
        },
      },
    },
    'document-readable': {
      title: 'Every document can be read by everybody.',
      setting: 'error',
      sources: ['listing-criteria'],
      messages: {
        broken: {
          what: '"{path}" is broken: {fault}.',
          why: 'Whoever opens it sees an error.',
          fix: 'Export it anew, and copy the whole file.',
        },
        locked: {
          what: '"{path}" is encrypted.',
          why: 'Reviewers and customers cannot open it, or cannot copy from it.',
          fix: 'Export it without a password and without restrictions.',
        },
        empty: {
          what: '"{path}" has no page that can be counted.',
          why: 'It would be shown empty.',
          fix: 'Export it anew, and look at it before you add it.',
        },
      },
    },
  },
  check(context) {
    const { subject, edition, report } = context
    const { root } = subject.offer
    const documents = entriesAt(root, 'media', 'documents')
    const limit = limitOf('documents', edition)
    const at = root.nearest('media', 'documents')
    if (documents.length === 0) report('document-count', at, { message: 'none' })
    else if (documents.length > limit) report('document-count', at, { data: { count: documents.length, limit } })
    for (const document of documents) {
      if (textAt(document, 'title') === undefined) report('document-title', document)
      const file = textAt(document, 'file')?.node
      if (file === undefined) report('document-title', document, { message: 'file' })
      else judgeDocument(context, file)
    }
    const others = [
      ['testDrive', 'userManual'],
      ['certification', 'functionalDocument'],
    ]
    for (const path of others) {
      const other = textAt(root, ...path)?.node
      if (other !== undefined) judgeDocument(context, other)
    }
  },
})

function judgeDocument({ subject, report }: CheckContext, node: JsonNode): void {
  const path = String(node.value)
  const document = subject.offer.document(path)
  if (document === undefined) return
  if (!document.isPdf) {
    // What leads a reviewer through the app may be a Word document as well.
    if (node.key !== 'functionalDocument') report('document-pdf', node, { data: { path } })
  } else if (document.fault !== undefined) {
    report('document-readable', node, { message: 'broken', data: { path, fault: document.fault } })
  } else if (document.isEncrypted) report('document-readable', node, { message: 'locked', data: { path } })
  else if (document.pages === 0) report('document-readable', node, { message: 'empty', data: { path } })
}
