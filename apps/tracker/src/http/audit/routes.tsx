import { type Context, Hono } from 'hono'
import { notAllowed } from '../../domain/failure.ts'
import { may, type Place } from '../../domain/principal.ts'
import { AuditPage } from '../../pages/audit/audit-page.tsx'
import { auditQuestionFrom } from '../../reads/audit/audit-question.ts'
import { exportAudit } from '../../reads/audit/export-audit.ts'
import { readAudit } from '../../reads/audit/read-audit.ts'
import { type RecordVerdict, verifyRecord } from '../../reads/audit/verify-record.ts'
import { readIsvName } from '../../reads/checklist/read-isv-name.ts'
import { texts } from '../../texts/index.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { frameOf } from '../frame.ts'
import { placeOfIsv, programmeOf, whoIs } from '../places.ts'

type HttpContext = Context<HttpEnvironment>

/** A record that somebody may read: of the programme, or of one ISV. */
interface OpenRecord {
  readonly place: Place
  readonly base: string
  readonly isv?: { readonly id: string; readonly name: string }
}

/** The record of the programme and of each ISV: reading, verifying, taking it along. */
export function auditRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/audit', (context) => show(services, context, ofProgramme(context)))
  routes.post('/audit/verify', (context) => verify(services, context, ofProgramme(context)))
  routes.get('/audit.csv', (context) => download(services, context, ofProgramme(context)))
  routes.get('/isvs/:isvId/audit', async (context) =>
    show(services, context, await ofIsv(services, context, context.req.param('isvId'))),
  )
  routes.post('/isvs/:isvId/audit/verify', async (context) =>
    verify(services, context, await ofIsv(services, context, context.req.param('isvId'))),
  )
  routes.get('/isvs/:isvId/audit.csv', async (context) =>
    download(services, context, await ofIsv(services, context, context.req.param('isvId'))),
  )
  return routes
}

function ofProgramme(context: HttpContext): OpenRecord {
  return { place: programmeOf(whoIs(context).principal, 'audit.read'), base: '/audit' }
}

async function ofIsv(services: HttpServices, context: HttpContext, isvId: string): Promise<OpenRecord> {
  const place = await placeOfIsv(services, whoIs(context).principal, isvId, 'audit.read')
  return { place, base: `/isvs/${isvId}/audit`, isv: { id: isvId, name: await readIsvName(services, place) } }
}

async function show(
  services: HttpServices,
  context: HttpContext,
  record: OpenRecord,
  verdict?: RecordVerdict,
): Promise<Response> {
  const { principal } = whoIs(context)
  const question = verdict === undefined ? auditQuestionFrom(context.req.query()) : {}
  const frame = await frameOf(services, context, record.isv === undefined ? { current: 'audit' } : {})
  const audit = await readAudit(services, record.place, question, frame.texts.format.timeZone)
  return context.html(
    <AuditPage
      frame={verdict === undefined ? frame : { ...frame, path: record.base }}
      audit={audit}
      question={question}
      base={record.base}
      mayExport={may(principal, 'export.read', record.place)}
      {...(record.isv !== undefined && { isv: record.isv })}
      {...(verdict !== undefined && { verdict })}
    />,
  )
}

async function verify(services: HttpServices, context: HttpContext, record: OpenRecord): Promise<Response> {
  return show(services, context, record, await verifyRecord(services, record.place))
}

function download(services: HttpServices, context: HttpContext, { place }: OpenRecord): Response {
  if (!may(whoIs(context).principal, 'export.read', place)) throw notAllowed()
  const words = texts(context.get('language'))
  const { cursor: _, ...question } = auditQuestionFrom(context.req.query())
  const rows = exportAudit(services, place, question, words)
  const day = services.clock.now().toISOString().slice(0, 10)
  return new Response(streamOf(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${day}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
    },
  })
}

/** Sends what comes as it comes; whoever goes away early stops the rest. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}
