import { createHash } from 'node:crypto'
import type { IdPrefix } from '../domain/ids.ts'

/** An id that is the same in every demo, so that addresses can be written down. */
export function demoId(prefix: IdPrefix, name: string): string {
  return `${prefix}_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`
}
