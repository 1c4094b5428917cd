import { afterEach, describe, expect, test } from 'vitest'
import type { MemoryTargetOptions, MemoryWorld } from '../../fixtures/memory-target.ts'
import {
  type SampleFolder,
  sampleDeployer,
  sampleFolder,
  sampleWorld,
  sampleYaml,
  testSecret,
} from '../../fixtures/sample-deployment.ts'
import type { DataPolicy } from './check-policy.ts'

const folders: SampleFolder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

interface Given {
  readonly yaml?: (yaml: string) => string
  readonly world?: (world: MemoryWorld) => void
  readonly target?: MemoryTargetOptions
  readonly policy?: DataPolicy
  readonly environment?: Readonly<Record<string, string>>
}

async function planOf({ yaml = (text) => text, world: prepare, target, policy, environment }: Given) {
  const folder = sampleFolder(yaml(sampleYaml()))
  folders.push(folder)
  const world = sampleWorld()
  prepare?.(world)
  const options = { ...target, ...(environment !== undefined && { environment }) }
  const plan = await sampleDeployer(folder, world, options).deployer.plan(
    'fabrikam',
    policy === undefined ? {} : { policy },
  )
  expect(world.changes).toEqual([])
  return plan
}

const mail = '5c3a0000000040008000000000000001'
const replaceMail = (world: MemoryWorld, change: Partial<MemoryWorld['connections'][number]>) => {
  const [connection] = world.connections
  if (connection !== undefined) world.connections[0] = { ...connection, ...change }
}
const other = 'dddddddd-0000-4000-8000-000000000001'
const application = { principal: { kind: 'application', objectId: other, name: 'deployer' } } as const

describe('findings before an apply', () => {
  test.each<[string, Given, string[]]>([
    ['nothing', {}, []],
    ['a connection that is not there', { world: ({ connections }) => connections.splice(0) }, ['connection-there']],
    [
      'an id with its connector in front',
      { yaml: (text) => text.replace(mail, `shared_office365/${mail}`) },
      ['connection-id-bare'],
    ],
    [
      'a connection of another connector',
      { world: (world) => replaceMail(world, { connectorId: 'shared_sharepointonline' }) },
      ['connection-of-connector'],
    ],
    [
      'a connection in error',
      { world: (world) => replaceMail(world, { state: 'error', detail: 'Signed out' }) },
      ['connection-working'],
    ],
    [
      'a connection of somebody else',
      { world: (world) => replaceMail(world, { ownerId: other }) },
      ['connection-shared'],
    ],
    [
      'one that is shared for viewing only',
      {
        world: (world) => {
          replaceMail(world, { ownerId: other })
          world.grants.set(`connection:shared_office365/${mail}`, [
            { principalId: 'bbbbbbbb-0000-4000-8000-000000000001', kind: 'user', role: 'can-view' },
          ])
        },
      },
      ['connection-shared'],
    ],
    [
      'one that is shared well',
      {
        world: (world) => {
          replaceMail(world, { ownerId: other })
          world.grants.set(`connection:shared_office365/${mail}`, [
            { principalId: 'bbbbbbbb-0000-4000-8000-000000000001', kind: 'user', role: 'can-view-with-share' },
          ])
        },
      },
      [],
    ],
    [
      'a connector that is nowhere',
      { yaml: (text) => text.replace('connector: shared_office365', 'connector: shared_nowhere') },
      ['connector-before-connection', 'connection-of-connector'],
    ],
    ['a secret that is not there', { environment: {} }, ['secret-found']],
    [
      'an owner without a licence',
      {
        world: (world) => {
          world.plans = ['EXCHANGE_S_STANDARD']
        },
      },
      ['owner-licence'],
    ],
    ['a variable nobody knows', { yaml: (text) => text.replace(', type: text', '') }, ['variable-known']],
    [
      'a variable with two values',
      {
        world: ({ variables }) => {
          const values = [
            { id: '1', value: 'a' },
            { id: '2', value: 'b' },
          ]
          variables.push({
            id: 'v',
            schemaName: 'contoso_Greeting',
            displayName: '',
            type: 'text',
            values,
            isManaged: false,
          })
        },
      },
      ['variable-two-values'],
    ],
    [
      'a flow reference that nothing fits',
      {
        yaml: (text) =>
          text
            .replace('{ books: books, mail: mail }', '{ books: books }')
            .replace('connector: shared_office365', 'connector: shared_sharepointonline'),
      },
      ['bindings-complete', 'connection-of-connector'],
    ],
    ['two connectors of the name', { world: (world) => pushConnectors(world, 2) }, ['one-of-the-name']],
    [
      'no way for an application without a database',
      { target: { ...application, database: false }, world: (world) => replaceMail(world, { ownerId: other }) },
      ['route-possible'],
    ],
    [
      'flows that call each other in a circle',
      {
        yaml: (text) =>
          text.replace(
            'connections: { books: books, mail: mail }',
            'connections: { books: books, mail: mail }\n    after: [tell]',
          ),
      },
      ['child-flow-cycle'],
    ],
  ])('%s', async (_, given, expected) => {
    const { findings } = await planOf(given)
    const errors = findings.findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ ruleId }) => ruleId.replace('deploy-', '')).sort()).toEqual([...expected].sort())
    for (const { message, range } of errors) {
      expect(range?.start.line).toBeGreaterThan(0)
      // Every place of every template was filled.
      expect([message.what, message.why, message.fix].join()).not.toMatch(/\{\w+\}/)
    }
  })

  test.each<[string, Given, string[]]>([
    [
      'somebody has to sign in',
      { yaml: (text) => text.replace(/ {4}connections: \{ mail: .*\n/, '') },
      ['consent-missing'],
    ],
    ['something of the same name is there', { world: (world) => pushConnectors(world, 1) }, ['same-name-there']],
    [
      'a binding that nothing uses',
      { yaml: (text) => text.replace('mail: mail }', 'mail: mail, post: mail }') },
      ['bindings-needed'],
    ],
    [
      'a reference that nothing uses',
      {
        yaml: (text) =>
          text.replace(
            'environmentVariables:',
            'connectionReferences: [{ name: contoso_other, connection: books }]\nenvironmentVariables:',
          ),
      },
      [],
    ],
    [
      'a licence that does not cover custom connectors',
      {
        world: (world) => {
          world.plans = ['FLOW_O365_P2']
        },
      },
      ['premium-licence'],
    ],
    [
      'a client secret that an application cannot give',
      {
        yaml: (text) =>
          text.replace(
            'folder: connector',
            'folder: connector\n    oauth: { token: { clientSecret: { env: BOOKS_KEY } } }',
          ),
        target: application,
        world: (world) => replaceMail(world, { ownerId: other }),
      },
      ['client-secret-by-hand'],
    ],
  ])('warned of: %s', async (_, given, expected) => {
    const { findings } = await planOf(given)
    const warnings = findings.findings.filter(({ severity }) => severity === 'warning')
    expect(warnings.map(({ ruleId }) => ruleId.replace('deploy-', ''))).toEqual(expected)
  })

  const groups = (blocked: string[], business: string[]): DataPolicy => ({
    displayName: 'Tenant policy',
    defaultConnectorsClassification: 'General',
    connectorGroups: [
      {
        classification: 'Blocked',
        connectors: blocked.map((id) => ({ id: `/providers/Microsoft.PowerApps/apis/${id}` })),
      },
      { classification: 'Confidential', connectors: business.map((id) => ({ id })) },
    ],
  })

  test.each<[string, DataPolicy | undefined, string[]]>([
    ['no policy was given', undefined, ['policy-unknown']],
    ['a policy allows it', groups([], []), []],
    ['a connector is blocked', groups(['shared_office365'], []), ['policy-blocks']],
    ['business and other connectors meet in one flow', groups([], ['shared_office365']), ['policy-blocks']],
  ])('data policies: %s', async (_, policy, expected) => {
    const { findings } = await planOf(policy === undefined ? {} : { policy })
    const found = findings.findings
      .map(({ ruleId }) => ruleId.replace('deploy-', ''))
      .filter((id) => id.startsWith('policy'))
    expect(found).toEqual(expected)
  })
})

