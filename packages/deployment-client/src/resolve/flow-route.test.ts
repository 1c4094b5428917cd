import { expect, test } from 'vitest'
import { flowRoute } from './flow-route.ts'

const person = { kind: 'person', name: 'a@contoso.example' } as const
const application = { kind: 'application', name: 'app' } as const
const organization = 'https://contoso.crm.example'

test.each([
  ['auto', 'package', { principal: person, organization }, 'package'],
  ['auto', 'flow', { principal: person, organization }, 'solution'],
  ['auto', 'flow', { principal: person }, 'package'],
  ['auto', 'package', { principal: application, organization }, 'solution'],
  ['auto', 'package', { principal: application }, undefined],
  [undefined, 'flow', { principal: application, organization }, 'solution'],
  ['solution', 'package', { principal: person, organization }, 'solution'],
  ['solution', 'package', { principal: person }, undefined],
  ['package', 'flow', { principal: person, organization }, 'package'],
  ['package', 'package', { principal: application, organization }, undefined],
] as const)('asked %s, a %s with %j goes by %s', (asked, origin, facts, expected) => {
  const chosen = flowRoute(asked, origin, facts)
  expect(chosen.ok ? chosen.route : undefined).toBe(expected)
  // Whichever it is, it is explained, and where there is no way, there is advice.
  expect(chosen.ok ? chosen.because : chosen.fix).toMatch(/\w.*\.$/)
})
