import type { ItemId, ItemRecord, ProductInput } from '../index.ts'
import { items } from '../items/catalogue.ts'
import type { Answer, GoalId, Goals } from '../vocabulary.ts'
import { goalIds } from '../vocabulary.ts'

/** Goals that are all "no" but for those given. */
export function goalsWith(given: Readonly<Partial<Record<GoalId, Answer>>> = {}): Goals {
  return {
    'expose-data': 'no',
    'connector-public': 'no',
    'embed-ui': 'no',
    'prebuilt-flows': 'no',
    'auto-deploy': 'no',
    'customers-lack-licences': 'no',
    'list-appsource': 'no',
    ...given,
  }
}

/** Goals from a line of letters in the order of asking: y, n and ? for don't know. */
export function goalsFrom(letters: string): Goals {
  const answers: Readonly<Record<string, Answer>> = { y: 'yes', n: 'no', '?': 'unknown' }
  return goalsWith(
    Object.fromEntries(goalIds.map((goal, index) => [goal, answers[letters[index] ?? '?'] ?? 'unknown'])),
  )
}

/** A product begun on Monday 2 November 2026 and looked at on Friday the 6th. */
export function productInput(changes: Partial<ProductInput> = {}): ProductInput {
  return {
    edition: 'current',
    kind: 'isv',
    publisher: 'verified-publisher',
    goals: goalsWith({ 'embed-ui': 'yes' }),
    targets: { steps: {} },
    records: {},
    waits: [],
    ballLog: [{ since: '2026-11-02T08:00:00Z', ball: 'isv' }],
    createdAt: '2026-11-02T08:00:00Z',
    calendar: { timeZone: 'Europe/Amsterdam', holidays: [] },
    now: '2026-11-06T11:00:00Z',
    ...changes,
  }
}

/** A record that proves the item, by a run or by accepted evidence. */
export function provedRecord(id: ItemId): ItemRecord {
  const item = items.find((candidate) => candidate.id === id)
  if (item === undefined) throw new Error(`There is no item ${id}.`)
  const at = '2026-11-03T09:00:00Z'
  switch (item.verification.by) {
    case 'automatic': {
      const fact = { outcome: 'passed', errors: 0, warnings: 0 } as const
      const families = Object.fromEntries(item.verification.families.map((family) => [family, fact]))
      return { verification: { runId: 'run', outcome: 'passed', families, checkedAt: at, passedAt: at } }
    }
    case 'review':
      return { review: { id: 'review', state: 'approved', at } }
    default:
      return { evidence: { id: 'evidence', state: 'accepted', at } }
  }
}

/** Records that prove every item for which `chosen` holds. */
export function provedRecords(chosen: (id: ItemId) => boolean = () => true): Readonly<Record<ItemId, ItemRecord>> {
  return Object.fromEntries(items.filter(({ id }) => chosen(id)).map(({ id }) => [id, provedRecord(id)]))
}
