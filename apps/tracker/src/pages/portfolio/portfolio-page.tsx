import {
  isFiltered,
  type PortfolioQuestion,
  portfolioViews,
  queryOf,
} from '../../reads/portfolio/portfolio-question.ts'
import type { Portfolio } from '../../reads/portfolio/read-portfolio.ts'
import type { Texts } from '../../texts/index.ts'
import { LinkButton } from '../components/button.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { FilterChips, Pager } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { FunnelCard } from './funnel-card.tsx'
import { PortfolioFilters } from './portfolio-filters.tsx'
import { portfolioHref } from './portfolio-links.ts'
import { PortfolioTable } from './portfolio-table.tsx'

/** What the viewer may do from the portfolio. */
export interface PortfolioRights {
  readonly manages: boolean
  readonly creates: boolean
  readonly exports: boolean
}

interface PortfolioPageProps {
  readonly frame: Frame
  readonly portfolio: Portfolio
  readonly question: PortfolioQuestion
  readonly rights: PortfolioRights
}

/** Every product of the programme in one dense table, with what needs the viewer first. */
export function PortfolioPage({ frame, portfolio, question, rights }: PortfolioPageProps) {
  const { texts } = frame
  const words = texts.portfolio
  const { counts, rows } = portfolio
  const needed = counts.views['needs-me']
  return (
    <Page frame={frame} title={words.title} width="wide">
      <Headline
        title={rights.manages ? words.needYou(needed) : words.waitOnUs(needed)}
        sub={
          <span title={rights.manages ? words.needRule : words.ourRule}>
            {words.counted(counts.isvs, counts.views.all)}
          </span>
        }
        actions={<Actions question={question} rights={rights} texts={texts} />}
      />
      <div class="portfolio-bar">
        <FilterChips
          label={words.views.label}
          texts={texts}
          links={portfolioViews.map((view) => ({
            href: portfolioHref({ view, sort: question.sort, descending: question.descending }),
            label: view === 'needs-me' && !rights.manages ? words.onUs : words.views[view],
            count: counts.views[view],
            current: question.view === view,
          }))}
        />
        <p class="text-13 text-quiet">{words.sorted[question.sort]}</p>
      </div>
      <PortfolioFilters
        question={question}
        owners={counts.owners}
        clearHref={portfolioHref({ view: question.view, sort: question.sort, descending: question.descending })}
        texts={texts}
      />
      <div class="columns portfolio">
        <div>
          {rows.length === 0 ? (
            <NothingHere portfolio={portfolio} question={question} rights={rights} texts={texts} />
          ) : (
            <>
              <PortfolioTable rows={rows} question={question} now={frame.now} texts={texts} />
              <Pager
                from={portfolio.from}
                to={portfolio.from + rows.length - 1}
                total={portfolio.total}
                texts={texts}
                previousHref={portfolio.previous && portfolioHref({ ...question, cursor: portfolio.previous })}
                nextHref={portfolio.next && portfolioHref({ ...question, cursor: portfolio.next })}
              />
            </>
          )}
        </div>
        <FunnelCard steps={counts.steps} csvHref="/portfolio/steps.csv" texts={texts} />
      </div>
    </Page>
  )
}

interface PartProps {
  readonly question: PortfolioQuestion
  readonly rights: PortfolioRights
  readonly texts: Texts
}

function Actions({ question, rights, texts }: PartProps) {
  const { actions } = texts.portfolio
  const { cursor: _, ...whole } = question
  return (
    <>
      {rights.manages && <LinkButton href={`/isvs/assign?${queryOf(whole)}`}>{actions.assign}</LinkButton>}
      {rights.exports && (
        <LinkButton href={`/portfolio.csv?${queryOf(whole)}`} icon="download">
          {actions.exportCsv}
        </LinkButton>
      )}
      {rights.creates && (
        <LinkButton href="/isvs/import" icon="upload">
          {actions.importCsv}
        </LinkButton>
      )}
      {rights.creates && (
        <LinkButton href="/isvs/new" kind="primary" icon="plus">
          {actions.addIsv}
        </LinkButton>
      )}
    </>
  )
}

/** Why nothing is shown, and the one way on. */
function NothingHere({ portfolio, question, rights, texts }: PartProps & { readonly portfolio: Portfolio }) {
  const { empty, actions } = texts.portfolio
  const showAll = (
    <LinkButton href={portfolioHref({ view: 'all', sort: 'health', descending: false })}>{empty.showAll}</LinkButton>
  )
  if (portfolio.counts.views.all === 0) {
    const add = rights.creates ? (
      <LinkButton href="/isvs/new" kind="primary">
        {actions.addIsv}
      </LinkButton>
    ) : undefined
    return <Empty title={empty.title} why={empty.why} icon="people" action={add} />
  }
  if (isFiltered(question))
    return <Empty title={empty.filtered} why={empty.filteredWhy} icon="filter" action={showAll} />
  return <Empty title={empty.view} why={empty.viewWhy} icon="check" action={showAll} />
}
