import type { RouteTable } from '../engine/route-table.ts'

/** One covered operation as programs read it. */
export interface CoveredOperation {
  readonly id: string
  readonly service: string
  readonly method: string
  readonly path: string
  readonly apiVersion?: string
  readonly differences: readonly string[]
}

/** What is covered, with the differences that are known. */
export function coveredOperations(routes: RouteTable): { readonly operations: readonly CoveredOperation[] } {
  return {
    operations: routes.operations.map(({ operation: { id, service, method, path, apiVersion }, options }) => ({
      id,
      service,
      method,
      path,
      ...(apiVersion === undefined ? {} : { apiVersion }),
      differences: options.differences ?? [],
    })),
  }
}
