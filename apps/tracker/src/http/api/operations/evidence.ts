import type { ItemId } from '@sevenstep/onboarding'
import { z } from 'zod'
import { readEvidenceVersions } from '../../../reads/api/read-evidence-versions.ts'
import { readEvidenceFile } from '../../../reads/evidence/read-evidence-file.ts'
import { addEvidence } from '../../../verbs/evidence/add-evidence.ts'
import { addEvidenceVersion } from '../../../verbs/evidence/add-evidence-version.ts'
import { InspectedFile, largestFile } from '../../../verbs/evidence/inspected-file.ts'
import { tooLarge } from '../../../verbs/evidence/refusals.ts'
import { submitEvidence } from '../../../verbs/evidence/submit-evidence.ts'
import { withdrawEvidence } from '../../../verbs/evidence/withdraw-evidence.ts'
import { invalidInput } from '../../../verbs/parse-input.ts'
import { lookAgain } from '../../../verbs/probes/look-again.ts'
import { attachmentHeaders } from '../../evidence/attachment-headers.ts'
import type { PostedForm } from '../../forms.ts'
import { apiChange } from '../change.ts'
import { apiFile, noChoice } from '../file.ts'
import type { JsonSchema } from '../json-schema.ts'
import type { Operation } from '../operation.ts'
import { isvPlaceOf } from '../product-schemas.ts'
import { evidenceSchema, probeSchema, tellEvidence } from '../proof-schemas.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf, scopeFor } from '../rows.ts'
import { named } from '../schemas.ts'
import { apiUpload } from '../upload.ts'

const changed = named('ChangedEvidence', z.object({ evidenceId: z.string() }))
const added = named('AddedEvidence', z.object({ evidenceId: z.string(), number: z.int(), isNew: z.boolean() }))
const ofItem = '/products/{productId}/items/{itemId}/evidence'

const ofItemIn = ({ productId = '', itemId = '' }: Readonly<Record<string, string>>) =>
  // What is no item's id matches no row.
  ({ productId, itemId: itemId as ItemId })

const location = ({ evidenceId }: { evidenceId: string }, { productId, itemId }: Readonly<Record<string, string>>) =>
  `/products/${productId}/items/${itemId}/evidence/${evidenceId}`

/** In JSON a link or a statement is handed in; files come as a form. */
function withoutFiles(body: JsonSchema): JsonSchema {
  const forms = body.properties?.content?.oneOf ?? []
  const content = { oneOf: forms.filter(({ properties }) => properties?.kind?.const !== 'file') }
  return { ...body, properties: { ...body.properties, content } }
}

const upload = {
  fields: {
    file: { type: 'string', contentMediaType: 'application/octet-stream' },
    submit: {
      type: 'string',
      enum: ['true', 'false'],
      description: 'Whether it is handed in at once; true unless given.',
    },
  },
  required: ['file'],
  largest: largestFile,
  tooLarge: () => tooLarge('20 MB'),
  prepare: async (form: PostedForm) => {
    const [file] = form.files('file')
    if (file === undefined) {
      throw invalidInput([{ field: 'file', message: { en: 'Send a file.', nl: 'Verstuur een bestand.' } }])
    }
    const content = {
      kind: 'file',
      file: await InspectedFile.inspect(file.name, new Uint8Array(await file.arrayBuffer())),
    }
    return { input: { content, submit: form.fields.submit !== 'false' }, prepared: undefined }
  },
  answer: added,
  status: 201,
  location,
} as const

