import type { Language } from '@sevenstep/onboarding'
import { sql } from 'drizzle-orm'
import { users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import type { NewId } from '../../domain/ids.ts'
import type { Identity } from '../../sign-in/attempt.ts'

/** What people are kept with. */
export interface PersonServices {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
}

/** Keeps who signed in, known by tenant and object id, with the name the account has now; returns the person's id. */
export async function keepPerson(services: PersonServices, identity: Identity, language: Language): Promise<string> {
  const now = services.clock.now()
  return services.database.within({ kind: 'tracker' }, async (transaction) => {
    const [user] = await transaction
      .insert(users)
      .values({
        id: services.newId('usr'),
        entraTenantId: identity.tenantId,
        objectId: identity.objectId,
        name: identity.name.slice(0, 200),
        username: identity.username.slice(0, 320),
        language,
        theme: 'auto',
        shortcuts: true,
        lastSignInAt: now,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoUpdate({
        target: [users.entraTenantId, users.objectId],
        set: {
          name: sql`excluded.name`,
          username: sql`excluded.username`,
          lastSignInAt: now,
          updatedAt: now,
          version: sql`${users.version} + 1`,
        },
      })
      .returning({ id: users.id })
    if (user === undefined) throw new Error('The person who signs in could not be kept.')
    return user.id
  })
}
