import { removeRow, rowsOf } from '../rows/row-store.ts'
import { environmentVariableValueTable } from '../tables/component-tables.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'
import type { TableBehaviour } from './table-behaviour.ts'

const string = 100000000

/** Removing a variable removes its values. */
export const environmentVariableBehaviour: TableBehaviour = {
  create: (_call, values) => ({ type: string, isrequired: false, statecode: 0, statuscode: 1, ...values }),
  remove: (call, row) => {
    const id = row.environmentvariabledefinitionid
    for (const value of rowsOf(call.organization, 'environmentvariablevalue')) {
      if (value.environmentvariabledefinitionid !== id) continue
      removeRow(call, environmentVariableValueTable, String(value.environmentvariablevalueid))
    }
    return 'gone'
  },
}

/** A value belongs to a variable. That two values of one variable can come about is Dataverse's way, kept here. */
export const environmentVariableValueBehaviour: TableBehaviour = {
  create: (_call, values) => {
    if (typeof values.environmentvariabledefinitionid !== 'string') {
      throw bodyFailure("'EnvironmentVariableDefinitionId@odata.bind' is missing.")
    }
    return { statecode: 0, statuscode: 1, ...values }
  },
}