test('the ways are chosen by credential and target, and explained', async () => {
  const routes = async (target: MemoryTargetOptions, yaml?: (text: string) => string) => {
    const plan = await planOf({
      target,
      ...(yaml && { yaml }),
      world: (world) => replaceMail(world, { ownerId: other }),
    })
    return Object.fromEntries(plan.routes.map(({ part, route }) => [part, route]))
  }
  expect(await routes({})).toEqual({ 'connector/books': 'power-apps', 'flow/tell': 'solution' })
  expect(await routes(application)).toEqual({ 'connector/books': 'database', 'flow/tell': 'solution' })
  expect(await routes({ database: false }, (text) => text.replace(/environmentVariables:\n.*\n/, ''))).toEqual({
    'connector/books': 'power-apps',
    'flow/tell': 'package',
  })
})

test('a custom connector is found by the title in the flow’s own name for it', async () => {
  const plan = await planOf({ yaml: (text) => text.replace('    connections: { books: books, mail: mail }\n', '') })
  expect(plan.findings.counts.error).toBe(0)
})

function pushConnectors(world: MemoryWorld, count: number): void {
  const material = {
    displayName: 'Contoso Books',
    description: 'Of somebody else',
    definition: {},
    properties: {},
    oauth: {},
  }
  for (let number = 1; number <= count; number += 1) world.connectors.push({ id: `shared_books-${number}`, material })
}

test('a secret of ours that stands in the target is in no plan', async () => {
  const plan = await planOf({
    world: (world) => {
      const material = {
        displayName: 'Contoso Books',
        description: `Key: ${testSecret}`,
        definition: {},
        properties: {},
        oauth: {},
      }
      world.connectors.push({ id: 'shared_books-1', material })
    },
  })
  expect(plan.actions[0]?.difference?.summary).toContainEqual(expect.stringContaining('Key: (secret)'))
  expect(JSON.stringify(plan)).not.toContain(testSecret)
})
