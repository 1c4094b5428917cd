import { z } from 'zod'
import { CloudFailure } from '../failures/cloud-failure.ts'

const workHandle = z.object({
  version: z.literal(1),
  /** Operation that began the work, and the one that reads its state. */
  operation: z.string(),
  polledBy: z.string(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  /** Where the state is read: an address, or a row of an organisation. */
  at: z.union([z.object({ address: z.string() }), z.object({ organization: z.string(), id: z.string() })]),
  /** True where the work deletes, so that nothing left means done. */
  deletes: z.boolean(),
})

/** All that is needed to go on with work. */
export type WorkHandle = z.infer<typeof workHandle>

/** Writes a handle as one line of text. */
export function writeWorkHandle(handle: WorkHandle): string {
  return Buffer.from(JSON.stringify(handle), 'utf8').toString('base64url')
}

/** Reads a handle. @throws CloudFailure `handle-invalid`. */
export function readWorkHandle(text: string): WorkHandle {
  try {
    return workHandle.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new CloudFailure('handle-invalid', { cause })
  }
}
