import type { ZodType, z } from 'zod'
import type { Verb, VerbContext } from '../../verbs/define-verb.ts'
import { execute } from '../../verbs/execute.ts'
import type { HttpServices } from '../environment.ts'
import { versionFrom } from './conditional.ts'
import { idempotencyKeyOf } from './idempotency-key.ts'
import { inputSchemaOf, type JsonSchema, without } from './json-schema.ts'
import { type ApiContext, type Entered, type Operation, parametersOf } from './operation.ts'
import { enter } from './place-of.ts'
import { readBody } from './request-body.ts'
import { answered, reference, type Wire } from './schemas.ts'

/** What the route of a verb says beyond the verb itself. */
interface Change<Result, Answer extends ZodType>
  extends Pick<Operation, 'id' | 'method' | 'path' | 'tag' | 'summary' | 'place'> {
  /** What is answered; every field of it is in the verb's result, or in `secret`. */
  readonly answer: Answer
  /** Path below `/api/v1` of what was made; the answer is then 201. */
  readonly location?: (result: Result, params: Readonly<Record<string, string>>) => string
  /** The body, where less of it is taken here than the verb would take. */
  readonly narrow?: (body: JsonSchema) => JsonSchema
  /** What is done once the change is committed. */
  readonly afterwards?: (result: Result, params: Readonly<Record<string, string>>) => void
  /** Fields of the input that nobody sends, because the route fills them. */
  readonly filled?: {
    readonly fields: readonly string[]
    /** Makes them anew for each request, with what is shown of them once. */
    readonly fill: (key: string | undefined) => { readonly input: object; readonly shown: object }
  }
}

/**
 * The route of a verb. Permission, the version in `If-Match`, the media type, unknown fields and the idempotency key follow from
 * the verb and cannot be left out: its input's `version` comes from `If-Match`, parameters of the address go into the input by
 * their name, and the rest is the body.
 */
export function apiChange<Input, Result extends object, Context extends VerbContext, Answer extends ZodType>(
  verb: Verb<Input, Result, Context>,
  how: Change<Result, Answer> & (Result extends Wire<z.input<Answer>> ? unknown : { readonly filled: object }),
): Operation {
  const input = inputSchemaOf(verb.input)
  const properties = input.properties ?? {}
  const parameters = parametersOf(how.path)
  const rest = without(input, [...parameters, 'version', ...(how.filled?.fields ?? [])])
  const body = how.narrow?.(rest) ?? rest
  const hasBody = Object.keys(body.properties ?? {}).length > 0
  const versioned = 'version' in properties
  const { id, method, path, tag, summary, place } = how

  async function handle(services: HttpServices, context: ApiContext): Promise<Response> {
    const entered = await enter(services, context, place, verb.allowed)
    const version = versioned ? { version: versionFrom(context.req.header('If-Match')) } : {}
    const sent = await readBody(context, body)
    const key = idempotencyKeyOf(context)
    const filled = how.filled?.fill(key)
    const result = await execute(services, verb, {
      principal: entered.principal,
      place: entered.place,
      input: { ...sent, ...filled?.input, ...namedIn(entered, properties), ...version },
      // Where a secret is made, the same request has another input; the key is then part of the input.
      key: filled === undefined ? key : undefined,
      requestId: context.get('requestId'),
    })
    how.afterwards?.(result, entered.params)
    if (how.location !== undefined) context.header('Location', `/api/v1${how.location(result, entered.params)}`)
    // The type of `how` sees to it that result and what is filled in give every field; JSON's values are the schema's.
    const answer = { ...result, ...filled?.shown } as Wire<z.input<Answer>>
    return context.json(answered(how.answer, answer) as object, how.location === undefined ? 200 : 201)
  }

  return {
    id,
    method,
    path,
    tag,
    summary,
    place,
    allowed: verb.allowed,
    verb: verb.name,
    ...(hasBody && { body }),
    versioned,
    hasTag: false,
    paged: false,
    answer: { status: how.location === undefined ? 200 : 201, schema: reference(how.answer) },
    handle,
  }
}

/** The parameters of the address that the input knows, as the kind of value it wants. */
function namedIn({ params }: Entered, properties: Readonly<Record<string, JsonSchema>>): Record<string, unknown> {
  const given = Object.entries(params).filter(([name]) => Object.hasOwn(properties, name))
  return Object.fromEntries(
    given.map(([name, value]) => [name, properties[name]?.type === 'integer' ? Number(value) : value]),
  )
}
