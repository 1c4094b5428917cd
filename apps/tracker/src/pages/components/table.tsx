import type { Child } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { Icon } from './icon.tsx'

/** One column of a table. */
export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => Child
  /** `end` for figures. */
  readonly align?: 'start' | 'end'
  /** Address that sorts by this column (or turns the order round), and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly direction?: 'ascending' | 'descending' }
  /**
   * On a phone: `keep` shows the cell as it is, `fold` puts it small under the name with its header, `fold-wide` gives a
   * sentence its own line, `hide` leaves it out. The first column always stays. `keep` unless given.
   */
  readonly phone?: 'keep' | 'fold' | 'fold-wide' | 'hide'
  /** Only on a wide screen; left out below 1200 pixels, shown as `phone` says on a phone. */
  readonly wideOnly?: boolean
}

interface TableProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly texts: Texts
  /** Says what the table holds; shown only to screen readers unless `showCaption`. */
  readonly caption: string
  readonly showCaption?: boolean
  /** Address that the whole row opens; the first cell's content becomes the link. */
  readonly href?: (row: Row) => string
  /** A second line under the link. */
  readonly under?: (row: Row) => Child
  readonly rowId?: (row: Row) => string
  /** A small table of figures that keeps its form on a phone. */
  readonly plain?: boolean
  /** Shown below the rows, inside the frame. */
  readonly foot?: Child
}

/** A table with a header that stays in view, rows that open as a whole, and a folded form on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, caption, showCaption = false, texts, under, plain = false, foot } = props
  const classes = ['table', under !== undefined && 'table-tall', plain && 'table-plain'].filter(Boolean).join(' ')
  return (
    <div class="table-frame">
      <table class={classes} data-rows>
        <caption class={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header column={column} texts={texts} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow row={row} table={props} />
          ))}
        </tbody>
      </table>
      {foot !== undefined && <div class="table-foot">{foot}</div>}
    </div>
  )
}

function Header<Row>({ column, texts }: { readonly column: Column<Row>; readonly texts: Texts }) {
  const { header, sort } = column
  return (
    <th scope="col" class={cellClass(column)} aria-sort={sort?.direction}>
      {sort === undefined ? (
        header
      ) : (
        <a href={sort.href} title={texts.shared.table.sortBy(header)}>
          {header}
          <Icon name={sort.direction === 'descending' ? 'arrow-down' : 'arrow-up'} size={14} />
        </a>
      )}
    </th>
  )
}

function BodyRow<Row>({ row, table }: { readonly row: Row; readonly table: TableProps<Row> }) {
  const { columns, href, under, rowId } = table
  return (
    <tr id={rowId?.(row)} data-row={href !== undefined}>
      {columns.map((column, index) =>
        index === 0 ? (
          <th scope="row" class={cellClass(column)}>
            {href === undefined ? (
              column.cell(row)
            ) : (
              <a class="row-link" href={href(row)}>
                {column.cell(row)}
              </a>
            )}
            {under !== undefined && <span class="quiet">{under(row)}</span>}
          </th>
        ) : (
          <td class={cellClass(column)} data-label={column.phone === 'fold' ? column.header : undefined}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

function cellClass<Row>({ align, phone = 'keep', wideOnly = false }: Column<Row>): string | undefined {
  const classes = [
    align === 'end' && 'end',
    phone === 'fold' && 'fold',
    phone === 'fold-wide' && 'fold fold-wide',
    phone === 'hide' && 'hide-small',
    wideOnly && 'from-wide',
  ].filter(Boolean)
  return classes.length === 0 ? undefined : classes.join(' ')
}
