import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readEvidenceFile } from '../../reads/evidence/read-evidence-file.ts'
import { texts } from '../../texts/index.ts'
import { addEvidence } from '../../verbs/evidence/add-evidence.ts'
import { addEvidenceVersion } from '../../verbs/evidence/add-evidence-version.ts'
import { InspectedFile, largestFile } from '../../verbs/evidence/inspected-file.ts'
import { tooLarge } from '../../verbs/evidence/refusals.ts'
import { submitEvidence } from '../../verbs/evidence/submit-evidence.ts'
import { withdrawEvidence } from '../../verbs/evidence/withdraw-evidence.ts'
import { execute } from '../../verbs/execute.ts'
import { invalidInput } from '../../verbs/parse-input.ts'
import { lookAgain } from '../../verbs/probes/look-again.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import type { PostedForm } from '../forms.ts'
import { changeItem, type ItemContext, itemRequest, refusedForm, showItem } from '../items/item-context.tsx'
import { reserveUpload } from '../middleware/upload-budget.ts'
import { attachmentHeaders } from './attachment-headers.ts'

/** What a form has beside the file, in bytes; far more than it needs. */
const roomForFields = 64 * 1024

/** Handing in, renewing, taking back and fetching evidence, below the address of an item. */
export function evidenceRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.post('/', (context) => add(services, context))
  routes.post('/uploads', (context) => uploadLimit(services, context, () => add(services, context)))
  routes.post('/:evidenceId', (context) => add(services, context, context.req.param('evidenceId')))
  routes.post('/:evidenceId/uploads', (context) =>
    uploadLimit(services, context, () => add(services, context, context.req.param('evidenceId'))),
  )
  routes.post('/:evidenceId/submit', (context) => move(services, context, context.req.param('evidenceId'), 'submit'))
  routes.post('/:evidenceId/withdraw', (context) =>
    move(services, context, context.req.param('evidenceId'), 'withdraw'),
  )
  routes.post('/:evidenceId/look', (context) => look(services, context, context.req.param('evidenceId')))
  routes.get('/:evidenceId/versions/:number', (context) =>
    download(services, context, context.req.param('evidenceId'), context.req.param('number')),
  )
  return routes
}

/** Lets an upload through up to the largest file, once it is known that the person may upload at all. */
async function uploadLimit(
  services: HttpServices,
  context: ItemContext,
  go: () => Promise<Response>,
): Promise<Response> {
  const request = await itemRequest(services, context, 'evidence.write')
  const largest = largestFile + roomForFields
  const release = await reserveUpload(context, largest)
  let answer: Response | undefined
  const limited = await bodyLimit({
    maxSize: largest,
    onError: () => {
      const failure = tooLarge('20 MB')
      return showItem(services, context, request, { failure, refused: refusedForm(failure, context, {}) })
    },
  })(context, async () => {
    answer = await go()
  }).finally(release)
  return answer ?? limited ?? context.body(null, 413)
}

/** Adds a piece of evidence, or a version to a piece. */
async function add(services: HttpServices, context: ItemContext, evidenceId?: string): Promise<Response> {
  const request = await itemRequest(services, context, 'evidence.write')
  const { place, productId, itemId } = request
  const words = texts(context.get('language')).items.evidence
  return changeItem(services, context, request, {
    ...(evidenceId !== undefined && { open: { kind: 'version', evidenceId } }),
    change: async (form) => {
      const submit = form.fields.as !== 'draft'
      const input = { productId, itemId, content: await contentOf(form), submit }
      const common = {
        principal: request.signedIn.principal,
        place,
        key: form.key,
        requestId: context.get('requestId'),
      }
      const result =
        evidenceId === undefined
          ? await execute(services, addEvidence, { ...common, input })
          : await execute(services, addEvidenceVersion, {
              ...common,
              input: { ...input, evidenceId, version: form.version },
            })
      return {
        said: result.isNew ? words.saved[submit ? 'submitted' : 'draft'] : words.same,
        target: `#${result.evidenceId}`,
      }
    },
  })
}

/** What the form hands in; a file is looked into before the database hears of it. */
async function contentOf({ fields, files }: PostedForm): Promise<unknown> {
  const { kind, link, statement } = fields
  if (kind !== 'file') return { kind, link, statement }
  const [file] = files('file')
  if (file === undefined) throw noFile()
  return { kind, file: await InspectedFile.inspect(file.name, new Uint8Array(await file.arrayBuffer())) }
}

function noFile() {
  return invalidInput([{ field: 'file', message: { en: 'Choose a file.', nl: 'Kies een bestand.' } }])
}

/** Hands in a draft, or takes a piece back. */
async function move(
  services: HttpServices,
  context: ItemContext,
  evidenceId: string,
  how: 'submit' | 'withdraw',
): Promise<Response> {
  const request = await itemRequest(services, context, 'evidence.write')
  const { place, productId, itemId } = request
  const words = texts(context.get('language')).items.evidence
  return changeItem(services, context, request, {
    change: async ({ version, key }) => {
      await execute(services, how === 'submit' ? submitEvidence : withdrawEvidence, {
        principal: request.signedIn.principal,
        place,
        input: { productId, itemId, evidenceId, version },
        key,
        requestId: context.get('requestId'),
      })
      return how === 'submit'
        ? { said: words.saved.submitted, target: `#${evidenceId}` }
        : { said: words.withdrawn, target: '#evidence' }
    },
  })
}

/** Has the address of a piece looked at again. */
async function look(services: HttpServices, context: ItemContext, evidenceId: string): Promise<Response> {
  const request = await itemRequest(services, context, ...lookAgain.allowed)
  const { place, productId, itemId } = request
  return changeItem(services, context, request, {
    change: async ({ key }) => {
      await execute(services, lookAgain, {
        principal: request.signedIn.principal,
        place,
        input: { productId, itemId, evidenceId },
        key,
        requestId: context.get('requestId'),
      })
      return { said: texts(context.get('language')).probes.asked, target: `#${evidenceId}` }
    },
  })
}

async function download(
  services: HttpServices,
  context: ItemContext,
  evidenceId: string,
  number: string,
): Promise<Response> {
  const { place, productId, itemId } = await itemRequest(services, context)
  const file = await readEvidenceFile(services, place, {
    productId,
    itemId,
    evidenceId,
    number: /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0,
  })
  // A view on its own memory, so that nothing beside the file can go along.
  return context.body(new Uint8Array(file.content), 200, attachmentHeaders(file))
}
