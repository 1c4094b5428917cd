import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { apiTokens, isvs, organizations } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import type { HeldRole, Place, Principal } from '../../domain/principal.ts'
import type { Session, Sessions } from '../../sign-in/sessions/sessions.ts'
import { scopeOfPlace } from '../members/read-members.ts'

/** A place somebody holds roles in, with its name. */
export interface NamedPlace extends Place {
  readonly name: string
  readonly roles: readonly HeldRole['role'][]
  /** The person's own tokens there that still work. */
  readonly tokens: readonly OwnToken[]
}

/** A token as its maker sees it. */
export interface OwnToken {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: string
  readonly lastUsedAt: string | null
}

/** What somebody is and has here. */
export interface Account {
  readonly places: readonly NamedPlace[]
  readonly sessions: readonly Session[]
}

/** Reads the signed-in person's own places, tokens and sessions. */
export async function readAccount(
  services: { readonly database: Database; readonly clock: Clock; readonly sessions: Sessions },
  principal: Extract<Principal, { kind: 'person' }>,
): Promise<Account> {
  const places: NamedPlace[] = []
  for (const place of placesOf(principal)) places.push(await readPlace(services, principal, place))
  return { places, sessions: await services.sessions.list(principal.userId) }
}

/** Each place once: programmes and ISVs that the person has a role in. */
export function placesOf(principal: Extract<Principal, { kind: 'person' }>): Place[] {
  const places = new Map<string, Place>()
  for (const { organizationId, isvId } of principal.held) {
    places.set(isvId ?? organizationId, { organizationId, isvId })
  }
  return [...places.values()]
}

async function readPlace(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { userId, held }: Extract<Principal, { kind: 'person' }>,
  place: Place,
): Promise<NamedPlace> {
  const { organizationId, isvId } = place
  return database.within(scopeOfPlace(place), async (transaction) => {
    const [named] =
      isvId === null
        ? await transaction
            .select({ name: organizations.name })
            .from(organizations)
            .where(eq(organizations.id, organizationId))
        : await transaction.select({ name: isvs.name }).from(isvs).where(eq(isvs.id, isvId))
    const tokens = await transaction
      .select()
      .from(apiTokens)
      .where(
        and(
          eq(apiTokens.createdBy, userId),
          isvId === null ? isNull(apiTokens.isvId) : eq(apiTokens.isvId, isvId),
          isNull(apiTokens.revokedAt),
          gt(apiTokens.expiresAt, clock.now()),
        ),
      )
      .orderBy(desc(apiTokens.createdAt))
    return {
      ...place,
      name: named?.name ?? '',
      roles: held.filter((one) => one.organizationId === organizationId && one.isvId === isvId).map(({ role }) => role),
      tokens: tokens.map(({ id, name, scopes, expiresAt, lastUsedAt }) => ({
        id,
        name,
        scopes,
        expiresAt: expiresAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    }
  })
}
