import { createHash } from 'node:crypto'

/**
 * The id of a request (`MS-RequestId`) worked out from what it is about, so that it is the same on every machine and
 * after every loss. In the form of RFC 9562's version 8, over SHA-256.
 *
 * @param parts what tells this request from others: the customer, the reference, what is ordered, the step.
 */
export function requestIdOf(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 3) | 8).toString(16)
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}
