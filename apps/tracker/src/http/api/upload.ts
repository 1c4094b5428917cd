import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ZodType, z } from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Verb, VerbContext } from '../../verbs/define-verb.ts'
import { execute } from '../../verbs/execute.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { type Release, reserveUpload } from '../middleware/upload-budget.ts'
import { versionFrom } from './conditional.ts'
import { idempotencyKeyOf } from './idempotency-key.ts'
import { inputSchemaOf, type JsonSchema } from './json-schema.ts'
import type { ApiContext, Entered, Operation } from './operation.ts'
import { enter } from './place-of.ts'
import { mediaTypeOf, wrongMediaType } from './request-body.ts'
import { answered, reference, type Wire } from './schemas.ts'

/** Room for what a form has beside its files, in bytes. */
const roomForFields = 64 * 1024

/** A form that was read, and what else the request says. */
interface Sent {
  readonly entered: Entered
  readonly version: { readonly version?: number | undefined }
  readonly key: string | undefined
  readonly form: PostedForm
  readonly release: Release
}

/** The route of a verb that takes files: a form as browsers send it, read only once it is known that its sender may. */
export function apiUpload<Input, Result extends object, Place extends VerbContext, Prepared, Answer extends ZodType>(
  verb: Verb<Input, Result, Place>,
  how: Pick<Operation, 'id' | 'path' | 'tag' | 'summary' | 'place'> & {
    readonly fields: Readonly<Record<string, JsonSchema>>
    readonly required: readonly string[]
    /** Most bytes of all files together. */
    readonly largest: number
    readonly tooLarge: () => Failure
    /** Looks into the files before the database hears of them. */
    readonly prepare: (form: PostedForm) => Promise<{ readonly input: object; readonly prepared: Prepared }>
    readonly answer: Answer
    readonly status: 201 | 202
    readonly location: (result: Result, params: Entered['params']) => string
    /** What is done once the change is committed; the answer does not wait for it. Never rejects. */
    readonly afterwards?: (
      services: HttpServices,
      entered: Entered,
      result: Result,
      prepared: Prepared,
    ) => Promise<void>
  } & (Result extends Wire<z.input<Answer>> ? unknown : never),
): Operation {
  const { id, path, tag, summary, place, fields, required, largest, prepare } = how
  const versioned = 'version' in (inputSchemaOf(verb.input).properties ?? {})
  const limit = bodyLimit({
    maxSize: largest + roomForFields,
    onError: () => {
      throw how.tooLarge()
    },
  })

  async function handle(services: HttpServices, context: ApiContext): Promise<Response> {
    const entered = await enter(services, context, place, verb.allowed)
    const version = versioned ? { version: versionFrom(context.req.header('If-Match')) } : {}
    if (mediaTypeOf(context) !== 'multipart/form-data') throw wrongMediaType('multipart/form-data')
    const key = idempotencyKeyOf(context)
    const release = await reserveUpload(context, largest + roomForFields)
    try {
      let form: PostedForm | undefined
      await limit(context, async () => {
        form = await readSentForm(context)
      })
      if (form === undefined) throw how.tooLarge()
      return await answerForm(services, context, { entered, version, key, form, release })
    } catch (error) {
      release()
      throw error
    }
  }

  async function answerForm(
    services: HttpServices,
    context: ApiContext,
    { entered, version, key, form, release }: Sent,
  ): Promise<Response> {
    const { input, prepared } = await prepare(form)
    const result = await execute(services, verb, {
      principal: entered.principal,
      place: entered.place,
      input: { ...input, ...entered.params, ...version },
      key,
      requestId: context.get('requestId'),
    })
    // What was sent stays in memory until what follows has ended.
    void Promise.resolve(how.afterwards?.(services, entered, result, prepared)).finally(release)
    context.header('Location', `/api/v1${how.location(result, entered.params)}`)
    // The type of `how` sees to it that the result has every field.
    return context.json(answered(how.answer, result as Wire<z.input<Answer>>) as object, how.status)
  }

  return {
    id,
    method: 'post',
    path,
    tag,
    summary,
    place,
    allowed: verb.allowed,
    verb: verb.name,
    form: { type: 'object', properties: fields, required, additionalProperties: false },
    versioned,
    hasTag: false,
    paged: false,
    answer: { status: how.status, schema: reference(how.answer) },
    handle,
  }
}

async function readSentForm(context: ApiContext): Promise<PostedForm> {
  try {
    // What the API adds to the environment does not matter to a form.
    return await readForm(context as unknown as Context<HttpEnvironment>)
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw error
    throw new Failure('unreadable-upload', {
      what: { en: 'The files did not arrive whole.', nl: 'De bestanden zijn niet heel aangekomen.' },
      why: {
        en: 'What was sent breaks off, or is no form with files.',
        nl: 'Wat verstuurd werd breekt af, of is geen formulier met bestanden.',
      },
      fix: { en: 'Send the files again.', nl: 'Verstuur de bestanden opnieuw.' },
    })
  }
}
