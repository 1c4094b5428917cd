import type { PageExample } from '@sevenstep/rule-engine'
import {
  evidenceFaultOf,
  type FamilyTable,
  type TestedRoom,
  testFamily,
  turnKeys,
} from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import { sources } from '../data/sources.ts'
import { checkToken } from '../token/check-token.ts'
import type { TokenExpectation, TokenFamily } from '../token/token-subject.ts'

/** A token for a test: claims laid over those of a faultless one, or any text. */
export interface GivenToken {
  readonly claims: string | Readonly<Record<string, unknown>>
  readonly expected?: Partial<TokenExpectation>
}

/** 20 November 2026, noon. */
export const noon = Date.UTC(2026, 10, 20, 12) / 1000

const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47'

/** The claims of a token for the Power Automate service that nothing is wrong with. */
const faultlessClaims: Readonly<Record<string, unknown>> = {
  aud: 'https://service.flow.microsoft.com/',
  iss: `https://sts.windows.net/${tenant}/`,
  iat: noon - 300,
  nbf: noon - 300,
  exp: noon + 3600,
  appid: '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11',
  scp: 'Flows.Manage.All Flows.Read.All',
  tid: tenant,
  upn: 'ada@contoso.example',
}

/** What a token is compared with when a test says nothing else. */
export const expectation: TokenExpectation = {
  api: 'flow',
  scopes: ['Flows.Read.All'],
  clientId: '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11',
  tenant,
  now: noon,
}

/** The text of a token: unsigned, since signatures are not looked at. */
export function tokenText({ claims }: GivenToken): string {
  if (typeof claims === 'string') return claims
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ ...faultlessClaims, ...claims })}.not-a-signature`
}

const tokenRoom: TestedRoom<TokenFamily, GivenToken> = {
  files: (given) => [{ path: 'token', content: tokenText(given) }],
  run(family, files, given) {
    const expected = { ...expectation, ...given.expected }
    const { findings } = checkToken(String(files[0]?.content ?? ''), expected, {
      families: [family],
      only: Object.keys(family.rules),
    })
    return { findings, judged: [] }
  },
  givenBy,
  anyGiven: fc.record({
    claims: fc.oneof(
      fc
        .tuple(fc.constantFrom(...Object.keys(faultlessClaims)), fc.jsonValue())
        .map(([claim, value]): GivenToken['claims'] => ({ [claim]: value })),
      fc.string(),
    ),
    expected: fc.record({ api: fc.constantFrom('flow', 'graph', 'dataverse', 'sign-in') }),
  }),
  turned: (given) =>
    typeof given.claims === 'string' ? undefined : { ...given, claims: Object(turnKeys(given.claims)) },
  evidenceFault: evidenceFaultOf(sources),
}

/** Tests a family over tokens: its table, its page, and what the shared tester adds to every family. */
export function testTokenFamily(family: TokenFamily, testUrl: string, table: FamilyTable<GivenToken>): void {
  testFamily(tokenRoom, family, testUrl, table)
}

/** The token of a page: its claims, never a token itself. */
function givenBy(examples: readonly PageExample[]): GivenToken | undefined {
  const example = examples.find(({ words }) => words.includes('claims') || words.includes('token'))
  if (example === undefined) return undefined
  if (example.words.includes('token')) return { claims: example.text }
  const { api, scopes, client, tenant: wanted, environment } = example.options
  const expected: Record<string, unknown> = {}
  if (api !== undefined) expected.api = api
  if (scopes !== undefined) expected.scopes = scopes.split(',')
  if (client !== undefined) expected.clientId = client
  if (wanted !== undefined) expected.tenant = wanted
  if (environment !== undefined) expected.environment = environment
  return { claims: JSON.parse(example.text), expected }
}
