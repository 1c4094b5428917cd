import { createHash } from 'node:crypto'
import type {
  AddressFacts,
  EvidenceRecord,
  FamilyFact,
  ItemRecord,
  ProbedAddress,
  ProbeRecord,
  ProductInput,
  ReviewRecord,
  VerificationRecord,
  WaiverRecord,
} from '@sevenstep/onboarding'
import canonicalize from 'canonicalize'

/** Every field of a record by name; the compiler tells where one is left out. */
function everyField<Of>(fields: Readonly<Record<keyof Of & string, true>>): readonly (keyof Of & string)[] {
  // The type asks for exactly the names of the record.
  return Object.keys(fields) as (keyof Of & string)[]
}

const evidence = everyField<EvidenceRecord>({ id: true, state: true, at: true, validUntil: true })
const review = everyField<ReviewRecord>({ id: true, state: true, at: true, note: true })
const waiver = everyField<WaiverRecord>({ id: true, state: true, at: true, expiresAt: true })
const dispute = everyField<NonNullable<ItemRecord['dispute']>>({ state: true, at: true })
const family = everyField<Omit<FamilyFact, 'from'>>({
  outcome: true,
  errors: true,
  warnings: true,
  first: true,
  reported: true,
  reason: true,
  handIn: true,
})
const probed = everyField<Omit<ProbedAddress, 'seen' | 'unseen'>>({
  probeId: true,
  evidenceId: true,
  address: true,
  validUntil: true,
})
const seen = everyField<Omit<AddressFacts, 'headers' | 'families' | 'wrongParts' | 'findings'>>({
  at: true,
  milliseconds: true,
  hops: true,
  failure: true,
  status: true,
  finalAddress: true,
  contentType: true,
  title: true,
  signIn: true,
  namesProduct: true,
  isOpenIdConfiguration: true,
})
const verification = everyField<Omit<VerificationRecord, 'families'>>({
  runId: true,
  outcome: true,
  checkedAt: true,
  passedAt: true,
})

/** How each part of a record is told, in this order. */
const parts: { readonly [Part in keyof Required<ItemRecord>]: (record: ItemRecord) => unknown } = {
  openedAt: (record) => record.openedAt,
  verification: (record) => record.verification && verificationValues(record.verification),
  evidence: (record) => record.evidence && valuesOf(record.evidence, evidence),
  probe: (record) => record.probe && probeValues(record.probe),
  review: (record) => record.review && valuesOf(record.review, review),
  waiver: (record) => record.waiver && valuesOf(record.waiver, waiver),
  dispute: (record) => record.dispute && valuesOf(record.dispute, dispute),
}
const everyPart = Object.values(parts)

/**
 * Hash of everything a state follows from but the moment: SHA-512/256, in hexadecimal. The records, hundreds of them in every
 * change, go in as lists of their values in a fixed order, a tenth of the work of canonical JSON; the rest is little.
 */
export function inputHashOf({ now: _, records, ...rest }: ProductInput): string {
  const told = Object.entries(records)
  told.sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha512-256')
    .update(canonicalize(rest) ?? '')
    .update(`[${told.map(([id, record]) => `[${JSON.stringify(id)},${tellingOf(record)}]`).join()}]`)
    .digest('hex')
}

/** Of records that were told before; they are never changed, only replaced. */
const tellings = new WeakMap<ItemRecord, string>()

function tellingOf(record: ItemRecord): string {
  const known = tellings.get(record)
  if (known !== undefined) return known
  const told = JSON.stringify(everyPart.map((part) => part(record)))
  tellings.set(record, told)
  return told
}

function verificationValues(record: VerificationRecord): readonly unknown[] {
  const families = Object.entries(record.families).map(([id, fact]) => [id, factValues(fact)] as const)
  if (families.length > 1) families.sort(([one], [other]) => (one < other ? -1 : 1))
  return [valuesOf(record, verification), families]
}

function factValues(fact: FamilyFact): readonly unknown[] {
  const told = valuesOf(fact, family)
  return fact.from === undefined ? told : [...told, fact.from.runId, fact.from.checkedAt]
}

function probeValues({ addresses, passedAt }: ProbeRecord): readonly unknown[] {
  const told = addresses.map((address) => {
    const { seen: facts, unseen } = address
    const seenValues = facts && [
      valuesOf(facts, seen),
      // Few and seldom, so that canonical JSON is cheap enough.
      canonicalize([facts.headers ?? null, facts.families ?? null, facts.wrongParts ?? null, facts.findings ?? null]),
    ]
    return [valuesOf(address, probed), seenValues ?? null, unseen && [unseen.at, unseen.obstacle]]
  })
  return [told, passedAt ?? null]
}

/** What is absent becomes null in JSON, so that every value keeps its place. */
function valuesOf<Of>(record: Of, fields: readonly (keyof Of)[]): readonly unknown[] {
  return fields.map((field) => record[field])
}
