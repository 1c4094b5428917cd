import { Failure } from '../../domain/failure.ts'
import { invalidInput } from '../../verbs/parse-input.ts'
import { type JsonSchema, unknownFields } from './json-schema.ts'
import type { ApiContext } from './operation.ts'

/**
 * The body of a request, as an object in JSON.
 *
 * @param schema what may be sent; a field it does not know is refused, so that a misspelt one is not lost silently
 * @throws Failure `wrong-media-type` or `invalid-input`
 */
export async function readBody(context: ApiContext, schema: JsonSchema): Promise<Readonly<Record<string, unknown>>> {
  const mediaType = mediaTypeOf(context)
  const isOptional = (schema.required ?? []).length === 0
  if (mediaType !== 'application/json') {
    if (mediaType === '' && isOptional && (await context.req.text()) === '') return {}
    throw wrongMediaType('application/json')
  }
  const body = parsed(await context.req.text())
  const unknown = unknownFields(schema, body)
  if (unknown.length > 0) throw invalidInput(unknown)
  return body
}

/** The media type of the body, without its parameters; empty where none is said. */
export function mediaTypeOf(context: ApiContext): string {
  return (context.req.header('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Refuses a body that is not of the one type that is taken here. */
export function wrongMediaType(expected: string): Failure {
  return new Failure('wrong-media-type', {
    what: { en: 'The body was not read.', nl: 'De inhoud is niet gelezen.' },
    why: { en: `This operation takes ${expected}.`, nl: `Deze bewerking neemt ${expected} aan.` },
    fix: { en: `Send it with Content-Type: ${expected}.`, nl: `Verstuur het met Content-Type: ${expected}.` },
  })
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw noObject()
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw noObject()
  return { ...value }
}

function noObject(): Failure {
  return invalidInput([
    { field: 'body', message: { en: 'Send one object in JSON.', nl: 'Verstuur één object in JSON.' } },
  ])
}
