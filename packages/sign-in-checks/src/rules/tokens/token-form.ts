import { defineTokenFamily, tokenPlace } from '../../token/token-subject.ts'

/** Whether what was pasted is a token whose claims can be read. */
export const tokenForm = defineTokenFamily({
  id: 'token-form',
  group: 'Tokens',
  rules: {
    'token-readable': {
      title: 'The token is one whose claims can be read.',
      setting: 'error',
      sources: ['access-tokens'],
      messages: {
        empty: {
          what: 'There is no token.',
          why: 'Nothing could be checked.',
          fix: 'Pipe the token into the command, such as from a password manager or a variable.',
        },
        encrypted: {
          what: 'The token is encrypted.',
          why: 'Only the API it is for can read it, so nothing in it could be checked.',
          fix: 'Check a token for the API of your widget or deployment; those are not encrypted.',
        },
        opaque: {
          what: 'This is no token with readable claims.',
          why: 'It may be a refresh token, a code, or the token of a personal account; no API of Power Automate takes these.',
          fix: 'Take the access token that your sign-in library gives for the API.',
        },
        'no-claims': {
          what: 'The claims of the token cannot be read.',
          why: 'It was cut short or changed on the way, so every API refuses it.',
          fix: 'Copy it whole, without line breaks.',
        },
        'too-long': {
          what: 'The text is far too long for a token.',
          why: 'Servers refuse such a header, and it was not looked at.',
          fix: 'Pipe the token alone.',
        },
      },
    },
  },
  check({ subject: { token }, report }) {
    if (!token.ok) report('token-readable', tokenPlace, { message: token.problem })
  },
})
