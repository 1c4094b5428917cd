import type { ServicePlan, Sku } from './catalogue.ts'
import type { CatalogueUpdate } from './update-catalogue.ts'

/** An update in words, for a terminal: what is new, gone, renamed, and what a person has to decide. */
export function renderDifference({ catalogue, difference, problems }: CatalogueUpdate): string {
  const { added, missing, renamed, plansChanged } = difference
  const lines = [
    `Catalogue ${catalogue.version}: ${catalogue.skus.size} products that bring Power Automate.`,
    ...section('New, without a class yet: questions about them are answered with "ask"', added.map(line)),
    ...section('No longer in the table, and kept', missing.map(line)),
    ...section(
      'Renamed',
      renamed.map(({ sku, before, after }) => `${sku.id}  ${before} → ${after}`),
    ),
    ...section(
      'Other plans',
      plansChanged.map(
        ({ sku, added: more, removed }) => `${line(sku)}: ${[...more.map(plus), ...removed.map(minus)].join(', ')}`,
      ),
    ),
    ...section('Not usable', problems),
  ]
  if (lines.length === 1) lines.push('Nothing changed.')
  return `${lines.join('\n')}\n`
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title} (${lines.length}):`, ...lines.map((each) => `  ${printable(each)}`)]
}

function line({ id, partNumber, displayName }: Sku): string {
  return `${id}  ${displayName} (${partNumber})`
}

function plus({ name }: ServicePlan): string {
  return `+${name}`
}

function minus({ name }: ServicePlan): string {
  return `−${name}`
}

/** Names come from a file: nothing in them may steer a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ')
}
