import { verifyChains } from '../audit/verify-chains.ts'
import type { DatabaseConfiguration } from '../configuration/configuration.ts'
import { organizations } from '../db/schema/index.ts'
import { withDatabase } from './with-database.ts'

/** Works out the hash of every event anew, says what it found, and returns whether every chain holds. */
export async function verifyAudit(configuration: DatabaseConfiguration): Promise<boolean> {
  return withDatabase(configuration, async (database) => {
    const programmes = await database.within({ kind: 'tracker' }, (transaction) =>
      transaction.select({ id: organizations.id, name: organizations.name }).from(organizations),
    )
    let holds = true
    for (const { id, name } of programmes) {
      const verdicts = await verifyChains(database, { kind: 'programme', organizationId: id })
      for (const { chain, events, broken } of verdicts) {
        if (broken === undefined) continue
        holds = false
        console.error(
          `${name}: chain ${chain} is broken at event ${broken.sequence} (${broken.reason}) after ${events} sound ones.`,
        )
      }
      const events = verdicts.reduce((sum, verdict) => sum + verdict.events, 0)
      console.log(`${name}: ${events} events in ${verdicts.length} chains looked at.`)
    }
    console.log(
      holds ? 'Every chain holds.' : 'At least one chain is broken: somebody changed the record past the tracker.',
    )
    return holds
  })
}
