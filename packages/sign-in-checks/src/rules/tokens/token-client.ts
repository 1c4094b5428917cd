import { defineTokenFamily, tokenPlace } from '../../token/token-subject.ts'

/** Whether the right application asked for the token. */
export const tokenClient = defineTokenFamily({
  id: 'token-client',
  group: 'Tokens',
  rules: {
    'token-client': {
      title: 'Your application asked for the token.',
      setting: 'error',
      sources: ['access-tokens'],
      messages: {
        found: {
          what: 'The application {client} asked for the token, not {wanted}.',
          why: 'It shows what another application may do, a command line tool’s for example, and proves nothing of yours.',
          fix: 'Get the token with your own client id.',
        },
        missing: {
          what: 'The token does not say which application asked for it.',
          why: 'Whether it is yours cannot be told.',
          fix: 'Take the access token of your own application.',
        },
      },
    },
  },
  check({ subject: { token, expected }, report, notChecked }) {
    if (!token.ok || expected.api === 'sign-in') return
    const { clientId: wanted } = expected
    const { client } = token.claims
    if (wanted === undefined)
      notChecked('token-client', 'Nobody said which application ought to have asked for the token.')
    else if (client === undefined) report('token-client', tokenPlace, { message: 'missing' })
    else if (client.toLowerCase() !== wanted.toLowerCase()) {
      report('token-client', tokenPlace, { data: { client, wanted } })
    }
  },
})
