import type { Ball, HealthLevel, Text } from '@sevenstep/onboarding'
import { isvs, productSummaries, products } from '../db/schema/index.ts'
import type { Database } from '../db/scope.ts'
import { newId } from '../domain/ids.ts'
import { healthLevels } from '../reads/portfolio/portfolio-question.ts'

/** What a sample portfolio is made with. */
export interface SampleOptions {
  readonly organizationId: string
  readonly ownerIds: readonly (string | null)[]
  readonly isvs: number
  readonly products: number
  readonly now: Date
}

const names = [
  'Contoso Fleet',
  'Proseware HR',
  'Adatum Billing',
  'Fabrikam Health',
  'Woodgrove Bank',
  'Northwind Freight',
  'Litware Signing',
  'Tailspin Retail',
  'Wingtip Toys',
  'Lucerne Media',
  'Trey Research',
  'Relecloud Sync',
]
const productNames = [
  'Connect',
  'PeopleSync',
  'Ledger Bridge',
  'CarePath',
  'Consent Hub',
  'Dock',
  'SignFlow',
  'Shelf',
  'Playlist',
]
const strips = [
  'pfws--s',
  'fss---s',
  'pws-sww',
  'ppppwrs',
  'ppws-ws',
  'pppr--s',
  'ppppprp',
  'ppp--pp',
  'ssss--s',
  '??-----',
]
const reasons: readonly Text[] = [
  {
    en: 'Certification returned twice: response schema missing',
    nl: 'Certificering kwam twee keer terug: antwoordschema ontbreekt',
  },
  { en: 'Redirect address uses http', nl: 'Omleidingsadres gebruikt http' },
  { en: 'Customers without licences: answer missing', nl: 'Klanten zonder licentie: antwoord ontbreekt' },
  { en: 'Preview window closes in 2 days', nl: 'Voorbeeldversie sluit over 2 dagen' },
  { en: 'Template pack waits for a second reviewer', nl: 'Sjablonen wachten op een tweede beoordelaar' },
]
const balls: readonly Ball[] = ['isv', 'isv', 'us', 'microsoft', 'nobody']
const healths: readonly HealthLevel[] = [
  'stuck',
  'overdue',
  'at-risk',
  'on-track',
  'on-track',
  'on-track',
  'on-track',
  'ready',
  'new',
  'paused',
]

/** Fills a programme with products in every state; only what a portfolio reads, so that twenty thousand take seconds. */
export async function addSamplePortfolio(database: Database, options: SampleOptions): Promise<void> {
  const { organizationId, ownerIds, now } = options
  const stamps = { createdAt: now, updatedAt: now }
  const isvIds = Array.from({ length: options.isvs }, () => newId('isv'))
  const pick = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value
  const batch = 1_000
  await database.within({ kind: 'programme', organizationId }, async (transaction) => {
    for (let start = 0; start < isvIds.length; start += batch) {
      await transaction.insert(isvs).values(
        isvIds.slice(start, start + batch).map((id, offset) => ({
          id,
          isvId: id,
          organizationId,
          name: nameOf(start + offset),
          state: 'active' as const,
          timeZone: 'Europe/Amsterdam',
          ownerId: pick(ownerIds, start + offset),
          ...stamps,
        })),
      )
    }
    for (let start = 0; start < options.products; start += batch) {
      const rows = Array.from({ length: Math.min(batch, options.products - start) }, (_, offset) => start + offset)
      const made = rows.map((index) => ({ id: newId('prd'), index, isvId: pick(isvIds, index) }))
      await transaction.insert(products).values(
        made.map(({ id, index, isvId }) => ({
          id,
          isvId,
          organizationId,
          name: pick(productNames, index),
          kind: 'isv' as const,
          edition: 'current' as const,
          publisher: 'verified-publisher' as const,
          targets: { steps: {} },
          ...stamps,
        })),
      )
      await transaction.insert(productSummaries).values(
        made.map(({ id, index, isvId }) => {
          const health = pick(healths, index)
          const days = (index * 7) % 45
          return {
            productId: id,
            isvId,
            organizationId,
            isvName: nameOf(index % isvIds.length),
            productName: pick(productNames, index),
            ownerId: pick(ownerIds, index % isvIds.length),
            isvState: 'active' as const,
            status: health === 'ready' ? ('ready' as const) : ('in-progress' as const),
            cells: pick(strips, index),
            strengths: 'RRRR--r',
            proved: index % 30,
            total: 41,
            failing: index % 3,
            regressed: 0,
            health,
            healthRank: healthLevels.indexOf(health),
            because: pick(reasons, index),
            ball: pick(balls, index),
            stage: 'step-2',
            stageSince: new Date(now.getTime() - days * 86_400_000),
            nextDue:
              index % 4 === 0 ? null : new Date(now.getTime() + (index % 60) * 86_400_000).toISOString().slice(0, 10),
            inputHash: '',
            updatedAt: now,
          }
        }),
      )
    }
  })
}

function nameOf(index: number): string {
  const round = Math.floor(index / names.length)
  return `${names[index % names.length] ?? ''}${round === 0 ? '' : ` ${round + 1}`}`
}
