import {
  alternativeInWords,
  alternativeProducts,
  freeStepsOf,
  type PlanAlternative,
  type TenantReport,
} from '@sevenstep/licensing-checks'

/** The plan of a tenant as text for a terminal, with every licence and whom it is for, and who was left out. */
export function planInWords({ plan, notJudged, counts }: Pick<TenantReport, 'plan' | 'notJudged' | 'counts'>): string {
  const lines = [
    ...part('Without buying anything', freeStepsOf(plan)),
    ...part(plan.alternatives.length > 1 ? 'To buy, one of' : 'To buy', plan.alternatives.flatMap(wayInLines)),
    ...part('Check before you buy', plan.checks),
    ...part('Not judged', notJudged),
  ]
  if (counts.covered > 0 && counts.ask + counts.gap === 0)
    lines.unshift('', 'Nothing to buy: everybody is covered, as far as the lists tell.')
  return `${lines.slice(1).join('\n')}\n`
}

function wayInLines(way: PlanAlternative): readonly string[] {
  const whom = alternativeProducts(way).flatMap((product) => product.whom)
  return [alternativeInWords(way), ...whom.map((name) => `  for ${name}`)]
}

function part(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return ['', `${title}:`, ...lines.map((line) => `  ${line.replaceAll(/[\r\n\t]+/g, ' ')}`)]
}
