import type { Answer, Goals } from '@sevenstep/onboarding'

/** A vendor of the demo with its one product. */
export interface DemoVendor {
  readonly name: string
  readonly product: string
  /** How long ago it joined. */
  readonly daysAgo: number
  /** Days until (or, below zero, since) the product's target; absent where none is set. */
  readonly dueInDays?: number
  /** Absent where the goals were never answered. */
  readonly goals?: Goals
}

/** Seven letters, one for each goal in their order: yes, no, unknown. */
function answers(letters: string): Goals {
  const [data, open, embed, prebuilt, deploy, licences, list] = [...letters].map(
    (letter): Answer => (letter === 'y' ? 'yes' : letter === 'n' ? 'no' : 'unknown'),
  )
  return {
    'expose-data': data ?? 'unknown',
    'connector-public': open ?? 'unknown',
    'embed-ui': embed ?? 'unknown',
    'prebuilt-flows': prebuilt ?? 'unknown',
    'auto-deploy': deploy ?? 'unknown',
    'customers-lack-licences': licences ?? 'unknown',
    'list-appsource': list ?? 'unknown',
  }
}

/** The vendors of the demo; the first two have people who can sign in. */
export const demoVendors: readonly DemoVendor[] = [
  { name: 'Contoso Fleet', product: 'Fleet Connect', daysAgo: 64, dueInDays: 55, goals: answers('yyyynny') },
  { name: 'Proseware HR', product: 'PeopleSync', daysAgo: 58, dueInDays: -18, goals: answers('yynynny') },
  { name: 'Adatum Billing', product: 'Ledger Bridge', daysAgo: 40, dueInDays: 13, goals: answers('yynny?y') },
  { name: 'Fabrikam Health', product: 'CarePath', daysAgo: 85, dueInDays: 30, goals: answers('yyyyyyn') },
  { name: 'Woodgrove Bank', product: 'Consent Hub', daysAgo: 33, dueInDays: 15, goals: answers('ynyynyn') },
  { name: 'Northwind Freight', product: 'Dock', daysAgo: 71, dueInDays: 7, goals: answers('yynnnny') },
  { name: 'Litware Signing', product: 'SignFlow', daysAgo: 92, dueInDays: 1, goals: answers('yyyyyyy') },
  { name: 'Tailspin Retail', product: 'Shelf', daysAgo: 110, goals: answers('ynnnnnn') },
  { name: 'Wingtip Toys', product: 'Playlist', daysAgo: 2, dueInDays: 53 },
]
