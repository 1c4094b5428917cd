import type { HostFacts } from '../src/checks/index.ts'

/** One kind of fault, planted into the faultless page by replacing one text with another. */
export interface PlantedFault {
  readonly name: string
  /** Where the kind comes from: a reason pages fail in practice or reviews refuse them, or a slip that is possible. */
  readonly from: 'known failure' | 'possible slip'
  readonly rule: string
  readonly file: 'index.html' | 'app.js'
  readonly replace: string
  readonly by: string
  /** The text that the finding has to begin at; the whole file when empty. */
  readonly at: string
  /** Further rules that have to speak of the same fault. */
  readonly also?: readonly string[]
  readonly facts?: HostFacts
}
