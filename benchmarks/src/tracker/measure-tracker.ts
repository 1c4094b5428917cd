import type { Figure } from '../results.ts'
import { measurePages } from './measure-pages.ts'
import { measurePortfolio } from './measure-portfolio.ts'
import { measureReads } from './measure-reads.ts'
import { measureWrites } from './measure-writes.ts'
import { openOwnPglite, openOwnPostgres } from './own-databases.ts'
import { makeFullProduct } from './vendors.ts'

/** The tracker beside the bare driver, a point select, an empty page and a write without summaries. */
export async function measureTracker(rounds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  const postgres = await openOwnPostgres()
  try {
    await makeFullProduct(postgres.database)
    figures.push(...(await measureReads(postgres, rounds)))
    figures.push(...(await measureWrites(postgres.database, 'PostgreSQL', rounds)))
    figures.push(...(await measurePortfolio(postgres, rounds)))
    figures.push(...(await measurePages(postgres.database, rounds)))
  } finally {
    await postgres.drop()
  }
  const pglite = await openOwnPglite()
  try {
    await makeFullProduct(pglite)
    figures.push(...(await measureReads({ database: pglite }, rounds)))
    figures.push(...(await measureWrites(pglite, 'PGlite', rounds)))
  } finally {
    await pglite.close()
  }
  return figures
}
