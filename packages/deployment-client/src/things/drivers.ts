import type { Wanted, WantedKind } from '../model/wanted.ts'
import { activationDriver } from './activation-driver.ts'
import { connectionDriver } from './connection-driver.ts'
import { connectorDriver } from './connector-driver.ts'
import type { Driver } from './driver.ts'
import { flowDriver } from './flow-driver.ts'
import { packageDriver } from './package-driver.ts'
import { referenceDriver } from './reference-driver.ts'
import { sharingDriver } from './sharing-driver.ts'
import { solutionDriver } from './solution-driver.ts'
import { variableDriver } from './variable-driver.ts'

const drivers = {
  connector: connectorDriver,
  connection: connectionDriver,
  solution: solutionDriver,
  'environment-variable': variableDriver,
  'connection-reference': referenceDriver,
  flow: flowDriver,
  package: packageDriver,
  activation: activationDriver,
  sharing: sharingDriver,
} satisfies { [Kind in WantedKind]: Driver<Extract<Wanted, { kind: Kind }>> }

/** The driver of a kind; what it is given has to be of that kind, as every address says. */
export function driverOf(kind: WantedKind): Driver {
  // Each driver takes only its own kind, and callers choose it by the kind of what they pass.
  return drivers[kind] as Driver
}
