import type { DraftFinding } from '@sevenstep/findings'
import { describe, expect, test } from 'vitest'
import { checkLicences } from '../../src/engine/check-licences.ts'
import { readLicenceFile } from '../../src/licences/read-licence-file.ts'
import { type BlindFault, type ExpectedPlace, type ListName, today } from './blind-fault.ts'
import { cleanFacts, cleanTenant } from './clean-tenant.ts'
import { foundBy } from './found-by.ts'
import { blindFaults } from './index.ts'
import { plant } from './plant.ts'

const severities = ['info', 'warning', 'error']
const jsonLists: readonly ListName[] = ['users.json', 'subscriptions.json', 'flows.json', 'purchases.json']

function check(lists: ReadonlyMap<ListName, string>, { lists: names = jsonLists, facts }: Partial<BlindFault>) {
  const files = names.map((name) => readLicenceFile(name, lists.get(name) ?? ''))
  return checkLicences(files, { today, facts: { ...cleanFacts, ...facts } }).subject.findings
}

/** Whether a finding stands at a place: there or on a part of it, or on the line. */
function standsAt({ file, pointer, range }: DraftFinding, place: ExpectedPlace, text: string): boolean {
  if (file !== place.file) return false
  if (place.line !== undefined) {
    return range !== undefined && text.split('\n')[range.start.line - 1]?.includes(place.line) === true
  }
  if (place.pointer === undefined) return true
  return pointer !== undefined && (pointer === place.pointer || pointer.startsWith(`${place.pointer}/`))
}

describe('faults written blind', () => {
  test.for([jsonLists, ['table.csv', 'flows.json', 'subscriptions.json'] as const])(
    'the faultless %s have no finding',
    (lists) => {
      expect(check(cleanTenant(), { lists })).toEqual([])
    },
  )

  test.for(blindFaults)('$name', (fault) => {
    const lists = cleanTenant()
    plant(fault, lists)
    const found = check(lists, fault)
    const said = found.map(({ ruleId, severity, file, pointer, range, message }) =>
      [ruleId, severity, file, pointer ?? '', range?.start.line ?? '', message.what].join(' | '),
    )
    const hits = found.filter(
      (finding) =>
        severities.indexOf(finding.severity) >= severities.indexOf(fault.severity) &&
        (fault.at.length === 0 || fault.at.some((place) => standsAt(finding, place, lists.get(place.file) ?? ''))),
    )
    expect(
      hits.map(({ ruleId }) => ruleId),
      said.join('\n'),
    ).not.toEqual([])
    expect([...new Set(found.map(({ ruleId }) => ruleId))].sort(), said.join('\n')).toEqual(foundBy[fault.name])
  })
})
