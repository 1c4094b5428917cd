import { items } from '@sevenstep/onboarding'
import { addEvidence, type Database, execute, newId } from '@sevenstep/tracker/measured'
import type { Figure } from '../results.ts'
import { ratio, takeTurns } from './take-turns.ts'
import { person, place, productId } from './vendors.ts'

const places = items.filter(
  ({ verification }) => verification.by === 'evidence' && verification.evidence.accepts.includes('statement'),
)

/** One piece of evidence handed in, with summaries and record, against the same with the record alone. */
export async function measureWrites(database: Database, name: string, rounds: number): Promise<Figure[]> {
  const services = { database, clock: { now: () => new Date() }, newId, wakeJobs: () => {} }
  const recordAlone: typeof addEvidence = {
    ...addEvidence,
    run: async (context, input) => ({ ...(await addEvidence.run(context, input)), touched: [] }),
  }
  let count = 0
  const write = (verb: typeof addEvidence) => () => {
    count += 1
    const itemId = places[count % places.length]?.id
    const content = { kind: 'statement', statement: `What was done for this item, number ${count}.` }
    const input = { productId, itemId, content, submit: true }
    return execute(services, verb, { principal: person, place, input, key: `${name}-${count}` })
  }
  const times = await takeTurns({ alone: write(recordAlone), whole: write(addEvidence) }, rounds, 12)
  return [
    {
      what: `a one-item write on ${name}, product of ${items.length} items`,
      unit: 'the same write with its record alone',
      value: ratio(times, 'whole', 'alone'),
      goal: 1.5,
    },
  ]
}
