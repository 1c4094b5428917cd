import { flowBehaviour } from '../flows/flow-behaviour.ts'
import { solutionBehaviour } from '../solutions/solution-behaviour.ts'
import type { Table } from '../tables/table.ts'
import { userBehaviour } from '../users/user-behaviour.ts'
import { workBehaviour } from '../work/work-behaviour.ts'
import { connectorBehaviour } from './connector-behaviour.ts'
import { environmentVariableBehaviour, environmentVariableValueBehaviour } from './environment-variable-behaviour.ts'
import type { TableBehaviour } from './table-behaviour.ts'

const behaviours: Readonly<Record<string, TableBehaviour>> = {
  workflow: flowBehaviour,
  connector: connectorBehaviour,
  connectionreference: {
    create: (_call, values) => ({ promptingbehavior: 0, statecode: 0, statuscode: 1, ...values }),
  },
  environmentvariabledefinition: environmentVariableBehaviour,
  environmentvariablevalue: environmentVariableValueBehaviour,
  solution: solutionBehaviour,
  systemuser: userBehaviour,
  asyncoperation: workBehaviour,
}

/** What a table does beyond keeping rows. */
export function behaviourOf({ name }: Table): TableBehaviour {
  return behaviours[name] ?? {}
}
