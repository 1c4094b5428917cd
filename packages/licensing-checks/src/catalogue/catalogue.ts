import { catalogueText } from '../generated/catalogue-text.ts'
import type { LicenceClass } from './licence-class.ts'
import { readCatalogue } from './read-catalogue.ts'

/** The cloud a licence is sold for, as its name says: our reading. */
export type LicenceCloud = 'public' | 'us-government'

/** A service plan of the table. `flow` is the right to Power Automate itself, `dataverse` what comes beside it. */
export interface ServicePlan {
  /** GUID in lower case. */
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly kind: 'flow' | 'dataverse'
}

/** A product that brings Power Automate. */
export interface Sku {
  /** GUID in lower case: what products are matched by. */
  readonly id: string
  /** Microsoft's string id; stray blanks are taken off, its case is as it came. */
  readonly partNumber: string
  readonly displayName: string
  /** Our own label. */
  readonly licenceClass: LicenceClass
  readonly cloud: LicenceCloud
  /** Ids of its plans that belong to Power Automate or to Dataverse; others are left out. */
  readonly plans: readonly string[]
  /** Keys of the sources that have it. */
  readonly sources: readonly string[]
}

/** Where a row of the catalogue was read. */
export interface CatalogueSource {
  readonly key: string
  readonly title: string
  /** Year and month. */
  readonly seen: string
  readonly address: string
}

/** The products that bring Power Automate, at a date. */
export interface Catalogue {
  /** Year and month of the newest source. */
  readonly version: string
  readonly sources: readonly CatalogueSource[]
  readonly plans: ReadonlyMap<string, ServicePlan>
  readonly skus: ReadonlyMap<string, Sku>
}

let known: Catalogue | undefined

/** The catalogue that comes with this package. */
export function knownCatalogue(): Catalogue {
  known ??= readCatalogue(catalogueText)
  return known
}

/** The products of a catalogue that a name or string id stands for: for lists that have no GUIDs. */
export function skusByName(catalogue: Catalogue): ReadonlyMap<string, readonly Sku[]> {
  let index = indexes.get(catalogue)
  if (index !== undefined) return index
  const names = new Map<string, Sku[]>()
  for (const sku of catalogue.skus.values()) {
    for (const name of new Set([plainName(sku.displayName), plainName(sku.partNumber)])) {
      names.set(name, [...(names.get(name) ?? []), sku])
    }
  }
  index = names
  indexes.set(catalogue, index)
  return index
}

const indexes = new WeakMap<Catalogue, ReadonlyMap<string, readonly Sku[]>>()

/** A name without its case and stray blanks, as names are compared. */
export function plainName(name: string): string {
  return name
    .replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase()
}
