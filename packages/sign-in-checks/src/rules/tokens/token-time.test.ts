import { noon, testTokenFamily } from '../../testing/token-room.ts'
import { tokenTime } from './token-time.ts'

const ends = 'token-not-expired'
const begins = 'token-already-valid'

testTokenFamily(tokenTime, import.meta.url, {
  passes: [
    { name: 'an hour left', given: { claims: {} } },
    { name: 'a clock that is four minutes slow', given: { claims: { nbf: noon + 240 } } },
    { name: 'no beginning', given: { claims: { nbf: undefined } } },
  ],
  fails: [
    {
      name: 'over this very second',
      given: { claims: { exp: noon } },
      finds: [{ rule: ends, what: 'The token ran out at 2026-11-20T12:00:00Z.' }],
    },
    { name: 'four minutes left', given: { claims: { exp: noon + 240 } }, finds: [{ rule: ends }] },
    { name: 'no end', given: { claims: { exp: undefined } }, finds: [{ rule: ends }] },
    { name: 'an end that is a text', given: { claims: { exp: '2027' } }, finds: [{ rule: ends }] },
    { name: 'an end before all dates', given: { claims: { exp: -1e300 } }, finds: [{ rule: ends }] },
    { name: 'ten minutes too early', given: { claims: { nbf: noon + 600 } }, finds: [{ rule: begins }] },
  ],
})
