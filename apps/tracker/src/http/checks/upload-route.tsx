import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { stream } from 'hono/streaming'
import { type CheckTask, carryOutCheck } from '../../checks/carry-out-check.ts'
import { uploadLimits } from '../../checks/upload-limits.ts'
import type { UploadedFile } from '../../checks/worker/messages.ts'
import { Failure, notAllowed } from '../../domain/failure.ts'
import { may } from '../../domain/principal.ts'
import { CheckedFileRow } from '../../pages/checks/file-rows.tsx'
import { texts } from '../../texts/index.ts'
import { startCheck } from '../../verbs/checks/start-check.ts'
import { execute } from '../../verbs/execute.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { type Release, reserveUpload } from '../middleware/upload-budget.ts'
import { type IsvPlace, placeOfProduct, whoIs } from '../places.ts'
import { brokenUpload, readUpload, tooLarge } from './read-upload.ts'

type HttpContext = Context<HttpEnvironment>

const rows = 'application/x-ndjson'

/** Room for the lines between the files of a form. */
const formOverhead = 2 * 1024 * 1024

const largestUpload = uploadLimits.bytes + formOverhead

/** A check this quick needs no page that says it is under way. */
const patience = 1500

/** What the island is told, one object a line; see `islands/upload-events.ts`. */
type Told =
  | { readonly type: 'file'; readonly path: string; readonly html: string }
  | { readonly type: 'done'; readonly location: string }
  | { readonly type: 'failed'; readonly message: string }

/** No more is read than may be handed in. */
const uploadLimit = bodyLimit({
  maxSize: largestUpload,
  onError: () => {
    throw tooLarge()
  },
})

/** Tells a refusal to the island in its own words; everybody else gets the page. */
export const refusalsAsRows = createMiddleware<HttpEnvironment>(async (context, next) => {
  await next()
  const { error } = context
  if (error === undefined || !wantsRows(context)) return
  const language = context.get('language')
  const message =
    error instanceof Failure ? `${error.what[language]} ${error.why[language]} ${error.fix[language]}` : ''
  if (message === '') return
  context.res = context.body(line({ type: 'failed', message }), error instanceof Failure ? error.status : 500, {
    'Content-Type': rows,
  })
})

/**
 * Takes the files, asks for the check and carries it out: with a row for each file as it is judged, or a redirect. Room is
 * reserved before anything is read, and given back once the check has ended, since the files stay in memory until then.
 */
export async function takeUpload(services: HttpServices, context: HttpContext, productId: string): Promise<Response> {
  const { principal } = whoIs(context)
  const place = await placeOfProduct(services, principal, productId)
  if (!may(principal, 'checks.run', place)) throw notAllowed()
  const release = await reserveUpload(context, largestUpload)
  try {
    let form: PostedForm | undefined
    await uploadLimit(context, async () => {
      form = await readFormOfFiles(context)
    })
    if (form === undefined) throw tooLarge()
    return await checkFiles(services, context, { place, productId, form, release })
  } catch (error) {
    release()
    throw error
  }
}

async function checkFiles(
  services: HttpServices,
  context: HttpContext,
  {
    place,
    productId,
    form,
    release,
  }: {
    readonly place: IsvPlace
    readonly productId: string
    readonly form: PostedForm
    readonly release: Release
  },
): Promise<Response> {
  const { principal } = whoIs(context)
  const files = await readUpload(form)
  const { runId, profile, edition } = await execute(services, startCheck, {
    principal,
    place,
    input: { productId, counts: form.fields['only-try'] === undefined, files: files.map(named) },
    key: form.key ?? form.fields.idempotencyKey,
    requestId: context.get('requestId'),
  })
  const location = `/products/${productId}/checks/${runId}`
  const task: CheckTask = { runId, place, files, profile, edition }
  if (wantsRows(context)) return tellRows(services, context, { task, location, release })
  const ended = carryOutCheck(services, task)
    .catch((error: unknown) => {
      services.log.error(
        { err: error, requestId: context.get('requestId'), runId },
        'A check could not be carried out.',
      )
    })
    .finally(release)
  await Promise.race([ended, wait(patience, undefined, { ref: false })])
  return context.redirect(location, 303)
}

function tellRows(
  services: HttpServices,
  context: HttpContext,
  { task, location, release }: { readonly task: CheckTask; readonly location: string; readonly release: Release },
): Response {
  const words = texts(context.get('language'))
  context.header('Content-Type', rows)
  // Nothing between us and the browser may hold the rows back.
  context.header('X-Accel-Buffering', 'no')
  return stream(context, async (out) => {
    let told = Promise.resolve<unknown>(undefined)
    const tell = (event: Told) => {
      told = told.then(() => out.write(line(event)))
    }
    try {
      await carryOutCheck(services, {
        ...task,
        onFile: (file) =>
          tell({ type: 'file', path: file.path, html: String(<CheckedFileRow file={file} texts={words} />) }),
      })
      tell({ type: 'done', location })
    } catch (error) {
      services.log.error({ err: error, requestId: context.get('requestId') }, 'A check could not be carried out.')
      tell({ type: 'failed', message: words.shared.upload.failed })
    } finally {
      release()
    }
    await told
  })
}

function wantsRows(context: HttpContext): boolean {
  return context.req.header('Accept')?.includes(rows) === true
}

function line(event: Told): string {
  return `${JSON.stringify(event)}\n`
}

function named({ path, bytes }: UploadedFile) {
  return { path, size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') }
}

async function readFormOfFiles(context: HttpContext): Promise<PostedForm> {
  if (context.req.header('Content-Type')?.startsWith('multipart/form-data') !== true) throw brokenUpload()
  try {
    return await readForm(context)
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') throw tooLarge()
    throw brokenUpload()
  }
}
