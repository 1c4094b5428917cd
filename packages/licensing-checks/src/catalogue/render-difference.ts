import type { ServicePlan, Sku } from './catalogue.ts'
import type { CatalogueDifference, CatalogueUpdate } from './update-catalogue.ts'

/** An update in words, for a terminal: what is new, gone, renamed, and what a person has to decide. */
export function renderDifference({ catalogue, difference, problems }: CatalogueUpdate): string {
  const { added, missing, renamed, plansChanged, reclassified } = difference
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
    ...section(
      'Another class',
      reclassified.map(({ sku, before, after }) => `${line(sku)}: ${before} → ${after}`),
    ),
    ...section('Not usable', problems),
  ]
  if (lines.length === 1) lines.push('Nothing changed.')
  return `${lines.join('\n')}\n`
}

/** How far two catalogues are apart, in a line: `3 products more, 1 with other plans`. */
export function differenceInWords(difference: CatalogueDifference): string {
  const { added, missing, renamed, plansChanged, reclassified } = difference
  const parts = [
    [added.length, added.length === 1 ? 'product more' : 'products more'],
    [missing.length, missing.length === 1 ? 'product less' : 'products less'],
    [renamed.length, 'renamed'],
    [plansChanged.length, 'with other plans'],
    [reclassified.length, 'of another class'],
  ] as const
  const said = parts.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]))
  return said.length === 0 ? 'the same products' : said.join(', ')
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
