import { toSafeLines } from '@sevenstep/findings'
import {
  alternativeInWords,
  counted,
  countsInWords,
  freeStepsOf,
  ruleInWords,
  scopeOf,
  someOf,
  sourcesOf,
  verdictNote,
} from './report-words.ts'
import type { TenantReport } from './tenant-report.ts'

/** So many lines of a part are shown; the table has all. */
const mostLines = 200
const mostFlows = 5

/** A report as text for a terminal; foreign names in it steer nothing. */
export function printReportText(report: TenantReport): string {
  const { flows, people, plan, products } = report
  const steps = freeStepsOf(plan)
  const lines = [
    report.title,
    scopeOf(report),
    '',
    countsInWords(report.counts),
    ...part(
      'Flows',
      flows.map(({ flow, tier, because, ...counts }) => `${flow}: ${countsInWords(counts)}; ${because ?? tier}`),
    ),
    ...part(
      people.some(({ state }) => state === 'ask') ? 'Not covered, or not known to be' : 'Not covered',
      people.map(
        ({ who, state, reason, flows: names }) =>
          `${state === 'gap' ? 'gap' : 'ask'}  ${who}: ${someOf(names, mostFlows)}. ${reason}`,
      ),
    ),
    ...part(
      'Held',
      products.map(
        ({ name, licenceClass, seats, used, status }) =>
          `${name}: ${used ?? '?'} of ${seats ?? '?'} used${status === undefined ? '' : `, ${status}`} (${licenceClass})`,
      ),
    ),
    ...part('Without buying anything', steps),
    ...part('To buy, one of', plan.alternatives.map(alternativeInWords)),
    ...part('Check before you buy', plan.checks),
    ...part('Not judged', report.notJudged),
    ...part('The answers rest on', report.rules.map(ruleInWords)),
    ...part('Products and plans by', sourcesOf(report)),
    '',
    verdictNote,
    '',
  ]
  return toSafeLines(lines.join('\n'))
}

function part(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const more =
    lines.length > mostLines ? [`  … and ${counted(lines.length - mostLines, 'line')} more, in the table.`] : []
  return [
    '',
    `${title}:`,
    ...lines.slice(0, mostLines).map((line) => `  ${line.replaceAll(/[\r\n\t]+/g, ' ')}`),
    ...more,
  ]
}