/** What is handed in for an item. */
export const evidenceOperations: readonly Operation[] = [
  apiList({
    id: 'listEvidence',
    path: ofItem,
    tag: 'Evidence',
    summary: 'Evidence for an item with all its versions, newest first',
    place: 'product',
    allowed: ['product.read'],
    page: 'EvidencePage',
    row: evidenceSchema,
    read: async (asked) => {
      const where = ofItemIn(asked.params)
      const page = await pageOf(asked, 'evidence', { order: 'newest-first', where, people: [], tell: (row) => row })
      const versions = await readEvidenceVersions(asked.services.database, scopeFor(asked), page.rows)
      return { ...page, rows: page.rows.map((row) => tellEvidence(row, versions)) }
    },
  }),
  apiRead({
    id: 'readEvidence',
    path: `${ofItem}/{evidenceId}`,
    tag: 'Evidence',
    summary: 'One piece of evidence',
    place: 'product',
    allowed: ['product.read'],
    answer: evidenceSchema,
    version: (answer) => answer.version,
    read: async (asked) => {
      const where = { id: asked.params.evidenceId ?? '', ...ofItemIn(asked.params) }
      const row = await oneOf(asked, 'evidence', { where, people: [], tell: (found) => found })
      return tellEvidence(row, await readEvidenceVersions(asked.services.database, scopeFor(asked), [row]))
    },
  }),
  apiFile({
    id: 'downloadEvidence',
    path: `${ofItem}/{evidenceId}/versions/{number}/content`,
    tag: 'Evidence',
    summary: 'The bytes of one version',
    place: 'product',
    allowed: ['product.read'],
    query: noChoice,
    mediaType: 'application/octet-stream',
    read: async ({ services, place, params }) => {
      const { productId = '', itemId = '', evidenceId = '', number = '' } = params
      const asked = { productId, itemId, evidenceId, number: /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0 }
      const file = await readEvidenceFile(services, isvPlaceOf(place), asked)
      // A view on its own memory, so that nothing beside the file can go along.
      return new Response(new Uint8Array(file.content), { headers: attachmentHeaders(file) })
    },
  }),
  apiChange(addEvidence, {
    id: 'addEvidence',
    method: 'post',
    path: ofItem,
    tag: 'Evidence',
    summary: 'Hands in a link or a statement',
    place: 'product',
    narrow: withoutFiles,
    answer: added,
    location,
  }),
  apiUpload(addEvidence, {
    id: 'uploadEvidence',
    path: `${ofItem}/uploads`,
    tag: 'Evidence',
    summary: 'Hands in a file',
    place: 'product',
    ...upload,
  }),
  apiChange(addEvidenceVersion, {
    id: 'addEvidenceVersion',
    method: 'post',
    path: `${ofItem}/{evidenceId}/versions`,
    tag: 'Evidence',
    summary: 'Hands in a link or a statement as a new version',
    place: 'product',
    narrow: withoutFiles,
    answer: added,
    location,
  }),
  apiUpload(addEvidenceVersion, {
    id: 'uploadEvidenceVersion',
    path: `${ofItem}/{evidenceId}/uploads`,
    tag: 'Evidence',
    summary: 'Hands in a file as a new version',
    place: 'product',
    ...upload,
  }),
  apiChange(submitEvidence, {
    id: 'submitEvidence',
    method: 'post',
    path: `${ofItem}/{evidenceId}/submission`,
    tag: 'Evidence',
    summary: 'Hands in a draft',
    place: 'product',
    answer: changed,
  }),
  apiChange(withdrawEvidence, {
    id: 'withdrawEvidence',
    method: 'post',
    path: `${ofItem}/{evidenceId}/withdrawal`,
    tag: 'Evidence',
    summary: 'Takes a piece of evidence back; it stays on record',
    place: 'product',
    answer: changed,
  }),
  apiChange(lookAgain, {
    id: 'lookAgain',
    method: 'post',
    path: `${ofItem}/{evidenceId}/looks`,
    tag: 'Evidence',
    summary: 'Has our server look again at the address that is handed in',
    place: 'product',
    answer: changed,
  }),
  apiList({
    id: 'listProbes',
    path: '/products/{productId}/items/{itemId}/probes',
    tag: 'Evidence',
    summary: 'What our server saw at the addresses handed in for an item, newest first',
    place: 'product',
    allowed: ['product.read'],
    page: 'ProbePage',
    row: probeSchema,
    read: (asked) =>
      pageOf(asked, 'probes', { order: 'newest-first', where: ofItemIn(asked.params), people: [], tell: (row) => row }),
  }),
]
