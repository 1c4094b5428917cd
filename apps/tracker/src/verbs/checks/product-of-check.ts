import type { Profile } from '@sevenstep/certification-rules'
import { familiesOf, type ItemId, items, type RuleRoom } from '@sevenstep/onboarding'
import { and, count, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { products, verificationRuns } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { Failure, notFound } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import type { VerbContext } from '../define-verb.ts'

/** A run as it is stored. */
export type RunRow = typeof verificationRuns.$inferSelect

/** The items that runs of the checks decide, alone or once one has. */
export const automaticItems: readonly ItemId[] = items.filter((item) => familiesOf(item).length > 0).map(({ id }) => id)

/** @throws Failure `not-found` */
export async function productOfCheck(transaction: Transaction, productId: string) {
  const [product] = await transaction.select().from(products).where(eq(products.id, productId))
  if (product === undefined) throw notFound()
  return product
}

/** Whose requirements apply: an enterprise product stays within its own tenant, so nothing is certified. */
export function profileOf({ kind, publisher }: typeof products.$inferSelect): Profile {
  return kind === 'enterprise' ? 'custom' : publisher
}

/**
 * The run with its product.
 *
 * @throws Failure `not-found`
 */
export async function runOfProduct(transaction: Transaction, productId: string, runId: string) {
  const product = await productOfCheck(transaction, productId)
  const [run] = await transaction
    .select()
    .from(verificationRuns)
    .where(and(eq(verificationRuns.id, runId), eq(verificationRuns.productId, productId)))
  if (run === undefined) throw notFound()
  return { product, run }
}

/** The run before that all of the same rules judged, to tell what is new and what is gone. */
export async function latestFinishedRun(
  transaction: Transaction,
  productId: string,
  rooms: readonly RuleRoom[],
): Promise<string | null> {
  const [latest] = await transaction
    .select({ id: verificationRuns.id })
    .from(verificationRuns)
    .where(
      and(
        eq(verificationRuns.productId, productId),
        eq(verificationRuns.counts, true),
        sql`${verificationRuns.rooms} @> ${JSON.stringify(rooms)}::jsonb`,
        inArray(verificationRuns.state, ['passed', 'failed']),
      ),
    )
    .orderBy(desc(verificationRuns.finishedAt), desc(verificationRuns.id))
    .limit(1)
  return latest?.id ?? null
}

const mostRuns = 20
const perMinutes = 10

/** @throws Failure `too-many-requests` for a person who asked for too many checks of late */
export async function refuseTooMany({ transaction, principal, now }: VerbContext): Promise<void> {
  const person = personOf(principal)
  if (person === undefined) return
  const since = new Date(now.getTime() - perMinutes * 60_000)
  const [recent] = await transaction
    .select({ runs: count() })
    .from(verificationRuns)
    .where(and(eq(verificationRuns.requestedBy, person), gt(verificationRuns.requestedAt, since)))
  if ((recent?.runs ?? 0) < mostRuns) return
  throw new Failure('too-many-requests', {
    what: {
      en: 'That was a little too fast. Nothing was checked.',
      nl: 'Dat ging iets te snel. Er is niets gecontroleerd.',
    },
    why: {
      en: `You asked for ${mostRuns} checks within ${perMinutes} minutes.`,
      nl: `U vroeg om ${mostRuns} controles binnen ${perMinutes} minuten.`,
    },
    fix: { en: 'Wait a few minutes and try again.', nl: 'Wacht een paar minuten en probeer het opnieuw.' },
  })
}
