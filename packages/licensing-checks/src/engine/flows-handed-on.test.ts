import type { HandedOnFacts, LearnedFlow } from '@sevenstep/rule-engine/handed-on'
import { describe, expect, test } from 'vitest'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { licenceDetail, listPath, listText, userWith } from '../testing/given-list.ts'
import { checkLicences } from './check-licences.ts'

const premiumFlow = { name: 'Report', connectors: [{ id: 'shared_sql', tier: 'premium' }], trigger: 'automated' }
const people = { flows: undefined, users: [userWith([licenceDetail('business')])] }

const handed = (owner: LearnedFlow['owner']): Pick<HandedOnFacts, 'flows'> => ({
  flows: { value: [{ entry: premiumFlow, owner }], from: ['a.zip'] },
})

function checked(list: Readonly<Record<string, unknown>>, handedOn: Pick<HandedOnFacts, 'flows'>) {
  const { subject } = checkLicences([readLicenceFile(listPath, listText({ list }))], { handedOn, today: '2026-11-20' })
  const open = (rule: string) => (subject.notChecked ?? []).find(({ rules }) => rules.includes(rule))
  return { subject, open, found: subject.findings.map(({ ruleId }) => ruleId) }
}

describe('flows of packages', () => {
  test('of which everybody makes a copy are judged for everybody, and the report says where they are from', () => {
    const { subject, found, open } = checked(people, handed('each-user'))
    expect(found).toContain('licence-covers-flow')
    expect(open('licence-flows-listed')).toBeUndefined()
    expect(subject.handedOn).toEqual([{ fact: 'flows', words: 'the flows that are meant to run', from: ['a.zip'] }])
  })

  test('of which nobody knows the owner: their tiers are judged, and nobody’s licence', () => {
    const { found, open } = checked(people, handed('unknown'))
    expect(found.filter((rule) => rule.startsWith('licence-cover'))).toEqual([])
    for (const rule of ['licence-covers-flow', 'licence-coverage-answered', 'licence-requests-summed']) {
      expect(open(rule)?.reason).toContain('Who will own the flows of a.zip is not known.')
    }
    expect(open('licence-connector-tier-known')).toBeUndefined()
  })

  test('count for nothing where there is a list of flows, or one that may be it and cannot be read', () => {
    expect(checked({}, handed('each-user')).subject.handedOn).toBeUndefined()
    const files = [listText({ list: people }), '{"flows":[{"name":'].map((text, at) =>
      readLicenceFile(`${at}.json`, text),
    )
    const { subject } = checkLicences(files, { handedOn: handed('each-user'), today: '2026-11-20' })
    expect(subject.handedOn).toBeUndefined()
  })

  test('that could not be told apart are named beside what is lacking', () => {
    const { open } = checked(people, { flows: { reason: 'There are two.', handIn: 'Say which.' } })
    expect(open('licence-covers-flow')).toMatchObject({
      reason: 'No list says which flows are meant to run. There are two.',
      handIn: 'Say which.',
    })
  })
})
