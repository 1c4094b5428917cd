import { z } from 'zod'
import { secretReferenceSchema, valueSchema } from '../secrets/secret-reference.ts'
import { targetSchema } from './target-schema.ts'

const nameSchema = z
  .string()
  .max(100)
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
    'A name has letters, digits, and "-", "_" or "." between them.',
  )
  .describe('Name by which the rest of the description, the plan and the journal speak of it.')

const pathSchema = z.string().min(1).describe('Path relative to the description.')
const logicalNameSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*_\w+$/, 'A schema name has the prefix of its publisher, for example contoso_Address.')
const stateSchema = z.enum(['on', 'off']).describe('Whether the flow runs once it is there.')
const routeSchema = z
  .enum(['auto', 'solution', 'package'])
  .describe(
    'Which way it takes: `solution` into the environment’s database, `package` into the person’s own flows; `auto` chooses by credential and target.',
  )

const connectorSchema = z
  .strictObject({
    name: nameSchema,
    folder: pathSchema.describe('Folder with apiDefinition.swagger.json, apiProperties.json, icon and script.'),
    oauth: z
      .record(
        z.string(),
        z.strictObject({ clientId: z.string().min(1).optional(), clientSecret: secretReferenceSchema.optional() }),
      )
      .optional()
      .describe('Client of each OAuth connection parameter, by the parameter’s name (often `token`).'),
  })
  .meta({ id: 'Connector', description: 'A custom connector, from its folder.' })

const connectionSchema = z
  .strictObject({
    name: nameSchema,
    connector: z
      .string()
      .min(1)
      .describe('Name of a connector of this description, or the id of an existing one such as shared_office365.'),
    displayName: z.string().max(200).optional(),
    parameters: z.record(z.string(), valueSchema).optional().describe('Values of the connection’s parameters.'),
    parameterSet: z.string().optional().describe('Name of the parameter set, for connectors that have several.'),
  })
  .meta({ id: 'Connection', description: 'A connection; a target may bind an existing one instead.' })

const connectionMap = z
  .record(z.string(), z.string())
  .describe('Which connection of this description each reference of the flow uses, by the reference’s key.')

const solutionSchema = z
  .strictObject({
    file: pathSchema.describe('Solution zip, or the folder it was unpacked into.'),
    settings: pathSchema
      .optional()
      .describe('Deployment settings file as pac writes it; the description wins over it.'),
    flows: z
      .enum(['as-packaged', 'on', 'off'])
      .optional()
      .describe('Which of its flows are switched on: those that were on when it was exported (default), all, none.'),
    overwriteUnmanaged: z.boolean().optional().describe('Overwrite changes made by hand in the target.'),
  })
  .meta({ id: 'Solution', description: 'A solution package.' })

const packageSchema = z
  .strictObject({
    name: nameSchema,
    file: pathSchema.describe('Export package (zip) of a flow.'),
    displayName: z.string().max(256).optional(),
    connections: connectionMap.optional(),
    state: stateSchema.optional(),
    route: routeSchema.optional(),
  })
  .meta({ id: 'Package', description: 'A flow exported as a package.' })

const flowSchema = z
  .strictObject({
    name: nameSchema,
    file: pathSchema.describe('JSON with the flow’s definition and connection references.'),
    displayName: z.string().max(256).optional(),
    description: z.string().max(1024).optional(),
    connections: connectionMap.optional(),
    state: stateSchema.optional(),
    route: routeSchema.optional(),
    solution: z.string().optional().describe('Unique name of an unmanaged solution in the target to create it in.'),
    after: z.array(nameSchema).optional().describe('Flows that have to be on before this one.'),
  })
  .meta({ id: 'Flow', description: 'One flow from its definition.' })

const sharingSchema = z
  .strictObject({
    connector: nameSchema.optional(),
    connection: nameSchema.optional(),
    flow: nameSchema.optional(),
    with: z.uuid().describe('Object id of the user, group or service principal.'),
    kind: z.enum(['user', 'group', 'service-principal']).optional(),
    as: z.enum(['can-view', 'can-view-with-share', 'can-edit']),
  })
  .refine(({ connector, connection, flow }) => [connector, connection, flow].filter(Boolean).length === 1, {
    error: 'Sharing names one of connector, connection or flow.',
  })
  .meta({ id: 'Sharing', description: 'Who else may use something.' })

/** What a deployment file says; the published JSON Schema is made from it. */
export const descriptionSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1).describe('Version of this format.'),
    name: nameSchema.describe(
      'Name of the deployment: with it the journal and the ids of what is created are found again.',
    ),
    connectors: z.array(connectorSchema).optional(),
    connections: z.array(connectionSchema).optional(),
    connectionReferences: z
      .array(
        z.strictObject({
          name: logicalNameSchema,
          connection: z.string().min(1),
          displayName: z.string().max(100).optional(),
        }),
      )
      .optional(),
    environmentVariables: z
      .array(
        z.strictObject({
          name: logicalNameSchema,
          value: valueSchema.optional(),
          type: z.enum(['text', 'number', 'boolean', 'json', 'secret']).optional(),
          displayName: z.string().max(100).optional(),
        }),
      )
      .optional()
      .describe('Values of environment variables; with a type, the variable is created where no solution brings it.'),
    solutions: z.array(solutionSchema).optional(),
    packages: z.array(packageSchema).optional(),
    flows: z.array(flowSchema).optional(),
    sharing: z.array(sharingSchema).optional(),
    prefix: z
      .string()
      .regex(/^[a-z][a-z0-9]{1,7}$/, 'A publisher’s prefix has 2 to 8 small letters and digits.')
      .optional()
      .describe('Prefix of connection references that are made for flows outside solutions; `new` unless given.'),
    targets: z.array(targetSchema).min(1),
  })
  .meta({
    id: 'SevenstepDeployment',
    title: 'Sevenstep deployment',
    description: 'What goes into which tenants: connectors, connections, solutions, flows and their settings.',
  })

/** A deployment as its file describes it. */
export type Description = z.output<typeof descriptionSchema>

/** One flow of a description. */
export type DescribedFlow = NonNullable<Description['flows']>[number]
/** One export package of a description. */
export type DescribedPackage = NonNullable<Description['packages']>[number]
/** One connector of a description. */
export type DescribedConnector = NonNullable<Description['connectors']>[number]
/** One connection of a description. */
export type DescribedConnection = NonNullable<Description['connections']>[number]
