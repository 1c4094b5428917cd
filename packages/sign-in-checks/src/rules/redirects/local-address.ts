import type { RedirectAddress } from '../../registration/app-registration.ts'

/** True for an address of the machine it is used on. */
export function isLocal({ url }: Pick<RedirectAddress, 'url'>): boolean {
  const { hostname } = url ?? { hostname: '' }
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}
