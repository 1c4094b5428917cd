import { items } from '@sevenstep/onboarding'
import fc from 'fast-check'
import { evidence, products, reviewRequests, waivers } from '../src/db/schema/index.ts'
import type { Transaction } from '../src/db/scope.ts'
import { Failure } from '../src/domain/failure.ts'
import { readFactHashes } from '../src/product/fact-hashes.ts'
import { readProductInput } from '../src/product/product-input.ts'
import { sampleGoals, type TestIsv, type TestPerson, type TestTracker } from '../src/testing/tracker.ts'
import { writeComment } from '../src/verbs/comments/write-comment.ts'
import type { IsvContext, Verb } from '../src/verbs/define-verb.ts'
import { addEvidence } from '../src/verbs/evidence/add-evidence.ts'
import { submitEvidence } from '../src/verbs/evidence/submit-evidence.ts'
import { withdrawEvidence } from '../src/verbs/evidence/withdraw-evidence.ts'
import { execute } from '../src/verbs/execute.ts'
import { setGoals } from '../src/verbs/goals/set-goals.ts'
import { claimReview } from '../src/verbs/reviews/claim-review.ts'
import { decideReview } from '../src/verbs/reviews/decide-review.ts'
import { submitReview } from '../src/verbs/steps/submit-review.ts'
import { withdrawReview } from '../src/verbs/steps/withdraw-review.ts'
import { approveWaiver } from '../src/verbs/waivers/approve-waiver.ts'
import { denyWaiver } from '../src/verbs/waivers/deny-waiver.ts'
import { requestWaiver } from '../src/verbs/waivers/request-waiver.ts'
import { revokeWaiver } from '../src/verbs/waivers/revoke-waiver.ts'
import type { Spot } from './held-true.ts'

/** Something that somebody tries; numbers choose among what is there at that moment. */
export interface Command {
  readonly what:
    | 'hand in'
    | 'submit draft'
    | 'take back'
    | 'ask for waiver'
    | 'approve waiver'
    | 'deny waiver'
    | 'revoke waiver'
    | 'ask for review'
    | 'withdraw review'
    | 'claim'
    | 'approve'
    | 'ask for changes'
    | 'answer goals'
    | 'say'
  readonly pick: number
  readonly who: number
  /** On a version that nobody has any more. */
  readonly stale: boolean
}

/** Any command by anybody, right or wrong. */
export const commands: fc.Arbitrary<Command> = fc.record({
  what: fc.constantFrom(
    'hand in',
    'submit draft',
    'take back',
    'ask for waiver',
    'approve waiver',
    'deny waiver',
    'revoke waiver',
    'ask for review',
    'withdraw review',
    'claim',
    'approve',
    'ask for changes',
    'answer goals',
    'say',
  ),
  pick: fc.nat(1000),
  who: fc.nat(1000),
  stale: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
})

/** Where commands are carried out. */
export interface World {
  readonly tracker: TestTracker
  readonly spot: Spot
  readonly now: () => Date
  /** What it answered, or the refusal; anything else is thrown. The same request with the same key is sent unchanged. */
  readonly carryOut: (command: Command & { readonly key: string }) => Promise<unknown>
}

/** Items of one small step, so that sequences meet each other. */
const provable = items.filter(
  ({ step, verification }) =>
    step === 5 && verification.by === 'evidence' && verification.evidence.accepts.includes('statement'),
)
const places =
  provable.length > 0 ? provable : items.filter(({ verification }) => verification.by === 'evidence').slice(0, 4)

interface Sent {
  readonly person: TestPerson
  readonly verb: Verb<never, unknown, IsvContext>
  readonly input: unknown
}

/** The world of one ISV, for its people and the staff of its programme. */
export function worldOf(tracker: TestTracker, isv: TestIsv): World {
  const programme = [tracker.programme.contoso, tracker.programme.proseware].includes(isv)
    ? tracker.programme
    : tracker.other
  const { organizationId } = programme
  const spot = { organizationId, isvId: isv.isvId, productId: isv.productId }
  const people = [isv.admin, isv.member, programme.reviewer, programme.secondReviewer, programme.partnerManager]
  const sent = new Map<string, Sent>()
  const carryOut = async (command: Command & { readonly key: string }): Promise<unknown> => {
    const known = sent.get(command.key)
    const request =
      known ??
      (await tracker.database.within({ kind: 'isv', ...spot, internal: true }, (transaction) =>
        requestFor(transaction, spot, command, people, tracker.time.now),
      ))
    if (request === undefined) return 'nothing to do'
    sent.set(command.key, request)
    const { person, verb, input } = request
    const place = { organizationId, isvId: isv.isvId }
    try {
      return await execute(tracker.services, verb, { principal: person.principal, place, input, key: command.key })
    } catch (error) {
      if (error instanceof Failure && error.code !== 'internal') return error
      throw error
    }
  }
  return { tracker, spot, now: () => tracker.time.now, carryOut }
}

