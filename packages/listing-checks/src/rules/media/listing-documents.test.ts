import { testRuleFamily } from '../../testing/offer-room.ts'
import { listingDocuments } from './listing-documents.ts'

testRuleFamily(listingDocuments, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'document count',
      given: {
        offer: {
          media: {
            documents: [
              { title: 'A', file: 'documents/overview.pdf' },
              { title: 'B', file: 'documents/overview.pdf' },
              { title: 'C', file: 'documents/overview.pdf' },
            ],
          },
        },
      },
    },
    {
      name: 'document title',
      given: { offer: { media: { documents: [{ title: 'A', file: 'documents/overview.pdf' }] } } },
    },
  ],
  fails: [
    {
      name: 'document count',
      given: {
        offer: {
          media: {
            documents: [
              { title: 'A', file: 'documents/overview.pdf' },
              { title: 'B', file: 'documents/overview.pdf' },
              { title: 'C', file: 'documents/overview.pdf' },
              { title: 'D', file: 'documents/overview.pdf' },
            ],
          },
        },
      },
      finds: [{ rule: 'document-count', at: '/media/documents' }],
    },
    {
      name: 'document title',
      given: { offer: { media: { documents: [{ file: 'documents/overview.pdf' }] } } },
      finds: [{ rule: 'document-title', at: '/media/documents/0' }],
    },
    {
      name: 'document pdf',
      given: { offer: {}, files: { 'documents/overview.pdf': 'A text with the name of a PDF.\n' } },
      finds: [{ rule: 'document-pdf', at: '/media/documents/0/file' }],
    },
    {
      name: 'document readable',
      given: { offer: {}, files: { 'documents/overview.pdf': '%PDF-1.4 and nothing more\n' } },
      finds: [{ rule: 'document-readable', at: '/media/documents/0/file' }],
    },
    {
      name: 'none',
      given: { offer: { media: { documents: null } } },
      finds: [{ rule: 'document-count', at: '/media' }],
    },
    {
      name: 'no file named',
      given: { offer: { media: { documents: [{ title: 'A' }] } } },
      finds: [{ rule: 'document-title', at: '/media/documents/0' }],
    },
    {
      name: 'no pages',
      given: {
        offer: {},
        files: { 'documents/overview.pdf': '%PDF-1.4\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n' },
      },
      finds: [
        {
          rule: 'document-readable',
          at: '/media/documents/0/file',
          what: '"documents/overview.pdf" has no page that can be counted.',
        },
      ],
    },
    {
      name: 'locked',
      given: {
        offer: {},
        files: {
          'documents/overview.pdf': '%PDF-1.4\n<< /Type /Page >>\ntrailer << /Encrypt 4 0 R >>\nstartxref\n9\n%%EOF\n',
        },
      },
      finds: [
        { rule: 'document-readable', at: '/media/documents/0/file', what: '"documents/overview.pdf" is encrypted.' },
      ],
    },
  ],
})
