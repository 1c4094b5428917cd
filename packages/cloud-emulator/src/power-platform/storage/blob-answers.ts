import { createHash } from 'node:crypto'
import {
  downloadConnectorDefinition,
  getBlob,
  putBlob,
  putBlock,
  putBlockList,
} from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { type AnswerOptions, answerOperation, type EmulatedCall } from '../../operation/emulated-operation.ts'
import type { EmulatorState } from '../../state/emulator-state.ts'
import { blobOf, bytesOf, findContainer } from './containers.ts'
import { demandSigned, type SignedRight } from './signed-address.ts'

const options: AnswerOptions = {
  tenantOf: (url: URL, state: EmulatorState) => findContainer(state, url)?.tenant.tenantId,
  differences: ['Leases, snapshots, ranges and listing a container are not there.'],
}

/** Blobs behind signed addresses: blocks put together, one piece, reading. Blocks come first, being told by their query. */
export const blobAnswers = [
  answerOperation(
    putBlock,
    (call) => {
      const { container, blob } = opened(call, 'w')
      const id = call.input.query.blockid
      const blocks = container.blocks[blob] ?? {}
      if (Object.keys(blocks).some((known) => known.length !== id.length) || !/^[A-Za-z0-9+/]+={0,2}$/.test(id)) {
        throw new EmulatedFailure(400, 'InvalidBlobOrBlock', 'The specified blob or block content is invalid.')
      }
      container.blocks[blob] = { ...blocks, [id]: Buffer.from(call.bytes()).toString('base64') }
      return created(call, call.bytes())
    },
    options,
  ),
  answerOperation(
    putBlockList,
    (call) => {
      const { container, blob } = opened(call, 'w')
      const blocks = container.blocks[blob] ?? {}
      const pieces = blockIds(call.input.body).map((id) => {
        const block = blocks[id]
        if (block === undefined)
          throw new EmulatedFailure(400, 'InvalidBlockList', 'The specified block list is invalid.')
        return Buffer.from(block, 'base64')
      })
      const whole = new Uint8Array(Buffer.concat(pieces))
      container.blobs[blob] = blobOf(whole, contentTypeOf(call), call.clock.now())
      delete container.blocks[blob]
      return created(call, whole)
    },
    options,
  ),
  answerOperation(
    putBlob,
    (call) => {
      const { container, blob } = opened(call, 'w')
      container.blobs[blob] = blobOf(call.bytes(), contentTypeOf(call), call.clock.now())
      return created(call, call.bytes())
    },
    options,
  ),
  answerOperation(
    downloadConnectorDefinition,
    (call) => {
      const { bytes, contentType } = read(call)
      return {
        status: 200,
        body: JSON.parse(new TextDecoder().decode(bytes)),
        headers: { 'content-type': contentType },
      }
    },
    options,
  ),
  answerOperation(
    getBlob,
    (call) => {
      const { bytes, contentType, lastModified } = read(call)
      return {
        status: 200,
        body: bytes,
        headers: {
          'content-type': contentType,
          'last-modified': new Date(lastModified).toUTCString(),
          'content-length': String(bytes.length),
          'x-ms-blob-type': 'BlockBlob',
          etag: etagOf(bytes),
        },
      }
    },
    options,
  ),
]

type StorageCall = Pick<EmulatedCall, 'url' | 'state' | 'clock' | 'headers'>

function opened({ url, state, clock }: StorageCall, right: SignedRight) {
  const found = findContainer(state, url)
  if (found === undefined) {
    throw new EmulatedFailure(404, 'ContainerNotFound', 'The specified container does not exist.')
  }
  demandSigned(url, found.container, found.blob, right, clock.now())
  return found
}

function read(call: StorageCall) {
  const { container, blob } = opened(call, 'r')
  const kept = container.blobs[blob]
  if (kept === undefined) throw new EmulatedFailure(404, 'BlobNotFound', 'The specified blob does not exist.')
  return { ...kept, bytes: bytesOf(kept) }
}

function created({ clock }: StorageCall, bytes: Uint8Array) {
  return {
    status: 201,
    headers: {
      etag: etagOf(bytes),
      'last-modified': clock.now().toUTCString(),
      'content-md5': createHash('md5').update(bytes).digest('base64'),
    },
  }
}

function etagOf(bytes: Uint8Array): string {
  return `"0x${createHash('sha256').update(bytes).digest('hex').slice(0, 15).toUpperCase()}"`
}

function contentTypeOf({ headers }: StorageCall): string {
  return headers.get('x-ms-blob-content-type') ?? headers.get('content-type') ?? 'application/octet-stream'
}

function blockIds(xml: string): readonly string[] {
  return [...xml.matchAll(/<(?:Latest|Uncommitted|Committed)>\s*([^<]*?)\s*<\//g)].map(([, id]) => id ?? '')
}
