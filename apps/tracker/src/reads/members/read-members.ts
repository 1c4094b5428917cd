import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import { apiTokens, invitations, memberships, users } from '../../db/schema/index.ts'
import type { Database, Scope, Transaction } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Place } from '../../domain/principal.ts'
import type { Role } from '../../domain/roles.ts'
import { inPlace } from '../../verbs/members/membership-at-hand.ts'
import { placeName } from '../../verbs/members/place-name.ts'

/** Somebody with a role in a place. */
export interface Member {
  readonly membershipId: string
  readonly version: number
  readonly userId: string
  readonly name: string
  readonly username: string
  readonly role: Role
  readonly source: typeof memberships.$inferSelect.source
  readonly since: string
  readonly lastSignInAt: string | null
}

/** An invitation that nobody has used yet. */
export interface OpenInvitation {
  readonly id: string
  readonly version: number
  readonly invitee: string
  readonly role: Role
  readonly invitedBy: string
  readonly inviter: string | null
  readonly expiresAt: string
  readonly isExpired: boolean
}

/** A token of a place, with whoever made it. */
export interface PlaceToken {
  readonly id: string
  readonly name: string
  readonly maker: string
  readonly createdBy: string
  readonly scopes: readonly string[]
  readonly expiresAt: string
  readonly lastUsedAt: string | null
}

/** The people of a place and the ways into it. */
export interface Members {
  /** Name of the ISV, or of the programme. */
  readonly place: string
  readonly members: readonly Member[]
  readonly invitations: readonly OpenInvitation[]
  readonly tokens: readonly PlaceToken[]
}

interface Services {
  readonly database: Database
  readonly clock: Clock
}

/** Reads the people of an ISV, or of the programme where `isvId` is null. */
export async function readMembers({ database, clock }: Services, place: Place): Promise<Members> {
  const now = clock.now()
  return database.within(scopeOfPlace(place), async (transaction) => {
    const people = await transaction
      .select({ membership: memberships, user: users })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(inPlace(memberships, place), isNull(memberships.revokedAt)))
      .orderBy(asc(users.name), asc(memberships.id))
    return {
      place: await placeName(transaction, place),
      members: people.map(({ membership, user }) => ({
        membershipId: membership.id,
        version: membership.version,
        userId: user.id,
        name: user.name,
        username: user.username,
        role: membership.role,
        source: membership.source,
        since: membership.createdAt.toISOString(),
        lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
      })),
      invitations: await readInvitations(transaction, place, now),
      tokens: await readTokens(transaction, place, now),
    }
  })
}

async function readInvitations(transaction: Transaction, place: Place, now: Date): Promise<OpenInvitation[]> {
  const open = await transaction
    .select({ invitation: invitations, inviter: users.name })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(inPlace(invitations, place), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(desc(invitations.createdAt), asc(invitations.id))
    .limit(200)
  return open.map(({ invitation, inviter }) => ({
    id: invitation.id,
    version: invitation.version,
    invitee: invitation.invitee,
    role: invitation.role,
    invitedBy: invitation.invitedBy,
    inviter,
    expiresAt: invitation.expiresAt.toISOString(),
    isExpired: invitation.expiresAt.getTime() <= now.getTime(),
  }))
}

async function readTokens(transaction: Transaction, place: Place, now: Date): Promise<PlaceToken[]> {
  const { organizationId, isvId } = place
  const rows = await transaction
    .select({ token: apiTokens, maker: users.name })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.createdBy))
    .where(
      and(
        eq(apiTokens.organizationId, organizationId),
        isvId === null ? isNull(apiTokens.isvId) : eq(apiTokens.isvId, isvId),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, now),
      ),
    )
    .orderBy(desc(apiTokens.createdAt), asc(apiTokens.id))
    .limit(200)
  return rows.map(({ token, maker }) => ({
    id: token.id,
    name: token.name,
    maker,
    createdBy: token.createdBy,
    scopes: token.scopes,
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  }))
}

/** The scope in which the rows of a place are read. */
export function scopeOfPlace({ organizationId, isvId }: Place): Scope {
  return isvId === null ? { kind: 'programme', organizationId } : { kind: 'isv', organizationId, isvId }
}
