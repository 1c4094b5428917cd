import type { Text } from '@sevenstep/onboarding'
import type { ZodError, ZodType } from 'zod'
import { Failure, type FieldProblem } from '../domain/failure.ts'

type Issue = ZodError['issues'][number]

/**
 * Parses what came in by a verb's schema.
 *
 * @throws Failure `invalid-input` with one problem for each field that was refused, in every language.
 */
export function parseInput<Input>(schema: ZodType<Input>, input: unknown): Input {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw invalidInput(parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: wordsOf(issue) })))
}

/** Refuses a form with the problem of each field. */
export function invalidInput(fields: readonly FieldProblem[]): Failure {
  return new Failure(
    'invalid-input',
    {
      what: {
        en: 'Nothing was saved: the form is not complete.',
        nl: 'Er is niets opgeslagen: het formulier is niet compleet.',
      },
      why: {
        en: fields.map(({ field, message }) => `${field}: ${message.en}`).join(' '),
        nl: fields.map(({ field, message }) => `${field}: ${message.nl}`).join(' '),
      },
      fix: {
        en: 'Correct the fields named and send it again.',
        nl: 'Verbeter de genoemde velden en verstuur opnieuw.',
      },
    },
    { fields },
  )
}

function wordsOf(issue: Issue): Text {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string'
        ? {
            en: issue.minimum === 1 ? 'Fill this in.' : `Write at least ${issue.minimum} characters.`,
            nl: issue.minimum === 1 ? 'Vul dit in.' : `Schrijf minstens ${issue.minimum} tekens.`,
          }
        : { en: `Give at least ${issue.minimum}.`, nl: `Geef minstens ${issue.minimum}.` }
    case 'too_big':
      return issue.origin === 'string'
        ? { en: `Write at most ${issue.maximum} characters.`, nl: `Schrijf hoogstens ${issue.maximum} tekens.` }
        : { en: `Give at most ${issue.maximum}.`, nl: `Geef hoogstens ${issue.maximum}.` }
    case 'invalid_type':
      return { en: 'Fill this in.', nl: 'Vul dit in.' }
    case 'invalid_value':
      return { en: 'Choose one of the answers offered.', nl: 'Kies een van de gegeven antwoorden.' }
    case 'unrecognized_keys':
      return {
        en: `Not known here: ${issue.keys.join(', ')}.`,
        nl: `Hier niet bekend: ${issue.keys.join(', ')}.`,
      }
    default:
      return { en: 'This is not in the form asked for.', nl: 'Dit heeft niet de gevraagde vorm.' }
  }
}
