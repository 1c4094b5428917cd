import { createHash } from 'node:crypto'
import type { Edition, ProductKind, PublisherType } from '@sevenstep/onboarding'
import type { isvs, products } from '../../db/schema/index.ts'
import type { ImportColumn, ImportProblem, ImportRow } from './import-file.ts'
import { isTimeZone } from './isv-fields.ts'

/** What is there already, by the numbers that the file names. */
export interface ImportPresent {
  readonly isvs: ReadonlyMap<string, typeof isvs.$inferSelect>
  /** By the ISV's and the product's number, with a tab between them. */
  readonly products: ReadonlyMap<string, typeof products.$inferSelect>
  /** Every product of those ISVs, with a number or without. */
  readonly namesakes: readonly { readonly id: string; readonly isvId: string; readonly name: string }[]
  /** Ids of those who may look after ISVs, by account name in lower case. */
  readonly owners: ReadonlyMap<string, string>
  readonly timeZone: string
}

/** What an ISV would be afterwards. */
export interface WantedIsv {
  readonly name: string
  readonly ownerId: string | null
  readonly timeZone: string
}

/** What a product would be afterwards. */
export interface WantedProduct {
  readonly name: string
  readonly kind: ProductKind
  readonly edition: Edition
  readonly publisher: PublisherType
}

/** One object of the file and what would happen to it. */
export type PlannedObject = {
  readonly line: number
  readonly isvNumber: string
  readonly outcome: 'create' | 'update' | 'same'
  readonly changes: readonly { readonly column: ImportColumn; readonly before: string; readonly after: string }[]
} & (
  | { readonly object: 'isv'; readonly id: string | undefined; readonly version: number; readonly wanted: WantedIsv }
  | {
      readonly object: 'product'
      readonly number: string
      readonly id: string | undefined
      readonly version: number
      readonly wanted: WantedProduct
    }
)

/** What an import would do to each object, or why it is refused; the hash is over all of it. */
export interface ImportPlan {
  readonly rows: number
  readonly objects: readonly PlannedObject[]
  readonly problems: readonly ImportProblem[]
  readonly hash: string
}

/** Works out what an import would do; a pure function of the file and of what is there. */
export function planImport(rows: readonly ImportRow[], present: ImportPresent): ImportPlan {
  const objects: PlannedObject[] = []
  const problems: ImportProblem[] = []
  const seen = new Map<string, { readonly line: number; readonly said: string }>()
  for (const row of rows) {
    const bad = rowProblems(row, present)
    problems.push(...bad)
    if (bad.length > 0) continue
    const number = row.values.isv_external_id ?? ''
    const isv = plannedIsv(row, number, present)
    const said = JSON.stringify(isv.wanted)
    const before = seen.get(number)
    if (before === undefined) {
      seen.set(number, { line: row.line, said })
      objects.push(isv)
    } else if (before.said !== said) {
      problems.push({ line: row.line, column: 'isv_external_id', reason: disagrees(before.line) })
    }
    const product = plannedProduct(row, number, present)
    if (product === undefined) continue
    if (hasNamesake(product, present)) problems.push({ line: row.line, column: 'product', reason: nameTaken })
    const key = `${number}\t${product.number}`
    const twin = seen.get(key)
    if (twin !== undefined) problems.push({ line: row.line, column: 'product_external_id', reason: twice(twin.line) })
    seen.set(key, { line: row.line, said: '' })
    objects.push(product)
  }
  const content = JSON.stringify([rows, objects, problems])
  return { rows: rows.length, objects, problems, hash: createHash('sha256').update(content).digest('hex') }
}

function rowProblems({ line, values }: ImportRow, present: ImportPresent): ImportProblem[] {
  const problems: ImportProblem[] = []
  const refuse = (column: ImportColumn, reason: ImportProblem['reason']) => problems.push({ line, column, reason })
  if ((values.isv ?? '') === '') refuse('isv', missing)
  if ((values.isv ?? '').length > 120) refuse('isv', tooLong(120))
  if ((values.isv_external_id ?? '') === '') refuse('isv_external_id', missing)
  if ((values.isv_external_id ?? '').length > 64) refuse('isv_external_id', tooLong(64))
  if ((values.product ?? '').length > 120) refuse('product', tooLong(120))
  if ((values.product_external_id ?? '').length > 64) refuse('product_external_id', tooLong(64))
  const { owner = '', time_zone: zone = '', product = '', product_external_id: number = '' } = values
  if (owner !== '' && !present.owners.has(owner.toLowerCase())) refuse('owner', unknownOwner)
  if (zone !== '' && !isTimeZone(zone)) refuse('time_zone', unknownZone)
  if (product !== '' && number === '') refuse('product_external_id', missing)
  if (product === '' && number !== '') refuse('product', missing)
  for (const [column, known] of Object.entries(choices)) {
    // The keys of `choices` are columns.
    const value = values[column as keyof typeof choices] ?? ''
    if (value !== '' && !known.some((one) => one === value)) refuse(column as keyof typeof choices, oneOf(known))
  }
  if (present.isvs.get(values.isv_external_id ?? '')?.state === 'archived') refuse('isv_external_id', archived)
  return problems
}

