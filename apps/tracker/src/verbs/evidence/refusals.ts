import type { Text } from '@sevenstep/onboarding'
import { Failure, type FailureCode } from '../../domain/failure.ts'

/** Refuses what was handed in, with the reason beside the field it came from. */
export function refuse(
  code: FailureCode,
  field: 'file' | 'link' | 'statement' | 'comment',
  words: { readonly what: Text; readonly why: Text; readonly fix: Text },
): Failure {
  const message = { en: `${words.what.en} ${words.fix.en}`, nl: `${words.what.nl} ${words.fix.nl}` }
  return new Failure(code, words, { fields: [{ field, message }] })
}

/** A file is larger than the tracker takes. */
export function tooLarge(limit: string): Failure {
  return refuse('too-large', 'file', {
    what: { en: `The file is larger than ${limit}.`, nl: `Het bestand is groter dan ${limit}.` },
    why: { en: 'The tracker keeps no larger files.', nl: 'De tracker bewaart geen grotere bestanden.' },
    fix: {
      en: 'Hand in a smaller file, or put it where the reviewer can reach it and hand in the link.',
      nl: 'Dien een kleiner bestand in, of zet het waar de beoordelaar erbij kan en dien de koppeling in.',
    },
  })
}
