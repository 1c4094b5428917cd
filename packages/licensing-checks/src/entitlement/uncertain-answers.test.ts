import { describe, expect, test } from 'vitest'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { licenceDetail, userWith } from '../testing/given-list.ts'
import { judgeEntitlements } from './judge-entitlements.ts'

const owner = userWith([licenceDetail('premium')], { id: 'owner', userPrincipalName: 'owner@contoso.example' })
const seeded = userWith([licenceDetail('business')], { id: 'seeded', userPrincipalName: 'seeded@contoso.example' })
const bare = userWith([], { id: 'bare', userPrincipalName: 'bare@contoso.example' })

function answersTo(flow: object) {
  const list = { users: [owner, seeded, bare], flows: [{ name: 'F', ...flow }] }
  const { users, flows, problems } = readLicenceFile('list.json', JSON.stringify(list))
  expect(problems).toEqual([])
  return [...judgeEntitlements({ users, flows, subscriptions: [] })].map(({ who, state, outcome }) =>
    [who.split('@')[0], state, outcome.rule].join(' '),
  )
}

describe('a flow of which nobody said how it begins', () => {
  const premium = { connectors: [{ id: 'shared_sql', tier: 'premium' }], context: 'none' }

  test.each([
    {
      name: 'a runner without a licence is asked about although the owner is covered',
      flow: { owner: 'owner@contoso.example', runners: ['bare@contoso.example'] },
      answers: ['owner covered premium-covers', 'bare ask trigger-unknown'],
    },
    {
      name: 'so is a runner who is not listed',
      flow: { owner: 'owner@contoso.example', runners: ['gone@contoso.example'] },
      answers: ['owner covered premium-covers', 'gone ask person-not-listed'],
    },
    {
      name: 'and the owner, where the runners are covered',
      flow: { owner: 'bare@contoso.example', runners: ['owner@contoso.example'] },
      answers: ['bare ask trigger-unknown', 'owner covered premium-covers'],
    },
    {
      name: 'who owns and runs it lacks a licence either way',
      flow: { owner: 'bare@contoso.example', runners: ['bare@contoso.example'] },
      answers: ['bare gap no-licence'],
    },
    {
      name: 'everybody may run it where no runners are named',
      flow: { owner: 'owner@contoso.example' },
      answers: ['owner covered premium-covers', 'seeded ask trigger-unknown', 'bare ask trigger-unknown'],
    },
    {
      name: 'an application may pay, or its runners',
      flow: { owner: { servicePrincipal: 'deployer' }, runners: ['owner@contoso.example'] },
      answers: ['deployer ask trigger-unknown', 'owner covered premium-covers'],
    },
    {
      name: 'everybody’s own copy is paid for by everybody',
      flow: {},
      answers: ['owner covered premium-covers', 'seeded gap standard-only', 'bare gap no-licence'],
    },
  ])('$name', ({ flow, answers }) => {
    expect(answersTo({ ...premium, ...flow })).toEqual(answers)
  })
})

describe('connectors whose tier nobody looked up', () => {
  const scheduled = { trigger: 'scheduled', context: 'none' }

  test.each([
    { name: 'standard by our table', connector: 'shared_office365', seeded: 'ask tier-assumed' },
    {
      name: 'standard with low confidence',
      connector: { id: 'shared_office365', tier: 'standard', confidence: 'low' },
      seeded: 'ask tier-assumed',
    },
    {
      name: 'standard as somebody said',
      connector: { id: 'shared_office365', tier: 'standard' },
      seeded: 'covered standard-covered',
    },
    { name: 'premium by our table', connector: 'shared_sql', seeded: 'gap standard-only' },
    // In one table of the house and not in the other until both were made one.
    { name: 'a connector of step 4’s table', connector: 'shared_slack', seeded: 'ask tier-assumed' },
  ])('$name', ({ connector, seeded: answer }) => {
    const [premium, ofOffice] = answersTo({ ...scheduled, connectors: [connector] })
    expect(premium).toMatch(/^owner covered /)
    expect(ofOffice).toBe(`seeded ${answer}`)
  })

  test('an assumed standard connector beside Dataverse leaves the context of Dynamics 365 a question', () => {
    const licence = { disabledPlans: [], skuId: '1e1a282c-9c54-43a2-9310-98ef728faace' }
    const dynamics = { userPrincipalName: 'd@contoso.example', assignedLicenses: [licence] }
    const dataverse = { id: 'shared_commondataserviceforapps', tier: 'premium' }
    const ruleWith = (other: object) => {
      const flows = [{ name: 'F', ...scheduled, connectors: [dataverse, { id: 'shared_office365', ...other }] }]
      const read = readLicenceFile('list.json', JSON.stringify({ users: [dynamics], flows }))
      const [answer] = judgeEntitlements({ users: read.users, flows: read.flows, subscriptions: [] })
      return answer?.outcome.rule
    }
    expect(ruleWith({ tier: 'standard' })).toBe('in-context-dynamics')
    expect(ruleWith({})).toBe('tier-assumed')
  })
})
