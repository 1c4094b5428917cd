import type { Action } from '../../domain/roles.ts'

/** Who reads a page of a product: their side, and what they may do there. */
export interface Viewer {
  readonly side: 'isv' | 'us'
  readonly userId: string
  /** Always false for changes where the ISV is archived. */
  readonly can: (action: Action) => boolean
  /** Makes the forms of this showing distinct, so that sending one of them twice does it once. */
  readonly formKey: string
}
