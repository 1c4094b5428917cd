import type { ItemId } from '@sevenstep/onboarding'
import { appendEvents } from '../audit/append-events.ts'
import type { AuditEntry } from '../audit/event.ts'
import type { Database } from '../db/scope.ts'
import { newId } from '../domain/ids.ts'
import { may, type Principal } from '../domain/principal.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import type { IsvContext, Verb } from '../verbs/define-verb.ts'
import { parseInput } from '../verbs/parse-input.ts'

/** Where and when a scene plays, and who acts in it. */
export interface SceneSetting {
  readonly place: { readonly organizationId: string; readonly isvId: string }
  readonly principal: Principal
  readonly now: Date
}

/** Does one thing within a scene. */
export type Perform = <Input, Result>(verb: Verb<Input, Result, IsvContext>, input: NoInfer<Input>) => Promise<Result>

/**
 * Plays several verbs of one person in one transaction, at a moment of the past: the same permissions, inputs, changes and
 * sentences for the record as `execute`, but the derived state is brought up to date once at the end. Years of a demo
 * would otherwise take minutes.
 */
export async function playScene(
  database: Database,
  { place, principal, now }: SceneSetting,
  acts: (perform: Perform) => Promise<void>,
): Promise<void> {
  const internal = may(principal, 'comment.read-internal', place)
  await database.within({ kind: 'isv', ...place, internal }, async (transaction) => {
    const context: IsvContext = { transaction, principal, place, now, newId }
    const events: AuditEntry[] = []
    const touched = new Map<string, Set<ItemId> | 'all'>()
    await acts(async (verb, input) => {
      if (!verb.allowed.some((action) => may(principal, action, place))) {
        throw new Error(`In the demo ${principal.name} may not do ${verb.name}.`)
      }
      const outcome = await verb.run(context, parseInput(verb.input, input))
      if (!outcome.changed) return outcome.result
      events.push(...outcome.audit)
      for (const { productId, items } of outcome.touched) {
        const before = touched.get(productId) ?? new Set()
        touched.set(productId, items === 'all' || before === 'all' ? 'all' : new Set([...before, ...items]))
      }
      return outcome.result
    })
    for (const [productId, items] of touched) {
      await refreshProduct(context, { productId, items: items === 'all' ? 'all' : [...items] })
    }
    await appendEvents(transaction, { ...context, requestId: undefined }, events)
  })
}
