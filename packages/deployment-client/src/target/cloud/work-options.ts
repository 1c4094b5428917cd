import type { Place, WorkOptions } from '@sevenstep/cloud-access'
import type { TargetOptions } from '../target.ts'

/** How long-running work is followed: imports of large solutions take their time, but none takes four hours. */
export function workOptions({ signal, onProgress }: TargetOptions, at?: Place): WorkOptions {
  return {
    longestMs: 4 * 3_600_000,
    ...(at !== undefined && { at }),
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && {
      onProgress: ({ words }) => onProgress(words === undefined ? {} : { said: words }),
    }),
  }
}
