import type { ItemView } from '../../reads/items/read-item.ts'
import type { Viewer } from '../checklist/viewer.ts'
import type { Frame } from '../components/frame.ts'

/** The one further form that the page shows open. */
export type OpenForm =
  | { readonly kind: 'waiver' }
  | { readonly kind: 'dispute'; readonly fingerprint: string }
  | { readonly kind: 'version'; readonly evidenceId: string }
  | { readonly kind: 'edit'; readonly commentId: string }

/** A form that was sent and refused: what stood in it, and what is wrong with it. */
export interface RefusedForm {
  readonly title: string
  readonly message: string
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly { readonly name: string; readonly message: string }[]
}

/** What every part of an item's page is made from. */
export interface ItemPageProps {
  readonly frame: Frame
  readonly view: ItemView
  readonly viewer: Viewer
  /** Whether our server opens addresses that are handed in; what it saw before it was told not to stays shown. */
  readonly looksAtAddresses: boolean
  readonly open?: OpenForm | undefined
  readonly refused?: RefusedForm | undefined
}

/** The address of the item's page. */
export function itemAddress({ product, item }: Pick<ItemView, 'product' | 'item'>): string {
  return `/products/${product.id}/items/${item.id}`
}

/** The value of a field as it was sent before, and what was wrong with it. */
export function refusedField(
  refused: RefusedForm | undefined,
  name: string,
): { readonly value?: string; readonly error?: string } {
  const value = refused?.values[name]
  const error = refused?.errors.find((problem) => problem.name === name)?.message
  return { ...(value !== undefined && { value }), ...(error !== undefined && { error }) }
}