const choices = {
  kind: ['isv', 'enterprise'],
  edition: ['current', '2018-02'],
  publisher: ['verified-publisher', 'independent-publisher'],
} as const

function plannedIsv({ line, values }: ImportRow, number: string, present: ImportPresent) {
  const found = present.isvs.get(number)
  const { isv = '', owner, time_zone: zone = '' } = values
  // A column that is missing changes nothing; an empty owner takes the owner away.
  const ownerId = owner === undefined ? (found?.ownerId ?? null) : (present.owners.get(owner.toLowerCase()) ?? null)
  const wanted = { name: isv, ownerId, timeZone: zone === '' ? (found?.timeZone ?? present.timeZone) : zone }
  const nameOf = (id: string | null) => [...present.owners].find(([, one]) => one === id)?.[0] ?? ''
  return {
    object: 'isv' as const,
    line,
    isvNumber: number,
    id: found?.id,
    version: found?.version ?? 0,
    wanted,
    ...difference(
      found === undefined ? undefined : { isv: found.name, owner: nameOf(found.ownerId), time_zone: found.timeZone },
      {
        isv: wanted.name,
        owner: nameOf(wanted.ownerId),
        time_zone: wanted.timeZone,
      },
    ),
  }
}

function plannedProduct({ line, values }: ImportRow, isvNumber: string, present: ImportPresent) {
  const { product = '', product_external_id: number = '' } = values
  if (product === '') return undefined
  const found = present.products.get(`${isvNumber}\t${number}`)
  const wanted = {
    name: product,
    kind: choices.kind.find((one) => one === values.kind) ?? found?.kind ?? 'isv',
    edition: choices.edition.find((one) => one === values.edition) ?? found?.edition ?? 'current',
    publisher: choices.publisher.find((one) => one === values.publisher) ?? found?.publisher ?? 'verified-publisher',
  } as const
  const told = ({ name, ...rest }: WantedProduct) => ({ product: name, ...rest })
  return {
    object: 'product' as const,
    line,
    isvNumber,
    number,
    id: found?.id,
    version: found?.version ?? 0,
    wanted,
    ...difference(
      found && told({ name: found.name, kind: found.kind, edition: found.edition, publisher: found.publisher }),
      told(wanted),
    ),
  }
}

/** Another product of the same ISV has the name already. */
function hasNamesake(
  product: { readonly id: string | undefined; readonly isvNumber: string; readonly wanted: WantedProduct },
  present: ImportPresent,
): boolean {
  const isvId = present.isvs.get(product.isvNumber)?.id
  const name = product.wanted.name.toLowerCase()
  return present.namesakes.some(
    (one) => one.isvId === isvId && one.id !== product.id && one.name.toLowerCase() === name,
  )
}

function difference(
  before: Readonly<Partial<Record<ImportColumn, string>>> | undefined,
  after: Readonly<Partial<Record<ImportColumn, string>>>,
): Pick<PlannedObject, 'outcome' | 'changes'> {
  if (before === undefined) return { outcome: 'create', changes: [] }
  const changes = importedChanges(before, after)
  return { outcome: changes.length === 0 ? 'same' : 'update', changes }
}

function importedChanges(
  before: Readonly<Partial<Record<ImportColumn, string>>>,
  after: Readonly<Partial<Record<ImportColumn, string>>>,
): PlannedObject['changes'] {
  // The keys of both are columns.
  return (Object.keys(after) as ImportColumn[])
    .filter((column) => before[column] !== after[column])
    .map((column) => ({ column, before: before[column] ?? '', after: after[column] ?? '' }))
}

const missing = { en: 'Fill this in.', nl: 'Vul dit in.' }
const nameTaken = {
  en: 'Another product of this ISV has this name.',
  nl: 'Een ander product van deze ISV heeft deze naam.',
}
const unknownOwner = {
  en: 'No partner manager of this programme has this account name.',
  nl: 'Geen partnermanager van dit programma heeft deze accountnaam.',
}
const unknownZone = {
  en: 'This time zone is not known. Write it like Europe/Amsterdam.',
  nl: 'Deze tijdzone is niet bekend. Schrijf die als Europe/Amsterdam.',
}
const archived = {
  en: 'This ISV is archived. Bring it back first.',
  nl: 'Deze ISV is gearchiveerd. Haal die eerst terug.',
}
const tooLong = (most: number) => ({ en: `At most ${most} characters.`, nl: `Hoogstens ${most} tekens.` })
const oneOf = (known: readonly string[]) => ({
  en: `Write one of: ${known.join(', ')}.`,
  nl: `Schrijf een van: ${known.join(', ')}.`,
})
const disagrees = (line: number) => ({
  en: `Line ${line} says something else about this ISV.`,
  nl: `Regel ${line} zegt iets anders over deze ISV.`,
})
const twice = (line: number) => ({
  en: `Line ${line} has this number too.`,
  nl: `Regel ${line} heeft dit nummer ook.`,
})
