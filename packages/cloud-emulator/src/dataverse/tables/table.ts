/** The kinds of columns, as far as reading and writing differ. */
export type ColumnKind = 'id' | 'text' | 'whole' | 'flag' | 'moment' | 'choice' | 'lookup' | 'guid'

/** One column of a table. */
export interface Column {
  readonly kind: ColumnKind
  /** When a client may give it; a value given at another time is left aside, as Dataverse does. */
  readonly write: 'always' | 'create' | 'never'
  readonly required: boolean
  /** Words for the values of a choice. */
  readonly labels?: Readonly<Record<number, string>>
  /** Table that a lookup points to. */
  readonly target?: string
  /** Name of the single-valued navigation property, where it differs from the column's name. */
  readonly navigation?: string
}

/** A relation to many rows. */
export interface Relation {
  /** Table at the other end. */
  readonly table: string
  /** Lookup in that table, for one-to-many; the pairs' schema name, for many-to-many. */
  readonly by: { readonly lookup: string } | { readonly pairs: string; readonly end: 'first' | 'second' }
}

/** One table of an organisation. */
export interface Table {
  /** Logical name, for example `workflow`. */
  readonly name: string
  /** As it stands in addresses, for example `workflows`. */
  readonly set: string
  /** In words, as Dataverse shows it. */
  readonly displayName: string
  readonly idColumn: string
  readonly nameColumn: string
  readonly columns: Readonly<Record<string, Column>>
  readonly relations: Readonly<Record<string, Relation>>
  readonly keys: readonly string[]
  /** Whether rows have an owner. */
  readonly owned: boolean
  /** Whether rows are made by the platform only. */
  readonly readOnly: boolean
  /** `componenttype` in solutions, where rows are components. */
  readonly component?: number
}

type Parts = Partial<Pick<Table, 'relations' | 'keys' | 'owned' | 'readOnly' | 'component'>> &
  Pick<Table, 'name' | 'set' | 'displayName' | 'nameColumn' | 'columns'>

/** Puts a table together with the columns that every table has. */
export function defineTable({ columns, ...parts }: Parts): Table {
  const idColumn = `${parts.name}id`
  return {
    relations: {},
    keys: [],
    owned: false,
    readOnly: false,
    ...parts,
    idColumn,
    columns: {
      [idColumn]: { kind: 'id', write: 'create', required: false },
      ...columns,
      ...(parts.owned === true ? owner : {}),
      ...(parts.component === undefined ? {} : component),
      ...everywhere,
    },
  }
}

/** A column of text. */
export const text = (write: Column['write'] = 'always', required = false): Column => ({ kind: 'text', write, required })
/** A column of whole numbers. */
export const whole = (write: Column['write'] = 'always'): Column => ({ kind: 'whole', write, required: false })
/** A column of yes or no. */
export const flag = (write: Column['write'] = 'always'): Column => ({ kind: 'flag', write, required: false })
/** A column of moments. */
export const moment = (write: Column['write'] = 'never'): Column => ({ kind: 'moment', write, required: false })
/** A column that holds some GUID which is no lookup. */
export const guid = (write: Column['write'] = 'always'): Column => ({ kind: 'guid', write, required: false })
/** A column of numbers that have words. */
export const choice = (labels: Readonly<Record<number, string>>, write: Column['write'] = 'always'): Column => ({
  kind: 'choice',
  write,
  required: false,
  labels,
})
/** A column that points to a row of another table. */
export const lookup = (target: string, navigation?: string, write: Column['write'] = 'always'): Column => ({
  kind: 'lookup',
  write,
  required: false,
  target,
  ...(navigation === undefined ? {} : { navigation }),
})

const everywhere: Readonly<Record<string, Column>> = {
  createdon: moment(),
  modifiedon: moment(),
  createdby: lookup('systemuser', undefined, 'never'),
  modifiedby: lookup('systemuser', undefined, 'never'),
  versionnumber: whole('never'),
}

const owner: Readonly<Record<string, Column>> = {
  ownerid: lookup('systemuser'),
  owningbusinessunit: lookup('businessunit', undefined, 'never'),
}

const component: Readonly<Record<string, Column>> = {
  ismanaged: flag('never'),
  solutionid: guid('never'),
  componentstate: choice({ 0: 'Published', 1: 'Unpublished', 2: 'Deleted', 3: 'Deleted Unpublished' }, 'never'),
}
