import { type ZodObject, type ZodType, z } from 'zod'
import type { Action } from '../../domain/roles.ts'
import { parseInput } from '../../verbs/parse-input.ts'
import type { HttpServices } from '../environment.ts'
import { isKnown, tagOf } from './conditional.ts'
import { largestPage, readCursor, usualPage, writeCursor } from './cursor.ts'
import { inputSchemaOf } from './json-schema.ts'
import type { ApiContext, Entered, Operation } from './operation.ts'
import { enter } from './place-of.ts'
import { answered, named, reference, type Wire } from './schemas.ts'

/** What a read is given. */
export interface Asked<Query> extends Entered {
  readonly services: HttpServices
  readonly query: Query
}

interface Read<Query extends ZodObject, Answer extends ZodType>
  extends Pick<Operation, 'id' | 'path' | 'tag' | 'summary' | 'place'> {
  readonly allowed: readonly [Action, ...Action[]]
  readonly query?: Query
  readonly answer: Answer
}

const noQuery = z.strictObject({})

/** The route of one question about one thing. Where the thing has a version, the answer has an `ETag`. */
export function apiRead<Answer extends ZodType, Query extends ZodObject = typeof noQuery>(
  how: Read<Query, Answer> & {
    readonly version?: (answer: z.output<Answer>) => number
    readonly read: (asked: Asked<z.output<Query>>) => Promise<Wire<z.input<Answer>>>
  },
): Operation {
  async function handle(services: HttpServices, context: ApiContext): Promise<Response> {
    const entered = await enter(services, context, how.place, how.allowed)
    const query = queryOf(how.query, context)
    const answer = answered(how.answer, await how.read({ ...entered, services, query }))
    if (how.version !== undefined) {
      const tag = tagOf(how.version(answer))
      context.header('ETag', tag)
      if (isKnown(context.req.header('If-None-Match'), tag)) return context.body(null, 304)
    }
    return context.json(answer as object)
  }
  return {
    ...described(how),
    hasTag: how.version !== undefined,
    paged: false,
    answer: { status: 200, schema: reference(how.answer) },
    handle,
  }
}

/** Rows of a list, and the keys of each, by which the next page begins. */
export interface Page<Row> {
  /** One more than asked for where there are more. */
  readonly rows: readonly Row[]
  readonly keysOf: (index: number) => readonly (string | number)[]
}

/** The route of a list, in pages that stay complete while rows are added. */
export function apiList<Row extends ZodType, Query extends ZodObject = typeof noQuery>(
  how: Omit<Read<Query, Row>, 'answer'> & {
    /** Name of the page's schema. */
    readonly page: string
    readonly row: Row
    readonly read: (
      asked: Asked<z.output<Query>> & {
        readonly after: readonly (string | number)[] | undefined
        readonly limit: number
      },
    ) => Promise<Page<Wire<z.input<Row>>>>
  },
): Operation {
  const answer = named(how.page, z.object({ items: z.array(how.row), next: z.string().nullable() }))
  const paging = {
    limit: z.coerce.number().int().min(1).max(largestPage).default(usualPage),
    cursor: z.string().min(1).optional(),
  }
  const shape: ZodObject = how.query === undefined ? z.strictObject(paging) : how.query.extend(paging)

  async function handle(services: HttpServices, context: ApiContext): Promise<Response> {
    const entered = await enter(services, context, how.place, how.allowed)
    // Made of both parts, each of which is parsed by its own schema.
    const query = queryOf(shape, context) as z.output<Query> & { limit: number; cursor?: string }
    const { limit } = query
    const after = readCursor(how.id, query.cursor)
    const { rows, keysOf } = await how.read({ ...entered, services, query, after, limit })
    const next = rows.length > limit ? writeCursor(how.id, keysOf(limit - 1)) : null
    if (next !== null) {
      const url = new URL(context.req.url)
      url.searchParams.set('cursor', next)
      context.header('Link', `<${services.configuration.publicUrl}${url.pathname}${url.search}>; rel="next"`)
    }
    return context.json(
      answered(answer, { items: rows.slice(0, limit), next } as Wire<z.input<typeof answer>>) as object,
    )
  }
  return {
    ...described({ ...how, query: shape }),
    hasTag: false,
    paged: true,
    answer: { status: 200, schema: reference(answer) },
    handle,
  }
}

/** The query, judged by its schema; a parameter that is given twice counts by its first value. */
function queryOf<Query extends ZodObject>(schema: Query | undefined, context: ApiContext): z.output<Query> {
  // An absent schema is the empty one, which is what the type then says.
  return parseInput(schema ?? noQuery, context.req.query()) as z.output<Query>
}

function described({ id, path, tag, summary, place, allowed, query }: Omit<Read<ZodObject, ZodType>, 'answer'>) {
  return {
    id,
    method: 'get' as const,
    path,
    tag,
    summary,
    place,
    allowed,
    ...(query !== undefined && { query: inputSchemaOf(query) }),
    versioned: false,
  }
}
