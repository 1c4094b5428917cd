import {
  deriveProduct,
  familiesOf,
  type ItemVerdict,
  items,
  type ProductInput,
  type RuleRoom,
} from '@sevenstep/onboarding'
import { checkFiles } from '../checks/worker/check-files.ts'
import type { UploadedFile } from '../checks/worker/messages.ts'
import type { KnownBeside } from '../checks/worker/rooms/room.ts'
import { recordFrom } from '../product/item-record.ts'

const known: KnownBeside = { profile: 'verified-publisher', today: '2026-11-20', edition: 'current' }

const rooms: readonly RuleRoom[] = [
  'certification-rules',
  'flow-embed',
  'flow-templates',
  'licensing-checks',
  'listing-checks',
]

/** The items of steps 1, 3, 4, 6 and 7 that rules decide, as far as today's edition asks for them. */
export const decidedByRules = items.filter(({ verification, editions }) => {
  const named =
    verification.by === 'automatic' ? verification : 'rules' in verification ? verification.rules : undefined
  return named !== undefined && rooms.includes(named.room) && editions.includes('current')
})

const everything: NonNullable<ProductInput['goals']> = {
  'expose-data': 'yes',
  'connector-public': 'yes',
  'embed-ui': 'yes',
  'prebuilt-flows': 'yes',
  'auto-deploy': 'yes',
  'customers-lack-licences': 'yes',
  'list-appsource': 'yes',
}

/**
 * How the items stand after uploads that follow each other, when nothing else is known of the product; without those that
 * nobody has begun.
 */
export function verdictsAfter(...uploads: readonly (readonly UploadedFile[])[]): Readonly<Record<string, ItemVerdict>> {
  const runs = uploads.map((files, index) => {
    const { families } = checkFiles(files, known)
    return {
      id: `run-${index}`,
      state: 'passed' as const,
      families,
      finishedAt: new Date(Date.UTC(2026, 10, 20, index)),
    }
  })
  const nothing = { evidence: [], probes: [], reviews: [], waivers: [], disputes: [], firstCommentAt: undefined }
  const records = Object.fromEntries(
    items.filter((item) => familiesOf(item).length > 0).map(({ id }) => [id, recordFrom(id, { ...nothing, runs })]),
  )
  const state = deriveProduct({
    edition: 'current',
    kind: 'isv',
    publisher: 'verified-publisher',
    goals: everything,
    targets: { steps: {} },
    records,
    waits: [],
    ballLog: [],
    createdAt: '2026-11-01T00:00:00Z',
    calendar: { timeZone: 'UTC', holidays: [] },
    now: '2026-11-20T12:00:00Z',
  })
  const verdicts = new Map(state.items.map(({ id, verdict }) => [id, verdict]))
  return Object.fromEntries(
    decidedByRules.flatMap(({ id }) => {
      const verdict = verdicts.get(id)
      // What waits for another item has not been begun either.
      return verdict === undefined || verdict === 'not-started' || verdict === 'waiting' ? [] : [[id, verdict]]
    }),
  )
}
