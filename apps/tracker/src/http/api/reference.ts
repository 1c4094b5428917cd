import { failureStatus } from '../../domain/failure.ts'
import type { Reference, ReferenceOperation } from '../../pages/api/reference-page.tsx'
import { parametersFor } from './document.ts'
import type { JsonSchema } from './json-schema.ts'
import { type Operation, tags } from './operation.ts'
import { operations } from './operations/index.ts'
import { componentSchemas } from './schemas.ts'

/** What the reference page tells, from the same table that the routes and the document are made of. */
export function apiReference(base: string): Reference {
  return {
    base,
    documentPath: `${base}/openapi.json`,
    tags,
    operations: operations.map(told),
    schemas: Object.entries(componentSchemas()).map(([name, schema]) => ({ name, lines: linesOf(schema) })),
    refusals: Object.entries(failureStatus).map(([code, status]) => ({ code, status })),
  }
}

function told(operation: Operation): ReferenceOperation {
  const { id, tag, method, path, summary, allowed, body, form, answer } = operation
  const sent = form ?? body
  return {
    id,
    tag,
    method: method.toUpperCase(),
    path,
    summary,
    needs: `Needs ${allowed.join(' or ')}.`,
    parameters: parametersFor(operation).map(({ name, in: where, required, schema }) => ({
      name,
      where,
      required,
      values: valuesOf(schema),
    })),
    body: sent && {
      mediaType: form === undefined ? 'application/json' : 'multipart/form-data',
      lines: linesOf(sent),
    },
    answer: { status: answer.status, lines: answer.schema === undefined ? [`${answer.file}`] : linesOf(answer.schema) },
  }
}

function linesOf(schema: JsonSchema): readonly string[] {
  return JSON.stringify(schema, undefined, 2).split('\n')
}

function valuesOf(schema: JsonSchema): string {
  const { type, enum: values, minimum, maximum } = schema
  if (Array.isArray(values)) return values.join(', ')
  const range = minimum !== undefined && maximum !== undefined ? ` ${minimum}–${maximum}` : ''
  return `${type ?? 'string'}${range}`
}
