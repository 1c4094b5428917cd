import type { Language } from '@sevenstep/onboarding'
import { Failure } from '../../domain/failure.ts'

/** A form that was refused: what was typed, kept, and what is wrong with it by field. */
export interface RefusedForm {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/**
 * The problems of a form's fields.
 *
 * @throws whatever else went wrong, for the failure page
 */
export function errorsOf(error: unknown, language: Language): Readonly<Record<string, string>> {
  if (!(error instanceof Failure) || error.code !== 'invalid-input') throw error
  return Object.fromEntries(error.fields.map(({ field, message }) => [field, message[language]]))
}
