import { stepIds } from '@sevenstep/onboarding'
import {
  balls,
  healthLevels,
  isFiltered,
  nobodysOwner,
  type PortfolioQuestion,
  stripCells,
} from '../../reads/portfolio/portfolio-question.ts'
import type { PortfolioOwner } from '../../reads/portfolio/read-portfolio-counts.ts'
import type { Texts } from '../../texts/index.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { Select, TextInput } from '../components/inputs.tsx'

interface PortfolioFiltersProps {
  readonly question: PortfolioQuestion
  readonly owners: readonly PortfolioOwner[]
  readonly clearHref: string
  readonly texts: Texts
}

/** Narrows the list by a plain GET form, so that the address says what is shown. */
export function PortfolioFilters({ question, owners, clearHref, texts }: PortfolioFiltersProps) {
  const { filters, noOwner } = texts.portfolio
  const { shared } = texts
  const any = { value: '', label: filters.any }
  const field = { texts, optional: true } as const
  return (
    <Disclosure summary={filters.title} open={isFiltered(question)}>
      <form method="get" action="/portfolio" class="filter-form">
        <input type="hidden" name="view" value={question.view} />
        <input type="hidden" name="sort" value={question.sort} />
        {question.descending && <input type="hidden" name="order" value="descending" />}
        <TextInput {...field} name="q" type="search" label={filters.search} value={question.search} maxlength={100} />
        <Select
          {...field}
          name="health"
          label={filters.health}
          value={question.health}
          choices={[any, ...healthLevels.map((value) => ({ value, label: shared.health[value] }))]}
        />
        <Select
          {...field}
          name="ball"
          label={filters.ball}
          value={question.ball}
          choices={[any, ...balls.map((value) => ({ value, label: shared.balls[value] }))]}
        />
        <Select
          {...field}
          name="owner"
          label={filters.owner}
          value={question.owner}
          choices={[
            any,
            { value: nobodysOwner, label: noOwner },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          {...field}
          name="step"
          label={filters.step}
          value={question.step === undefined ? '' : String(question.step.step)}
          choices={[any, ...stepIds.map((id) => ({ value: String(id), label: `${id} ${shared.steps[id]}` }))]}
        />
        <Select
          {...field}
          name="state"
          label={filters.state}
          value={question.step?.cell}
          choices={[any, ...stripCells.map((value) => ({ value, label: shared.cells[value] }))]}
        />
        <div class="button-row">
          <Button icon="filter">{shared.buttons.filter}</Button>
          {isFiltered(question) && (
            <LinkButton kind="quiet" href={clearHref}>
              {shared.buttons.clearFilters}
            </LinkButton>
          )}
        </div>
      </form>
    </Disclosure>
  )
}
