import { readFileBounded } from '@sevenstep/connector-schema/node'

const maxBytes = 128 * 1024 * 1024

/** A file's bytes, or one sentence why they could not be read; at most 128 MiB. */
export function readBounded(path: string): Uint8Array | string {
  const reading = readFileBounded(path, maxBytes)
  return reading.ok ? reading.bytes : reading.problem.what
}
