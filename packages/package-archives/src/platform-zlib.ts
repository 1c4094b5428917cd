/** What is used of Node’s own zlib. */
export interface PlatformZlib {
  /** @throws Error for data that cannot be inflated, end early, or go on after `maxOutputLength` bytes. */
  inflateRawSync(
    data: Uint8Array,
    options: { readonly maxOutputLength: number; readonly chunkSize: number },
  ): Uint8Array
  crc32?(bytes: Uint8Array): number
}

let found: PlatformZlib | undefined
let isAsked = false

/**
 * Node’s zlib, three times as fast as anything in JavaScript; nothing in browsers, which have none that answers at once.
 * Asked of the platform and not imported, so that the same code runs everywhere. Only what is right either way is taken
 * from it: whatever it refuses is judged by the code that all platforms share.
 */
export function platformZlib(): PlatformZlib | undefined {
  if (isAsked) return found
  isAsked = true
  // The types of this package know no platform; where there is this function, it gives modules by name.
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): PlatformZlib | undefined } }
  found = process?.getBuiltinModule?.('node:zlib')
  return found
}
