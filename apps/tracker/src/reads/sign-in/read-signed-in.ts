import type { Language } from '@sevenstep/onboarding'
import { and, eq, isNull } from 'drizzle-orm'
import { memberships, users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Principal } from '../../domain/principal.ts'
import type { Sessions } from '../../sign-in/sessions/sessions.ts'

/** The person at the browser, with every role they hold at this moment. */
export interface SignedIn {
  readonly principal: Extract<Principal, { kind: 'person' }>
  readonly sessionId: string
  readonly username: string
  /** What the person prefers in every browser; a browser's own cookie comes before it. */
  readonly language: Language
  readonly theme: typeof users.$inferSelect.theme
  readonly shortcuts: boolean
}

/** The person a session's cookie belongs to, unless the session has ended, was idle too long or was revoked. */
export async function readSignedIn(
  services: { readonly database: Database; readonly sessions: Sessions },
  token: string,
): Promise<SignedIn | undefined> {
  const session = await services.sessions.resume(token)
  if (session === undefined) return undefined
  const { userId } = session
  return services.database.within({ kind: 'person', userId }, async (transaction) => {
    const rows = await transaction
      .select({
        name: users.name,
        username: users.username,
        language: users.language,
        theme: users.theme,
        shortcuts: users.shortcuts,
        role: memberships.role,
        organizationId: memberships.organizationId,
        isvId: memberships.isvId,
      })
      .from(users)
      .leftJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.revokedAt)))
      .where(eq(users.id, userId))
    const [first] = rows
    if (first === undefined) return undefined
    const held = rows.flatMap(({ role, organizationId, isvId }) =>
      role === null || organizationId === null ? [] : [{ role, organizationId, isvId }],
    )
    return {
      principal: { kind: 'person', userId, name: first.name, held },
      sessionId: session.id,
      username: first.username,
      language: first.language,
      theme: first.theme,
      shortcuts: first.shortcuts,
    }
  })
}
