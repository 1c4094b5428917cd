import { randomBytes, randomUUID } from 'node:crypto'
import type { EmulatorState } from '../../state/emulator-state.ts'
import type { EnvironmentState } from '../../state/environment-state.ts'
import type { BlobAddress, BlobState, ContainerState, PackagingState } from '../state.ts'
import { demandSigned, signAddress } from './signed-address.ts'

const hour = 3_600_000

/** A new empty container with a signed address that lets its holder upload and read for an hour. */
export function createUploadContainer({ packaging }: EnvironmentState, now: Date): string {
  const container = addContainer(packaging, randomUUID().replaceAll('-', ''))
  return signAddress({ container, rights: 'racwl', expires: new Date(now.getTime() + hour) })
}

/** Keeps bytes in a container of that name, which is made where it is missing. */
export function keepBlob(
  { packaging }: EnvironmentState,
  { container: name, blob }: { container: string; blob: string },
  { bytes, contentType }: { bytes: Uint8Array; contentType: string },
  now: Date,
): BlobAddress {
  const container =
    Object.values(packaging.containers).find((one) => one.name === name) ?? addContainer(packaging, name)
  container.blobs[blob] = blobOf(bytes, contentType, now)
  return { container: `${container.account}/${name}`, blob }
}

/** A signed address for reading one blob; nothing where it is gone. */
export function readableAddress({ packaging }: EnvironmentState, address: BlobAddress, now: Date): string | undefined {
  const container = packaging.containers[address.container]
  if (container?.blobs[address.blob] === undefined) return undefined
  return signAddress({ container, blob: address.blob, rights: 'r', expires: new Date(now.getTime() + hour) })
}

/**
 * The bytes behind a signed address that this environment gave out, whichever way the client reached it.
 *
 * @returns nothing where it is not one of ours, or nothing was uploaded.
 * @throws EmulatedFailure where the signature is wrong or has ended.
 */
export function readSigned({ packaging }: EnvironmentState, address: string, now: Date): Uint8Array | undefined {
  const url = originalUrl(address)
  const place = url && placeOf(url)
  const container = place && packaging.containers[place.container]
  const blob = place && container?.blobs[place.blob]
  if (url === undefined || place === undefined || container === undefined || blob === undefined) return undefined
  demandSigned(url, container, place.blob, 'r', now)
  return bytesOf(blob)
}

/** Which environment a storage address belongs to. */
export function findContainer(state: EmulatorState, url: URL) {
  const place = placeOf(url)
  if (place === undefined) return undefined
  for (const tenant of Object.values(state.tenants)) {
    for (const environment of Object.values(tenant.environments)) {
      const container = environment.packaging.containers[place.container]
      if (container !== undefined) return { tenant, environment, container, blob: place.blob }
    }
  }
  return undefined
}

/** A blob as it is kept. */
export function blobOf(bytes: Uint8Array, contentType: string, now: Date): BlobState {
  return { content: Buffer.from(bytes).toString('base64'), contentType, lastModified: now.toISOString() }
}

/** The bytes of a kept blob. */
export function bytesOf({ content }: BlobState): Uint8Array {
  return new Uint8Array(Buffer.from(content, 'base64'))
}

function addContainer(packaging: PackagingState, name: string): ContainerState {
  const account = `sevenstep${randomBytes(6).toString('hex')}`
  const container = { account, name, key: randomBytes(32).toString('base64'), blobs: {}, blocks: {} }
  packaging.containers[`${account}/${name}`] = container
  return container
}

/** Undoes the base path that clients without a proxy come by: `http://localhost:1/https/{host}/…`. */
function originalUrl(address: string): URL | undefined {
  const below = /^https?:\/\/[^/]+\/https?\/([^/]+\.blob\.[^/]+\/.*)$/.exec(address)?.[1]
  const original = below === undefined ? address : `https://${below}`
  return URL.canParse(original) ? new URL(original) : undefined
}

function placeOf(url: URL): BlobAddress | undefined {
  const [, container, blob] = /^\/([^/]+)\/(.+)$/.exec(url.pathname) ?? []
  const account = url.hostname.split('.')[0]
  if (container === undefined || blob === undefined) return undefined
  return { container: `${account}/${container}`, blob: decoded(blob) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
