import { invalidInput } from '../../verbs/parse-input.ts'
import type { ApiContext } from './operation.ts'

/**
 * The key by which a request sent again is recognised. The form of the draft standard (a string in quotes) and a bare
 * one mean the same key.
 *
 * @throws Failure `invalid-input` for a key that is too short to be unique, too long, or not plain text
 */
export function idempotencyKeyOf(context: ApiContext): string | undefined {
  const given = context.req.header('Idempotency-Key')
  if (given === undefined) return undefined
  const key = given.replace(/^"(.*)"$/, '$1')
  if (/^[\x21-\x7e]{8,100}$/.test(key)) return key
  throw invalidInput([
    {
      field: 'Idempotency-Key',
      message: {
        en: 'Give 8 to 100 visible characters, such as a UUID.',
        nl: 'Geef 8 tot 100 zichtbare tekens, zoals een UUID.',
      },
    },
  ])
}
