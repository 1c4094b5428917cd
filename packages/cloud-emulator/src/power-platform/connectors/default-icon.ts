import type { EnvironmentState } from '../../state/environment-state.ts'
import { keepBlob, readableAddress } from '../storage/containers.ts'

/** A teal square, 32 by 32, as PNG in base64. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mPgjomiKWIYtWDUglELRi0YtWDUglELRi0YtWDUglELhooFACJYBC5V0UZ9AAAAAElFTkSuQmCC'

const address = { container: 'default-icons', blob: 'api-dedicated.png' }

/** Where the icon of connectors without one of their own can be fetched, also by clients that reach nothing but us. */
export function defaultIcon(environment: EnvironmentState, now: Date): string {
  const containers = Object.values(environment.packaging.containers)
  const known = containers.find(({ name, blobs }) => name === address.container && blobs[address.blob] !== undefined)
  const bytes = new Uint8Array(Buffer.from(png, 'base64'))
  const kept =
    known === undefined
      ? keepBlob(environment, address, { bytes, contentType: 'image/png' }, now)
      : { container: `${known.account}/${known.name}`, blob: address.blob }
  return readableAddress(environment, kept, now) ?? ''
}
