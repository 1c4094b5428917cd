import { type Context, Hono } from 'hono'
import { may, type Place } from '../../domain/principal.ts'
import { funnelRows } from '../../pages/portfolio/funnel-card.tsx'
import { PortfolioPage } from '../../pages/portfolio/portfolio-page.tsx'
import type { PortfolioViewer } from '../../reads/portfolio/portfolio-filters.ts'
import { plainQuestion, questionFrom } from '../../reads/portfolio/portfolio-question.ts'
import { readPortfolio } from '../../reads/portfolio/read-portfolio.ts'
import { readPortfolioExport } from '../../reads/portfolio/read-portfolio-export.ts'
import type { HttpEnvironment, HttpServices, SignedIn } from '../environment.ts'
import { attachmentHeaders } from '../evidence/attachment-headers.ts'
import { frameOf } from '../frame.ts'
import { programmeOf, whoIs } from '../places.ts'
import { csvOf, streamCsv } from './portfolio-csv.ts'

/** The portfolio of a programme, its plot's figures, and what is shown of it as a file. */
export function portfolioRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/portfolio', (context) => show(services, context))
  routes.get('/portfolio.csv', (context) => {
    const { principal } = whoIs(context)
    const place = programmeOf(principal, 'export.read')
    const viewer = viewerOf({ principal }, place)
    const batches = readPortfolioExport(services, viewer, questionFrom(context.req.query(), 'all'))
    const now = services.clock.now()
    const name = `portfolio-${now.toISOString().slice(0, 10)}.csv`
    return context.body(
      streamCsv(batches, context.get('language'), now),
      200,
      attachmentHeaders({ fileName: name, mediaType: 'text/csv' }),
    )
  })
  routes.get('/portfolio/steps.csv', async (context) => {
    const { principal } = whoIs(context)
    const viewer = viewerOf({ principal }, programmeOf(principal, 'portfolio.read'))
    const { counts } = await readPortfolio(services, viewer, plainQuestion)
    const { texts } = await frameOf(services, context)
    const { columns } = texts.portfolio.plot
    const rows = funnelRows(counts.steps, texts).map(({ name, proved, applies }) => [name, proved, applies])
    return context.body(
      csvOf([[columns.step, columns.proved, columns.applies], ...rows], true),
      200,
      attachmentHeaders({ fileName: 'steps.csv', mediaType: 'text/csv' }),
    )
  })
  return routes
}

async function show(services: HttpServices, context: Context<HttpEnvironment>): Promise<Response> {
  const { principal } = whoIs(context)
  const place = programmeOf(principal, 'portfolio.read')
  const viewer = viewerOf({ principal }, place)
  const question = questionFrom(context.req.query(), 'all')
  const portfolio = await readPortfolio(services, viewer, question)
  const frame = await frameOf(services, context, { current: 'portfolio' })
  const rights = {
    manages: viewer.manages,
    creates: may(principal, 'isv.create', place),
    exports: may(principal, 'export.read', place),
  }
  return context.html(<PortfolioPage frame={frame} portfolio={portfolio} question={question} rights={rights} />)
}

/** Who looks, as the portfolio's reads ask it. */
export function viewerOf({ principal }: Pick<SignedIn, 'principal'>, place: Place): PortfolioViewer {
  return {
    organizationId: place.organizationId,
    userId: principal.userId,
    manages: may(principal, 'isv.manage', place),
  }
}
