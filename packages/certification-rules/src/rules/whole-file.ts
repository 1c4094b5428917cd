import type { Definition, Properties } from '@sevenstep/connector-schema'

/** True when the whole file was read, so that what was not met in it is really missing. */
export function isWhole({ file }: Definition | Properties): boolean {
  return file.json.isComplete
}
