import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { newId } from '../../domain/ids.ts'
import { ImportPage, ImportReportPage } from '../../pages/isvs/import-pages.tsx'
import { readImportPlan } from '../../reads/isvs/read-import-plan.ts'
import { execute } from '../../verbs/execute.ts'
import { importColumns, largestImport, textOfImport } from '../../verbs/isvs/import-file.ts'
import { importIsvs } from '../../verbs/isvs/import-isvs.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { attachmentHeaders } from '../evidence/attachment-headers.ts'
import { readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { programmeOf, whoIs } from '../places.ts'
import { csvOf } from '../portfolio/portfolio-csv.ts'

type HttpContext = Context<HttpEnvironment>

/** Import of ISVs and products: choose a file, see what it would do, confirm that. */
export function importRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/isvs/import', (context) => choose(services, context))
  routes.get('/isvs/import/template.csv', (context) => {
    programmeOf(whoIs(context).principal, 'isv.create')
    const headers = attachmentHeaders({ fileName: 'isvs.csv', mediaType: 'text/csv' })
    return context.body(csvOf([importColumns], true), 200, headers)
  })
  routes.post('/isvs/import/uploads', bodyLimit({ maxSize: largestImport.bytes + 100_000 }), (context) =>
    report(services, context),
  )
  routes.post('/isvs/import/apply', (context) => apply(services, context))
  return routes
}

async function choose(services: HttpServices, context: HttpContext, error?: string): Promise<Response> {
  programmeOf(whoIs(context).principal, 'isv.create')
  const frame = await frameOf(services, context, { current: 'portfolio' })
  return context.html(<ImportPage frame={frame} error={error} />, error === undefined ? 200 : 422)
}

async function report(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const { organizationId } = programmeOf(principal, 'isv.create')
  const [file] = (await readForm(context)).files('file')
  const language = context.get('language')
  const content = textOfImport(file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer()))
  if (typeof content !== 'string') {
    const { texts } = await frameOf(services, context)
    const place = texts.portfolio.import.lineOnly(content.line)
    return choose(services, context, `${place}: ${content.reason[language]}`)
  }
  // As a form sends it back: every line ends alike there.
  const lines = content.replaceAll(/\r\n?/g, '\n')
  const plan = await readImportPlan(services, organizationId, lines)
  const frame = await frameOf(services, context, { current: 'portfolio' })
  return context.html(
    <ImportReportPage frame={frame} plan={plan} content={lines} formKey={newId('job')} />,
    plan.problems.length === 0 ? 200 : 422,
  )
}

async function apply(services: HttpServices, context: HttpContext): Promise<Response> {
  const { principal } = whoIs(context)
  const place = programmeOf(principal, 'portfolio.read')
  const { fields, key } = await readForm(context)
  const { content = '', shown = '' } = fields
  const { created, updated } = await execute(services, importIsvs, {
    principal,
    place,
    key,
    requestId: context.get('requestId'),
    input: { content, shown },
  })
  const { texts } = await frameOf(services, context)
  const words = texts.portfolio.import
  const message = created + updated === 0 ? words.nothing : words.done(created, updated)
  leaveFlash(context, { level: 'success', message })
  return context.redirect('/portfolio', 303)
}
