import type { OrganizationCall } from '../rows/organization-call.ts'
import type { Row } from '../state.ts'

/** What a table does beyond keeping rows. Each may throw EmulatedFailure to refuse. */
export interface TableBehaviour {
  /** Completes the values of a new row. */
  readonly create?: (call: OrganizationCall, values: Row) => Row
  /** Follows up once the row is there. */
  readonly created?: (call: OrganizationCall, row: Row) => void
  /** Completes a change. */
  readonly change?: (call: OrganizationCall, row: Row, values: Row) => Row
  /** Follows up once the change is made. */
  readonly changed?: (call: OrganizationCall, row: Row) => void
  /** Does what goes with removing; `kept` where the row stays (and was changed instead). */
  readonly remove?: (call: OrganizationCall, row: Row) => 'kept' | 'gone'
}
