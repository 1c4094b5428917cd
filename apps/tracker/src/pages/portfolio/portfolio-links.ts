import { type PortfolioQuestion, queryOf } from '../../reads/portfolio/portfolio-question.ts'

/** The address that shows what the question asks for. */
export function portfolioHref(question: PortfolioQuestion): string {
  return `/portfolio?${queryOf(question)}`
}
