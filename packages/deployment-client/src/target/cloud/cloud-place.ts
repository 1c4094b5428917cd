import type { Clock } from '../../clock.ts'
import type { Calls } from './calls.ts'

/** One environment of a cloud, as the areas of its target reach it. */
export interface CloudPlace {
  readonly calls: Calls
  /** Calls that an interruption does not end: what tidies up after one. */
  readonly lastingCalls: Calls
  readonly clock: Clock
  readonly environment: string
  /** Object id of whoever calls; empty where the token does not say. */
  readonly objectId: string
  /** Where a person works with the environment. */
  readonly portal: string
}

/** The environment as the Power Apps API takes it: as a filter. */
export function inEnvironment({ environment }: Pick<CloudPlace, 'environment'>): { $filter: string } {
  return { $filter: `environment eq '${environment.replaceAll("'", "''")}'` }
}
