import { EmulatedFailure } from '../operation/emulated-failure.ts'
import type { ServiceRequest } from './engine.ts'
import type { RouteTable } from './route-table.ts'

/** Says loudly that a request is not covered, what is there instead, and where everything covered is listed. */
export function notCovered(
  routes: RouteTable,
  { service, method, url }: Pick<ServiceRequest, 'service' | 'method' | 'url'>,
  coveredAt: string,
): EmulatedFailure {
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
    (other) => other !== method && routes.match(service, other, url.pathname).length > 0,
  )
  const instead =
    others.length > 0
      ? `This path is covered for ${others.join(', ')}.`
      : `No operation of the service "${service}" has this path.`
  return new EmulatedFailure(
    501,
    'NotEmulated',
    `The emulator does not cover ${method} ${url.origin}${url.pathname}. ${instead} Covered operations: ${coveredAt}`,
  )
}
