import { expect, test } from 'vitest'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { licenceDetail, userWith } from '../testing/given-list.ts'
import { judgeEntitlements, judgeFlows } from './judge-entitlements.ts'

const people = ['anna', 'ben', 'carla'].map((name, number) =>
  userWith(number === 0 ? [licenceDetail('premium')] : [], { id: name, userPrincipalName: `${name}@contoso.example` }),
)

const { users, flows } = readLicenceFile(
  'list.json',
  JSON.stringify({
    users: people,
    flows: [
      { name: 'Everybody', trigger: 'automated', connectors: [{ id: 'shared_sql', tier: 'premium' }], context: 'none' },
      { name: 'Gone', trigger: 'automated', owner: 'gone@contoso.example', connectors: [], context: 'none' },
      { name: 'Nobody', trigger: 'instant', runners: [], connectors: [], context: 'none' },
      { name: 'Own', trigger: 'automated', owner: 'ben@contoso.example', connectors: [], context: 'none' },
    ],
  }),
)

test('one by one come the answers that come together', () => {
  const together = [...judgeFlows({ users, flows })].flatMap(({ flow, answers }) =>
    answers.flatMap(({ outcome, users: covered, others }) => [
      ...covered.map((user) => ({ flow, who: user.name, user, state: outcome.state, outcome })),
      ...others.map((who) => ({ flow, who, user: undefined, state: outcome.state, outcome })),
    ]),
  )
  expect(together.length).toBeGreaterThan(4)
  expect([...judgeEntitlements({ users, flows })]).toEqual(together)
})

test('flows are taken when they are asked for, and let go when nobody asks any more', () => {
  const seen: string[] = []
  function* given() {
    try {
      for (const flow of flows) {
        seen.push(flow.name)
        yield flow
      }
    } finally {
      seen.push('closed')
    }
  }
  const answers = judgeEntitlements({ users, flows: given() })
  expect(seen).toEqual([])
  for (const { flow } of answers) if (flow.name === 'Everybody') break
  expect(seen).toEqual(['Everybody', 'closed'])
  expect(answers.next()).toEqual({ done: true, value: undefined })
})
