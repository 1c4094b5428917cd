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
  if (!parsed.success) {
    throw invalidInput(parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: wordsOf(issue) })))
  }
  // Of what the schema let through only: what was sent may be nested deeper than a stack can follow.
  const unstorable = unstorableTexts(parsed.data)
  if (unstorable.length > 0) throw invalidInput(unstorable)
  return parsed.data
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

/** Texts that no database takes: with a NUL, or with half of a character that is written in two halves. */
function unstorableTexts(value: unknown, path: readonly string[] = []): FieldProblem[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ field: path.join('.'), message: notText }]
  if (typeof value !== 'object' || value === null) return []
  const prototype = Object.getPrototypeOf(value)
  // Files and the like judge themselves.
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return []
  return Object.entries(value).flatMap(([name, one]) => [
    ...(isStorable(name) ? [] : [{ field: path.join('.'), message: notText }]),
    ...unstorableTexts(one, [...path, name]),
  ])
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

const notText: Text = {
  en: 'This holds a character that is no text. Type it anew, or paste it as plain text.',
  nl: 'Hierin staat een teken dat geen tekst is. Typ het opnieuw, of plak het als platte tekst.',
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
