import { organizations } from '../db/schema/index.ts'
import type { VerbServices } from '../verbs/execute.ts'
import { enqueue } from './enqueue.ts'

/** Asks once for each programme and kind for the work that comes with time; asked for twice it is done once. */
export async function askForDueWork(
  { database, clock, newId }: Pick<VerbServices, 'database' | 'clock' | 'newId'>,
  kinds: readonly string[],
): Promise<void> {
  await database.within({ kind: 'tracker' }, async (transaction) => {
    const programmes = await transaction.select({ id: organizations.id }).from(organizations)
    for (const { id } of programmes) {
      for (const kind of kinds) {
        await enqueue(transaction, {
          id: newId('job'),
          kind,
          organizationId: id,
          isvId: null,
          payload: {},
          key: id,
          now: clock.now(),
        })
      }
    }
  })
}
