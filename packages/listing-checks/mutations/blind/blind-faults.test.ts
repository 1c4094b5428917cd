import type { DraftFinding } from '@sevenstep/findings'
import { describe, expect, test } from 'vitest'
import { checkOffer } from '../../src/engine/check-offer.ts'
import { readOffer } from '../../src/offer/read-offer.ts'
import { type BlindFault, bothOffers, type CleanOffer, type ExpectedPlace, today } from './blind-fault.ts'
import { cleanOffer, type Folder } from './clean-offers.ts'
import { foundBy } from './found-by.ts'
import { blindFaults } from './index.ts'
import { entryText, plant } from './plant.ts'

const severities = ['info', 'warning', 'error']

function check(folder: Folder, { edition, facts }: Partial<BlindFault> = {}): readonly DraftFinding[] {
  const files = [...folder].map(([path, bytes]) => ({ path, bytes }))
  const options = { today, ...(edition !== undefined && { edition }), ...(facts !== undefined && { facts }) }
  return checkOffer(readOffer(files), options).subject.findings
}

/** Whether a finding stands at a place: in the offer’s file exactly there, elsewhere in the file, entry or line. */
function standsAt(finding: DraftFinding, place: ExpectedPlace, folder: Folder): boolean {
  if ('pointer' in place) return finding.file === 'offer.json' && finding.pointer === place.pointer
  if ('file' in place) return finding.file === place.file
  if (!finding.file.endsWith(`/${place.entry}`)) return false
  if (place.line === undefined) return true
  const lines = entryText(folder, place.entry)?.split('\n') ?? []
  return finding.range !== undefined && lines[finding.range.start.line - 1]?.includes(place.line) === true
}

describe('faults written blind', () => {
  test.for(bothOffers)('the faultless %s offer has no finding', (kind) => {
    expect(check(cleanOffer(kind))).toEqual([])
  })

  const cases = blindFaults.flatMap((fault) => fault.offers.map((kind) => ({ ...fault, kind })))
  test.for(cases)('$kind: $name', (fault: BlindFault & { readonly kind: CleanOffer }) => {
    const folder = cleanOffer(fault.kind)
    plant(fault, folder)
    const found = check(folder, fault)
    const said = found.map(({ ruleId, severity, file, pointer, range, message }) =>
      [ruleId, severity, file, pointer ?? '', range?.start.line ?? '', message.what].join(' | '),
    )
    const hits = found.filter(
      (finding) =>
        severities.indexOf(finding.severity) >= severities.indexOf(fault.severity) &&
        fault.at.some((place) => standsAt(finding, place, folder)),
    )
    expect(
      hits.map(({ ruleId }) => ruleId),
      said.join('\n'),
    ).not.toEqual([])
    expect(foundBy[fault.name], said.join('\n')).toEqual(expect.arrayContaining(found.map(({ ruleId }) => ruleId)))
  })

  test('every rule that is expected to find something does', () => {
    const found = (fault: BlindFault) =>
      fault.offers.flatMap((kind) => {
        const folder = cleanOffer(kind)
        plant(fault, folder)
        return check(folder, fault).map(({ ruleId }) => ruleId)
      })
    const all = blindFaults.map((fault) => [fault.name, [...new Set(found(fault))].sort()] as const)
    expect(Object.fromEntries(all)).toEqual(foundBy)
  })
})
