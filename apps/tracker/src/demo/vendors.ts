import type { Answer, Goals, StepId } from '@sevenstep/onboarding'

/** A vendor of the demo with its one product, and how far it has come. */
export interface DemoVendor {
  readonly name: string
  readonly product: string
  /** Who works on it there. */
  readonly contact: string
  /** How long ago it joined, in days. */
  readonly daysAgo: number
  /** Days until (or, below zero, since) the product's target; absent where none is set. */
  readonly dueInDays?: number
  /** Absent where the goals were never answered. */
  readonly goals?: Goals
  /** Steps in the order in which they were worked on; one that comes again renews what would have run out. */
  readonly story: readonly Chapter[]
  /** What goes on beside the steps. */
  readonly asides?: {
    readonly question?: { readonly itemId: string; readonly asked: string; readonly answered: string }
    readonly waiver?: { readonly itemId: string; readonly reason: string; readonly inDays: number }
    readonly submission?: { readonly reference: string; readonly daysAgo: number }
  }
  /** Said by the vendor: it cannot go on. */
  readonly stuck?: { readonly daysAgo: number; readonly reason: string }
}

/** What became of one step. */
export interface Chapter {
  readonly step: StepId
  readonly daysAgo: number
  /**
   * `proved`: handed in and approved. `waiting`: handed in, a review is asked for. `returned`: the reviewer asked for
   * changes. `almost`: all but the last of it handed in. `begun`: half of it. `failing`: the connector was checked and has
   * errors.
   */
  readonly outcome: 'proved' | 'waiting' | 'returned' | 'almost' | 'begun' | 'failing'
  /** Reports of a rehearsed deployment were handed in first. */
  readonly reported?: true
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
  {
    name: 'Contoso Fleet',
    product: 'Fleet Connect',
    contact: 'Anna de Vries',
    daysAgo: 64,
    dueInDays: 55,
    goals: answers('yynynny'),
    story: [
      { step: 1, daysAgo: 3, outcome: 'failing' },
      { step: 2, daysAgo: 9, outcome: 'proved' },
      { step: 4, daysAgo: 5, outcome: 'almost' },
    ],
    asides: {
      question: {
        itemId: '1.title-fitting',
        asked: 'Our product is called “Kestrel Car Rental”. May the title stay that long?',
        answered: 'Without “Connector 2.0” it is 18 characters, and fits. The version has a field of its own.',
      },
    },
  },
  {
    name: 'Proseware HR',
    product: 'PeopleSync',
    contact: 'Carla Mendes',
    daysAgo: 58,
    dueInDays: -18,
    goals: answers('yynnnny'),
    story: [
      { step: 1, daysAgo: 44, outcome: 'failing' },
      { step: 2, daysAgo: 40, outcome: 'begun' },
    ],
  },
  {
    name: 'Adatum Billing',
    product: 'Ledger Bridge',
    contact: 'Ivo Novak',
    daysAgo: 40,
    dueInDays: 13,
    goals: answers('yynyy?y'),
    story: [
      { step: 1, daysAgo: 20, outcome: 'proved' },
      { step: 2, daysAgo: 12, outcome: 'returned' },
    ],
  },
  {
    name: 'Fabrikam Health',
    product: 'CarePath',
    contact: 'Julia Brandt',
    daysAgo: 85,
    dueInDays: 30,
    goals: answers('yyyyyyn'),
    story: [
      { step: 1, daysAgo: 60, outcome: 'proved' },
      { step: 2, daysAgo: 45, outcome: 'proved' },
      { step: 3, daysAgo: 30, outcome: 'proved' },
      { step: 4, daysAgo: 14, outcome: 'proved' },
      { step: 1, daysAgo: 9, outcome: 'proved' },
      { step: 5, daysAgo: 4, outcome: 'waiting', reported: true },
    ],
    asides: { submission: { reference: 'MSFT-PC-20761', daysAgo: 5 } },
  },
  {
    name: 'Woodgrove Bank',
    product: 'Consent Hub',
    contact: 'Kofi Mensah',
    daysAgo: 33,
    dueInDays: 45,
    goals: answers('ynyynyn'),
    story: [
      { step: 1, daysAgo: 18, outcome: 'proved' },
      { step: 2, daysAgo: 8, outcome: 'proved' },
      { step: 3, daysAgo: 6, outcome: 'begun' },
    ],
    asides: {
      waiver: {
        itemId: '3.token-fits',
        reason: 'Our test tenant moves to another region; until then we cannot show a token of a second user.',
        inDays: 40,
      },
    },
  },
  {
    name: 'Northwind Freight',
    product: 'Dock',
    contact: 'Lena Olsen',
    daysAgo: 71,
    dueInDays: 27,
    goals: answers('ynyynnn'),
    story: [
      { step: 1, daysAgo: 50, outcome: 'proved' },
      { step: 2, daysAgo: 35, outcome: 'proved' },
      { step: 3, daysAgo: 15, outcome: 'proved' },
      { step: 4, daysAgo: 2, outcome: 'waiting' },
    ],
  },
  {
    name: 'Litware Signing',
    product: 'SignFlow',
    contact: 'Mateo Silva',
    daysAgo: 92,
    dueInDays: 21,
    goals: answers('yyyyyyy'),
    story: [
      { step: 1, daysAgo: 75, outcome: 'proved' },
      { step: 2, daysAgo: 66, outcome: 'proved' },
      { step: 3, daysAgo: 48, outcome: 'proved' },
      { step: 4, daysAgo: 33, outcome: 'proved' },
      { step: 5, daysAgo: 20, outcome: 'proved' },
      { step: 6, daysAgo: 10, outcome: 'proved' },
      { step: 1, daysAgo: 8, outcome: 'proved' },
      { step: 2, daysAgo: 7, outcome: 'proved' },
      { step: 4, daysAgo: 6, outcome: 'proved' },
      { step: 7, daysAgo: 1, outcome: 'waiting' },
    ],
  },
  {
    name: 'Tailspin Retail',
    product: 'Shelf',
    contact: 'Nadia Rossi',
    daysAgo: 110,
    goals: answers('ynnnnnn'),
    story: [{ step: 1, daysAgo: 30, outcome: 'proved' }],
  },
  {
    name: 'Trey Research',
    product: 'LabLink',
    contact: 'Oscar Lindholm',
    daysAgo: 70,
    dueInDays: 9,
    goals: answers('ynnynyn'),
    story: [
      { step: 1, daysAgo: 38, outcome: 'proved' },
      { step: 4, daysAgo: 33, outcome: 'returned' },
    ],
    stuck: { daysAgo: 21, reason: 'Our legal department has not released the licence terms for the templates.' },
  },
  {
    name: 'Wingtip Toys',
    product: 'Playlist',
    contact: 'Priya Nair',
    daysAgo: 2,
    dueInDays: 53,
    story: [],
  },
]
