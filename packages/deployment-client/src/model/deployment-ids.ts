import { v5 } from 'uuid'

/** Our own namespace for ids; changing it would make everything anew. */
const namespace = '8d5f6a52-7f0c-4c3e-9a35-6f2f1f4f7c11'

/**
 * Ids that are worked out from names: the same deployment gives the same thing the same id on every machine, so that
 * making it twice makes one. Connections differ by environment, everything else lives in a database of its own.
 */
export interface DeploymentIds {
  flow(name: string): string
  reference(logicalName: string): string
  variable(schemaName: string): string
  value(schemaName: string): string
  /** Without dashes, as connections have it. */
  connection(name: string): string
  lease(): string
}

/** The ids of one deployment in one environment. */
export function deploymentIds(deployment: string, environment: string): DeploymentIds {
  const id = (kind: string, name: string) => v5(JSON.stringify([deployment.toLowerCase(), kind, name]), namespace)
  return {
    flow: (name) => id('flow', name.toLowerCase()),
    reference: (logicalName) => id('connection-reference', logicalName.toLowerCase()),
    variable: (schemaName) => id('variable', schemaName.toLowerCase()),
    value: (schemaName) => id('value', schemaName.toLowerCase()),
    connection: (name) => id(`connection in ${environment.toLowerCase()}`, name.toLowerCase()).replaceAll('-', ''),
    lease: () => id('lease', ''),
  }
}
