import { createHmac, timingSafeEqual } from 'node:crypto'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { ContainerState } from '../state.ts'

/** What a signature allows: `r` read, `a` add, `c` create, `w` write, `l` list. */
export type SignedRight = 'r' | 'w' | 'c' | 'a' | 'l'

/** What is to be signed. */
export interface SignedGrant {
  readonly container: ContainerState
  /** One blob; the whole container when left out. */
  readonly blob?: string
  readonly rights: string
  readonly expires: Date
}

const version = '2021-08-06'

/** A signed address of a container or a blob. */
export function signAddress({ container, blob, rights, expires }: SignedGrant): string {
  const end = `${expires.toISOString().slice(0, 19)}Z`
  const scope = blob === undefined ? 'c' : 'b'
  const query = new URLSearchParams({ sv: version, sr: scope, sp: rights, se: end })
  query.set('sig', signatureOf(container, { blob, rights, end, scope, version }))
  const path =
    blob === undefined ? container.name : `${container.name}/${blob.split('/').map(encodeURIComponent).join('/')}`
  return `https://${container.account}.blob.core.windows.net/${path}?${query}`
}

/**
 * Checks that an address carries a signature of ours that allows this now.
 *
 * @throws EmulatedFailure (403) in the words of the storage service.
 */
export function demandSigned(url: URL, container: ContainerState, blob: string, right: SignedRight, now: Date): void {
  const value = (name: string) => url.searchParams.get(name) ?? ''
  const [given, rights, end, scope] = [value('sig'), value('sp'), value('se'), value('sr')]
  if (given === '') throw notSigned(404, 'ResourceNotFound', 'The specified resource does not exist.')
  const wanted = signatureOf(container, {
    blob: scope === 'b' ? blob : undefined,
    rights,
    end,
    scope,
    version: value('sv'),
  })
  if (!equal(given, wanted)) throw authenticationFailed('Signature did not match.')
  const ends = Date.parse(end)
  if (!(ends > now.getTime())) {
    throw authenticationFailed(
      `Signature not valid in the specified time frame: Expiry [${end}] - Current [${now.toUTCString()}]`,
    )
  }
  const allowed = right === 'w' ? /[wc]/.test(rights) : rights.includes(right)
  if (!allowed) {
    throw notSigned(
      403,
      'AuthorizationPermissionMismatch',
      'This request is not authorized to perform this operation using this permission.',
    )
  }
}

function signatureOf(
  { account, name, key }: ContainerState,
  grant: { blob: string | undefined; rights: string; end: string; scope: string; version: string },
): string {
  const resource = `/blob/${account}/${name}${grant.blob === undefined ? '' : `/${grant.blob}`}`
  const text = [grant.rights, grant.end, resource, grant.version, grant.scope].join('\n')
  return createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64')
}

function equal(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function authenticationFailed(detail: string): EmulatedFailure {
  return notSigned(
    403,
    'AuthenticationFailed',
    `Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature. ${detail}`,
  )
}

function notSigned(status: number, code: string, message: string): EmulatedFailure {
  return new EmulatedFailure(status, code, message)
}
