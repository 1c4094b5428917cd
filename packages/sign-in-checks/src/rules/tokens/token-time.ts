import { defineTokenFamily, tokenPlace } from '../../token/token-subject.ts'

/** Clocks of different machines differ; what APIs allow is five minutes. */
const toleratedSeconds = 300

/** Whether the token is valid now. */
export const tokenTime = defineTokenFamily({
  id: 'token-time',
  group: 'Tokens',
  rules: {
    'token-not-expired': {
      title: 'The token has not run out.',
      setting: 'error',
      severityByMessage: { soon: 'warning' },
      sources: ['access-tokens'],
      messages: {
        found: {
          what: 'The token ran out at {time}.',
          why: 'Every API refuses it.',
          fix: 'Get a new one; let your sign-in library do so before each call instead of keeping tokens yourself.',
        },
        soon: {
          what: 'The token runs out at {time}, in less than five minutes.',
          why: 'Clocks differ, so an API may refuse it already.',
          fix: 'Get a new one.',
        },
        missing: {
          what: 'The token does not say when it runs out.',
          why: 'No API takes a token that is valid for ever.',
          fix: 'Take the access token that your sign-in library gives for the API.',
        },
      },
    },
    'token-already-valid': {
      title: 'The token is valid already.',
      setting: 'error',
      sources: ['access-tokens'],
      messages: {
        found: {
          what: 'The token is valid only from {time} on.',
          why: 'Every API refuses it until then; as a rule the clock of this machine is slow.',
          fix: 'Set the clock of the machine right.',
        },
      },
    },
  },
  check({ subject: { token, expected }, report }) {
    if (!token.ok) return
    const { expires, notBefore } = token.claims
    const { now } = expected
    if (expires === undefined) report('token-not-expired', tokenPlace, { message: 'missing' })
    else if (expires <= now) report('token-not-expired', tokenPlace, { data: { time: inWords(expires) } })
    else if (expires <= now + toleratedSeconds) {
      report('token-not-expired', tokenPlace, { message: 'soon', data: { time: inWords(expires) } })
    }
    if (notBefore !== undefined && notBefore > now + toleratedSeconds) {
      report('token-already-valid', tokenPlace, { data: { time: inWords(notBefore) } })
    }
  },
})

/** Times too far for a date are shown as the seconds they are. */
function inWords(seconds: number): string {
  const time = new Date(seconds * 1000)
  return Number.isNaN(time.getTime()) ? `second ${seconds}` : time.toISOString().replace('.000Z', 'Z')
}