async function requestFor(
  transaction: Transaction,
  { productId }: Spot,
  { what, pick, who, stale }: Command,
  people: readonly TestPerson[],
  now: Date,
): Promise<Sent | undefined> {
  const person = people[who % people.length]
  const itemId = places[pick % places.length]?.id
  const anyOf = <Row>(rows: readonly Row[]) => rows[pick % Math.max(rows.length, 1)]
  const version = (row: { readonly version: number } | undefined) => (row?.version ?? 1) - (stale ? 1 : 0)
  const send = <Input, Result>(verb: Verb<Input, Result, IsvContext>, input: unknown): Sent | undefined =>
    // Which input fits is the verb's own business: it parses what comes.
    person === undefined ? undefined : { person, verb: verb as unknown as Sent['verb'], input }
  const piece = anyOf(await transaction.select().from(evidence))
  const waiver = anyOf(await transaction.select().from(waivers))
  const request = (await transaction.select().from(reviewRequests)).at(-1)
  const ofPiece = {
    productId,
    itemId: piece?.itemId ?? itemId,
    evidenceId: piece?.id ?? 'evd_none',
    version: version(piece),
  }
  const ofWaiver = { waiverId: waiver?.id ?? 'wvr_none', version: version(waiver) }
  switch (what) {
    case 'hand in': {
      const statement = `What was done for it, number ${pick} of ${who}.`
      return send(addEvidence, { productId, itemId, content: { kind: 'statement', statement }, submit: pick % 3 > 0 })
    }
    case 'submit draft':
      return send(submitEvidence, ofPiece)
    case 'take back':
      return send(withdrawEvidence, ofPiece)
    case 'ask for waiver':
      return send(requestWaiver, {
        productId,
        itemId,
        waiverReason: 'It cannot be done before the spring.',
        expiresOn: '2027-03-01',
      })
    case 'approve waiver':
      return send(approveWaiver, { ...ofWaiver, expiresOn: '2027-03-01' })
    case 'deny waiver':
      return send(denyWaiver, { ...ofWaiver, decisionNote: 'It can be done at once, as was shown.' })
    case 'revoke waiver':
      return send(revokeWaiver, { ...ofWaiver, revokeReason: 'The reason for it is gone since today.' })
    case 'ask for review':
      return send(submitReview, { productId, step: places[0]?.step ?? 5 })
    case 'withdraw review':
      return send(withdrawReview, { productId, reviewId: request?.id ?? 'rev_none', version: version(request) })
    case 'claim':
      return send(claimReview, { reviewId: request?.id ?? 'rev_none', version: version(request) })
    case 'approve':
    case 'ask for changes': {
      const asked = Object.keys(request?.snapshot ?? {})
      const { input } = await readProductInput(transaction, productId, now)
      const facts = await readFactHashes(
        transaction,
        productId,
        asked as Parameters<typeof readFactHashes>[2],
        input.records,
      )
      const word = what === 'approve' ? {} : { decision: 'changes-requested', note: 'The picture is missing.' }
      const words = Object.fromEntries(
        asked.map((id) => [id, { seen: Object.entries(facts).find(([of]) => of === id)?.[1], ...word }]),
      )
      const whole =
        what === 'approve' ? { decision: 'approved' } : { decision: 'changes-requested', note: 'Look at the items.' }
      return send(decideReview, {
        reviewId: request?.id ?? 'rev_none',
        version: version(request),
        items: words,
        ...whole,
      })
    }
    case 'answer goals': {
      const [product] = await transaction.select().from(products)
      const goals = {
        ...sampleGoals,
        'auto-deploy': pick % 2 === 0 ? 'yes' : 'no',
        'embed-ui': pick % 3 === 0 ? 'yes' : 'no',
      }
      return send(setGoals, {
        productId,
        version: version(product),
        goals,
        kind: 'isv',
        publisher: 'verified-publisher',
        edition: 'current',
      })
    }
    case 'say':
      return send(writeComment, { productId, itemId, comment: `Said ${pick}.` })
  }
}
