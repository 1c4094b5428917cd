import { type ApiKey, apiOf, knownApis, scopeString } from '../../data/permissions.ts'
import { defineTokenFamily, type TokenExpectation, tokenPlace } from '../../token/token-subject.ts'

/** Whether the token is for the API it is to be sent to. */
export const tokenAudience = defineTokenFamily({
  id: 'token-audience',
  group: 'Tokens',
  rules: {
    'token-audience': {
      title: 'The token’s audience is the API it is sent to.',
      setting: 'error',
      sources: ['access-tokens', 'public-code'],
      messages: {
        found: {
          what: 'The token is for {audience}, not for {wanted}.',
          why: 'An API refuses tokens that were made for another.',
          fix: 'Ask for a scope of the right API, such as {example}.',
        },
        missing: {
          what: 'The token names no audience.',
          why: 'No API takes a token that is for nobody.',
          fix: 'Take the access token that your sign-in library gives for the API.',
        },
      },
    },
  },
  check({ subject: { token, expected }, report, notChecked }) {
    if (!token.ok) return
    const [first] = token.claims.audiences
    const wanted = audiencesOf(expected)
    if (wanted.length === 0) {
      notChecked('token-audience', reasonWithout(expected.api))
    } else if (first === undefined) {
      report('token-audience', tokenPlace, { message: 'missing' })
    } else if (!token.claims.audiences.some((audience) => wanted.includes(folded(audience)))) {
      const { api } = expected
      report('token-audience', tokenPlace, {
        data: {
          audience: nameOf(first),
          wanted: api === 'sign-in' ? 'your application' : apiOf(api).name,
          example: exampleOf(expected),
        },
      })
    }
  },
})

/** Version 1 names an API by its address, version 2 by its id; the Flow service's address ends in a slash. */
function audiencesOf({ api, clientId, environment }: TokenExpectation): readonly string[] {
  if (api === 'sign-in') return clientId === undefined ? [] : [folded(clientId)]
  const { appId, audiences } = apiOf(api)
  const known = [...audiences, ...(environment === undefined ? [] : [environment])].map(folded)
  return known.length === 0 ? [] : [...known, appId]
}

function folded(audience: string): string {
  return audience.toLowerCase().replace(/\/+$/, '')
}

function nameOf(audience: string): string {
  const api = knownApis.find((one) => one.appId === folded(audience) || one.audiences.includes(folded(audience)))
  return api === undefined ? audience : `${api.name} (${audience})`
}

function exampleOf({ api, scopes, environment }: TokenExpectation): string {
  if (api === 'sign-in') return 'openid'
  const known = apiOf(api)
  return scopeString(known, scopes[0] ?? known.scopes[0]?.value ?? '.default', environment)
}

function reasonWithout(api: ApiKey | 'sign-in'): string {
  return api === 'sign-in'
    ? 'Nobody said which application the ID token is for.'
    : 'Nobody said which environment the token is for; tokens of Dataverse name its address.'
}
