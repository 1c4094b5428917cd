import { apiTokens } from '../db/schema/index.ts'
import { newId } from '../domain/ids.ts'
import { hashOfSecret, newSecret } from '../verbs/members/one-time-secret.ts'
import { tokenPrefix, tokenScopes } from '../verbs/tokens/token-fields.ts'
import type { TestPerson, TestTracker } from './tracker.ts'

/** What the API answered, with its body read. */
export interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  // Whatever the API answers; each test says what it expects of it.
  readonly body: Record<string, unknown>
}

/** Sends a request to the API as a person's browser, or with a token, would. */
export type ApiSend = (
  method: string,
  path: string,
  more?: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>>; readonly raw?: BodyInit },
) => Promise<ApiAnswer>

/** The API for somebody who sends requests by `request`. */
export function apiOf(request: (path: string, init?: RequestInit) => Promise<Response>): ApiSend {
  return async (method, path, { body, headers, raw } = {}) => {
    const answer = await request(`/api/v1${path}`, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(raw !== undefined && { body: raw }),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('Content-Type')?.includes('json') === true
    return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : { text } }
  }
}

/** Makes a token of a person with every scope, in the place of their first role, and gives its API. */
export async function tokenOf(
  tracker: TestTracker,
  person: TestPerson,
  more: { readonly expiresAt?: Date; readonly revokedAt?: Date } = {},
): Promise<ApiSend> {
  const [held] = person.principal.held
  if (held === undefined) throw new Error('Somebody without a role has no token.')
  const { organizationId, isvId } = held
  const secret = `${tokenPrefix}${newSecret()}`
  const stamps = { createdAt: tracker.time.now, updatedAt: tracker.time.now }
  await tracker.services.database.within(
    isvId === null ? { kind: 'programme', organizationId } : { kind: 'isv', organizationId, isvId },
    (transaction) =>
      transaction.insert(apiTokens).values({
        id: newId('tok'),
        organizationId,
        isvId,
        name: 'A program',
        tokenHash: hashOfSecret(secret),
        scopes: tokenScopes,
        createdBy: person.principal.userId,
        expiresAt: new Date(tracker.time.now.getTime() + 24 * 3_600_000),
        ...stamps,
        ...more,
      }),
  )
  const bearing = apiOf(tracker.anonymous)
  return (method, path, sent = {}) =>
    bearing(method, path, { ...sent, headers: { Authorization: `Bearer ${secret}`, ...sent.headers } })
}
