import type { Hono } from 'hono'
import { type DescribeRouteOptions, generateSpecs } from 'hono-openapi'
import { failureStatus } from '../../domain/failure.ts'
import type { JsonSchema } from './json-schema.ts'
import { type ApiEnvironment, type Operation, parametersOf, tags } from './operation.ts'
import { componentSchemas } from './schemas.ts'

/** The document of the API. */
export type ApiDocument = Awaited<ReturnType<typeof generateSpecs>>

/** What the document says of one operation. */
export function describe(operation: Operation): DescribeRouteOptions {
  const { id, tag, summary, allowed, verb, versioned, answer } = operation
  const spec = {
    operationId: id,
    tags: [tag],
    summary,
    description: [
      `Needs ${allowed.map((action) => `\`${action}\``).join(' or ')}.`,
      ...(verb === undefined ? [] : [`Recorded as the verb \`${verb}\`.`]),
      ...(versioned ? ['Send the `ETag` (the `version` in quotes) of what you change as `If-Match`.'] : []),
    ].join(' '),
    parameters: parametersFor(operation),
    ...bodyFor(operation),
    responses: {
      [answer.status]: success(operation),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
  // JSON Schema as zod writes it; the library's own types of schemas are narrower than OpenAPI 3.1.
  return spec as unknown as DescribeRouteOptions
}

/** A parameter of an operation, as the document has it. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

/** Everything that is sent beside the body. */
export function parametersFor({ path, query, versioned, method, hasTag }: Operation): readonly Parameter[] {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header' as const,
    required,
    description,
    schema: { type: 'string' },
  })
  return [
    ...parametersOf(path).map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } })),
    ...Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query' as const,
      required: query?.required?.includes(name) === true,
      schema,
    })),
    ...(versioned ? [header('If-Match', true, 'The ETag of the version that the change was made on.')] : []),
    ...(method === 'post'
      ? [
          header(
            'Idempotency-Key',
            false,
            'The same key with the same content has one effect, however often it is sent.',
          ),
        ]
      : []),
    ...(hasTag ? [header('If-None-Match', false, 'The ETag you have; 304 where nothing has changed since.')] : []),
  ]
}

function bodyFor({ body, form }: Operation): object {
  const content = (mediaType: string, schema: JsonSchema) => ({
    requestBody: { required: (schema.required ?? []).length > 0, content: { [mediaType]: { schema } } },
  })
  if (form !== undefined) return content('multipart/form-data', form)
  return body === undefined ? {} : content('application/json', body)
}

function success({ answer, hasTag, paged }: Operation): object {
  const header = (description: string) => ({ description, schema: { type: 'string' } })
  const headers = {
    RateLimit: header('What is left of the budget, and when it is full again.'),
    ...(hasTag && { ETag: header('The version of this resource.') }),
    ...(paged && { Link: header('The next page, with rel="next".') }),
    ...(answer.status === 201 && { Location: header('The address of what was made.') }),
  }
  const content =
    answer.schema === undefined
      ? { [answer.file ?? 'application/octet-stream']: {} }
      : { 'application/json': { schema: answer.schema } }
  return { description: 'Done.', headers, content }
}

const problem = {
  type: 'object',
  description: 'A refusal as RFC 9457 has it.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'fix'],
  properties: {
    type: { type: 'string', description: 'Address of the explanation.' },
    title: { type: 'string', description: 'What happened.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'Why.' },
    instance: { type: 'string', description: 'Number of the request, to be found in the log.' },
    code: { type: 'string', enum: Object.keys(failureStatus) },
    fix: { type: 'string', description: 'What to do.' },
    currentVersion: { type: 'integer', description: 'The version that is there now, where yours was older.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'detail'],
        properties: { field: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
}

/** The document of everything that the routes of `app` describe. */
export function documentOf(
  app: Hono<ApiEnvironment>,
  site: { publicUrl: string; version: string },
): Promise<ApiDocument> {
  const components = {
    schemas: { ...componentSchemas(), Problem: problem },
    responses: {
      Problem: {
        description: 'Refused: what happened, why, and what to do.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'A token that a member made; it begins with svn_.' },
      session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'The session of a signed-in browser.' },
    },
  }
  return generateSpecs(app, {
    documentation: {
      openapi: '3.1.0',
      info: {
        title: 'Sevenstep tracker',
        version: site.version,
        description:
          'Everything that the pages of the tracker show and do, for programs. What judges a partner (reviews, waivers, disputes, goals) and what makes tokens is for people: a token never may.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: site.publicUrl }],
      security: [{ token: [] }, { session: [] }],
      tags: tags.map((name) => ({ name })),
      // As above: JSON Schema 2020-12.
      components: components as never,
    },
  })
}
