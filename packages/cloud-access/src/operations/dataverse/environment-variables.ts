import { z } from 'zod'
import { neededComponent } from './dataverse-requests.ts'
import { tableOperations } from './table-operations.ts'

/** Kinds of environment variables (`type`). */
export const environmentVariableTypes = {
  string: 100000000,
  number: 100000001,
  /** Values are `yes` and `no`. */
  boolean: 100000002,
  json: 100000003,
  dataSource: 100000004,
  secret: 100000005,
} as const

/** An environment variable with its default value. */
export const environmentVariableDefinitionRow = z.looseObject({
  environmentvariabledefinitionid: z.string(),
  schemaname: z.string(),
  displayname: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  defaultvalue: z.string().nullable().optional(),
  type: z.number().optional(),
  isrequired: z.boolean().nullable().optional(),
  /** Of a secret: 0 in Azure Key Vault, 1 in Dataverse. */
  secretstore: z.number().nullable().optional(),
  ismanaged: z.boolean().optional(),
})

/** The current value of an environment variable in this organisation. */
export const environmentVariableValueRow = z.looseObject({
  environmentvariablevalueid: z.string(),
  schemaname: z.string().nullable().optional(),
  value: z.string().nullable().optional(),
  _environmentvariabledefinitionid_value: z.string().nullable().optional(),
})

const definition = {
  displayname: z.string().optional(),
  description: z.string().optional(),
  defaultvalue: z.string().nullable().optional(),
  valueschema: z.string().optional(),
  secretstore: z.number().optional(),
  apiid: z.string().optional(),
  parameterkey: z.string().optional(),
  isrequired: z.boolean().optional(),
}

/** Environment variables: their names, kinds and default values. */
export const environmentVariableDefinitions = tableOperations({
  area: 'environment-variable-definitions',
  table: 'environmentvariabledefinitions',
  noun: 'environment variable',
  row: environmentVariableDefinitionRow,
  create: z.looseObject({ ...definition, schemaname: z.string(), type: z.number() }),
  update: z.looseObject(definition),
  failures: { delete: neededComponent },
})

/** Current values, which win over the default value of the definition. */
export const environmentVariableValues = tableOperations({
  area: 'environment-variable-values',
  table: 'environmentvariablevalues',
  noun: 'value of an environment variable',
  row: environmentVariableValueRow,
  create: z.looseObject({
    schemaname: z.string().optional(),
    value: z.string(),
    /** `/environmentvariabledefinitions(id)` */
    'EnvironmentVariableDefinitionId@odata.bind': z.string(),
  }),
  update: z.looseObject({ value: z.string().optional() }),
  notes: ['Two values for one definition can come about; treat that as an error instead of choosing one.'],
})
