import fc from 'fast-check'
import { test } from 'vitest'
import { allAnswers } from '../src/answers.ts'
import { emulatorOfTests, tokenFor } from '../src/fixtures/emulator-of-tests.ts'
import { emulatedHosts } from '../src/hosts/hosts.ts'
import { defaultEntrance } from '../src/seed/default-seed.ts'

const { tenant, user } = defaultEntrance
const emulator = await emulatorOfTests()
const scopes = {
  flow: 'https://service.flow.microsoft.com//.default',
  'power-apps': 'https://service.powerapps.com//.default',
  'business-applications': 'https://service.powerapps.com//.default',
  'power-platform': 'https://api.powerplatform.com/.default',
  'power-platform-environment': 'https://api.powerplatform.com/.default',
  dataverse: 'https://orgfabrikam.crm4.dynamics.com/.default',
  graph: 'https://graph.microsoft.com/.default',
} as const
const tokens = Object.fromEntries(
  await Promise.all(
    Object.entries(scopes).map(
      async ([service, scope]) => [service, await tokenFor(emulator, { scope, user })] as const,
    ),
  ),
)

const hostOf = (service: string) => {
  if (service === 'dataverse') return 'orgfabrikam.crm4.dynamics.com'
  const name = emulatedHosts.find(([, owner]) => owner === service)?.[0] ?? ''
  return name
    .replace('*.*', `default${tenant.replaceAll('-', '').slice(0, 23)}.${tenant.slice(-2)}`)
    .replaceAll('*', 'anything')
}

const words = fc.oneof(
  fc.constantFrom(
    `Default-${tenant}`,
    '~default',
    'shared_office365',
    tenant,
    user,
    "environment eq '~default'",
    '',
    '..',
    '%00',
    "'",
    '1',
  ),
  fc.string({ maxLength: 20 }),
)
const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc.constantFrom(
    '{"properties":{}}',
    '{"properties":null}',
    '[]',
    'null',
    '{"baseResourceIds":[1]}',
    '{"put":[{"properties":{"principal":{}}}]}',
  ),
)

test('whatever a request says, it is answered, and the emulator itself never fails', { timeout: 60_000 }, async () => {
  const request = fc.record({
    place: fc.nat(allAnswers.length - 1),
    path: fc.array(words, { minLength: 6, maxLength: 6 }),
    query: fc.dictionary(
      fc.constantFrom('$filter', '$select', '$top', '$expand', 'include', 'comp', 'blockid', 'sig', 'sr'),
      words,
    ),
    body,
    type: fc.constantFrom('application/json', 'text/plain', 'application/octet-stream', 'multipart/mixed; boundary=x'),
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ place: chosen, path, query, body: sent, type }) => {
      const operation = allAnswers[chosen]?.operation
      if (operation === undefined) return
      let place = 0
      const filled = operation.path.replaceAll(/\{[^}]+\}/g, () => {
        place += 1
        return encodeURIComponent(path[place - 1] ?? 'x')
      })
      const address = new URL(`${emulator.url}/https/${hostOf(operation.service)}${filled}`)
      for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
      if (operation.apiVersion !== undefined) address.searchParams.set('api-version', operation.apiVersion)
      const response = await fetch(address, {
        method: operation.method,
        redirect: 'manual',
        headers: { authorization: `Bearer ${tokens[operation.service] ?? ''}`, 'content-type': type, 'if-match': '*' },
        ...(operation.method === 'GET' ? {} : { body: sent }),
      })
      const text = await response.text()
      if (text.includes('EmulatorFailed')) throw new Error(`${operation.method} ${address.href}\n${sent}\n${text}`)
      if (response.status === 500) throw new Error(`${operation.method} ${address.href}\n${sent}\n${text}`)
    }),
    { numRuns: 600 },
  )
})
