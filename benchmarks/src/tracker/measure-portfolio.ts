import { type Principal, plainQuestion, readPlaceOfProduct, readPortfolio } from '@sevenstep/tracker/measured'
import type { Figure } from '../results.ts'
import type { OwnPostgres } from './own-databases.ts'
import { ratio, takeTurns } from './take-turns.ts'
import { manyVendors } from './vendors.ts'

/** Programmes by size; the middle one has a row for every item of every product. */
const sizes = [
  { vendors: 200, itemsEach: 235 },
  { vendors: 2000, itemsEach: 235 },
  { vendors: 20_000, itemsEach: 0 },
]

/** The programme that pages are measured in. */
export const middle = 'org_2000'

/** A page of the portfolio against a point select in the same kind of transaction, and against itself in a small programme. */
export async function measurePortfolio({ database, asOwner }: OwnPostgres, rounds: number): Promise<Figure[]> {
  for (const { vendors, itemsEach } of sizes) await asOwner(manyVendors(`org_${vendors}`, vendors, itemsEach))
  const steps = Object.fromEntries(
    sizes.flatMap(({ vendors }) => {
      const organizationId = `org_${vendors}`
      const staff: Principal = {
        kind: 'person',
        userId: 'usr_staff',
        name: 'Daan',
        held: [{ role: 'partner-manager', organizationId, isvId: null }],
      }
      const viewer = { organizationId, userId: 'usr_staff', manages: true }
      return [
        [`page ${vendors}`, () => readPortfolio({ database }, viewer, plainQuestion)],
        [`point ${vendors}`, () => readPlaceOfProduct(database, staff, `prd_${organizationId}_100`)],
      ]
    }),
  )
  const times = await takeTurns(steps, rounds, 10)
  return [
    ...sizes.map(({ vendors, itemsEach }) => ({
      what: `the portfolio's first page at ${vendors} ISVs, ${vendors * itemsEach} item rows`,
      unit: 'a point select in the same kind of transaction',
      value: ratio(times, `page ${vendors}`, `point ${vendors}`),
      goal: 3,
    })),
    {
      what: 'the same page at 20000 ISVs',
      unit: 'at 200 ISVs',
      value: ratio(times, 'page 20000', 'page 200'),
    },
  ]
}
