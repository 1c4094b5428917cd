import type { Catalogue, CatalogueSource, ServicePlan, Sku } from './catalogue.ts'
import { isLicenceClass } from './licence-class.ts'

/**
 * Reads a catalogue in the form of this package's data file: a row to a line, tabs between fields.
 *
 * @throws Error that names the line, where a row is not of that form, or what is missing altogether.
 */
export function readCatalogue(text: string): Catalogue {
  let version = ''
  const sources: CatalogueSource[] = []
  const plans = new Map<string, ServicePlan>()
  const skus = new Map<string, Sku>()
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue
    const [kind, ...fields] = line.split('\t')
    if (kind === 'version') version = fields[0] ?? ''
    else if (kind === 'source') sources.push(sourceOf(fields))
    else {
      const row = kind === 'plan' ? planOf(fields) : kind === 'sku' ? skuOf(fields) : undefined
      if (row === undefined) throw new Error(`Line ${at + 1} of the catalogue is no row of it: ${line.slice(0, 80)}`)
      if ('licenceClass' in row) skus.set(row.id, row)
      else plans.set(row.id, row)
    }
  }
  if (version === '' || skus.size === 0)
    throw new Error(`The text is no catalogue: it has no line "${version === '' ? 'version' : 'sku'}".`)
  return { version, sources, plans, skus }
}

/** A catalogue as text that {@link readCatalogue} reads. */
export function printCatalogue({ version, sources, plans, skus }: Catalogue): string {
  const byName = <Row extends { readonly id: string }>(rows: Iterable<Row>, name: (row: Row) => string) =>
    [...rows].sort(
      (one, other) => compare(name(one).toLowerCase(), name(other).toLowerCase()) || compare(one.id, other.id),
    )
  return [
    '# The licences that bring Power Automate, and their service plans. Tabs between fields.',
    '# Identifiers and names are Microsoft’s; the class and the cloud of a licence are our own labels.',
    `version\t${version}`,
    ...sources.map(({ key, title, seen, address }) => row('source', key, title, seen, address)),
    ...byName(plans.values(), ({ kind, name }) => `${kind === 'flow' ? 0 : 1} ${name}`).map(
      ({ id, name, displayName, kind }) => row('plan', id, name, displayName, kind),
    ),
    ...byName(skus.values(), ({ partNumber }) => partNumber).map((sku) =>
      row(
        'sku',
        sku.id,
        sku.partNumber,
        sku.displayName,
        sku.licenceClass,
        sku.cloud,
        sku.plans.join(' '),
        sku.sources.join(''),
      ),
    ),
    '',
  ].join('\n')
}

function row(...fields: readonly string[]): string {
  return fields.map((field) => field.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function sourceOf([key = '', title = '', seen = '', address = '']: readonly string[]): CatalogueSource {
  return { key, title, seen, address }
}

function planOf([id, name, displayName, kind]: readonly string[]): ServicePlan | undefined {
  if (id === undefined || name === undefined || displayName === undefined) return undefined
  return kind === 'flow' || kind === 'dataverse' ? { id, name, displayName, kind } : undefined
}

function skuOf(fields: readonly string[]): Sku | undefined {
  const [id, partNumber, displayName, licenceClass = '', cloud, plans = '', sources = ''] = fields
  if (id === undefined || partNumber === undefined || displayName === undefined) return undefined
  if (!isLicenceClass(licenceClass) || (cloud !== 'public' && cloud !== 'us-government')) return undefined
  const list = plans === '' ? [] : plans.split(' ')
  return { id, partNumber, displayName, licenceClass, cloud, plans: list, sources: [...sources] }
}
