import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { binaryBody } from '../shared/binary-body.ts'
import { signedAddress } from '../shared/known-credentials.ts'
import { source } from '../shared/known-sources.ts'

const failures = [
  { status: 403, code: 'AuthenticationFailed', failure: 'signed-address-ended' },
  { status: 404, code: 'ContainerNotFound', failure: 'blob-not-found' },
] as const

const note = 'The address is given whole, with its signature; failures come as XML.'

/** Uploads a file in one piece. */
export const putBlob = defineOperation({
  id: 'storage.put-blob',
  title: 'Uploads a file in one piece to a signed address.',
  service: 'storage',
  method: 'PUT',
  path: '/{container}/{blob}',
  request: {
    headers: z.object({ 'x-ms-blob-type': z.literal('BlockBlob'), 'content-type': z.string().optional() }),
    body: binaryBody,
  },
  responses: { 201: z.undefined() },
  credentials: signedAddress,
  repetition: 'idempotent',
  failures,
  sources: [source('paconn', 'source'), source('pnpPowerShell', 'source'), source('storageDocs', 'documentation')],
  notes: [note],
})

/** Uploads one block of a file. */
export const putBlock = defineOperation({
  id: 'storage.put-block',
  title: 'Uploads one block of a larger file.',
  service: 'storage',
  method: 'PUT',
  path: '/{container}/{blob}',
  request: {
    /** Block ids are base64 and of one length within a file. */
    query: z.object({ comp: z.literal('block'), blockid: z.string() }),
    body: binaryBody,
  },
  responses: { 201: z.undefined() },
  credentials: signedAddress,
  repetition: 'idempotent',
  failures,
  sources: [source('storageDocs', 'documentation'), source('community', 'community', 'that the portal uploads so')],
  notes: [note, 'Nothing can be read before storage.put-block-list put the blocks together.'],
})

/** Puts uploaded blocks together. */
export const putBlockList = defineOperation({
  id: 'storage.put-block-list',
  title: 'Puts the uploaded blocks of a file together.',
  service: 'storage',
  method: 'PUT',
  path: '/{container}/{blob}',
  request: {
    query: z.object({ comp: z.literal('blocklist') }),
    /** XML: `<BlockList><Latest>{id}</Latest>…</BlockList>` */
    body: z.string(),
  },
  responses: { 201: z.undefined() },
  credentials: signedAddress,
  repetition: 'idempotent',
  failures: [...failures, { status: 400, code: 'InvalidBlockList', failure: 'request-refused' }],
  sources: [source('storageDocs', 'documentation'), source('community', 'community', 'that the portal uploads so')],
  notes: [note],
})

/** Reads a file from a signed address. */
export const getBlob = defineOperation({
  id: 'storage.get-blob',
  title: 'Reads a file from a signed address.',
  service: 'storage',
  method: 'GET',
  path: '/{container}/{blob}',
  request: {},
  responses: { 200: binaryBody },
  credentials: signedAddress,
  repetition: 'safe',
  failures: [...failures, { status: 404, code: 'BlobNotFound', failure: 'blob-not-found' }],
  sources: [source('m365', 'run', 'flow export'), source('storageDocs', 'documentation')],
  notes: [note],
})
