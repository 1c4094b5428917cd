import { choice, defineTable, flag, guid, lookup, moment, text, whole } from './table.ts'

/** Cloud flows (and, by `category`, other processes). */
export const workflowTable = defineTable({
  name: 'workflow',
  set: 'workflows',
  displayName: 'Process',
  nameColumn: 'name',
  owned: true,
  component: 29,
  columns: {
    name: text('always', true),
    description: text(),
    category: choice(
      {
        0: 'Workflow',
        1: 'Dialog',
        2: 'Business Rule',
        3: 'Action',
        4: 'Business Process Flow',
        5: 'Modern Flow',
        6: 'Desktop Flow',
      },
      'create',
    ),
    type: choice({ 1: 'Definition', 2: 'Activation', 3: 'Template' }, 'create'),
    modernflowtype: choice({ 0: 'PowerAutomateFlow', 1: 'CopilotStudioFlow', 2: 'M365CopilotAgentFlow' }),
    primaryentity: text('create'),
    clientdata: text(),
    mode: choice({ 0: 'Background', 1: 'Real-time' }),
    scope: choice({ 1: 'User', 2: 'Business Unit', 3: 'Parent: Child Business Units', 4: 'Organization' }),
    runas: choice({ 0: 'Owner', 1: 'Calling User' }),
    statecode: choice({ 0: 'Draft', 1: 'Activated', 2: 'Suspended' }),
    statuscode: choice({ 1: 'Draft', 2: 'Activated', 3: 'CompanyDLPViolation' }),
    workflowidunique: guid('never'),
    introducedversion: text('create'),
    iscustomizable: flag('never'),
  },
})

/** Connection references. */
export const connectionReferenceTable = defineTable({
  name: 'connectionreference',
  set: 'connectionreferences',
  displayName: 'Connection Reference',
  nameColumn: 'connectionreferencedisplayname',
  owned: true,
  component: 10120,
  keys: ['connectionreferencelogicalname'],
  columns: {
    connectionreferencelogicalname: text('create', true),
    connectionreferencedisplayname: text(),
    connectorid: text('always', true),
    connectionid: text(),
    description: text(),
    customconnectorid: lookup('connector', 'CustomConnectorId'),
    promptingbehavior: choice({ 0: 'Prompt on Import', 1: 'Skip Prompt on Import' }),
    statecode: choice({ 0: 'Active', 1: 'Inactive' }),
    statuscode: choice({ 1: 'Active', 2: 'Inactive' }),
  },
})

/** Environment variables. */
export const environmentVariableDefinitionTable = defineTable({
  name: 'environmentvariabledefinition',
  set: 'environmentvariabledefinitions',
  displayName: 'Environment Variable Definition',
  nameColumn: 'schemaname',
  owned: true,
  component: 380,
  keys: ['schemaname'],
  columns: {
    schemaname: text('create', true),
    displayname: text(),
    description: text(),
    defaultvalue: text(),
    type: choice({
      100000000: 'String',
      100000001: 'Number',
      100000002: 'Boolean',
      100000003: 'JSON',
      100000004: 'Data Source',
      100000005: 'Secret',
    }),
    valueschema: text(),
    secretstore: choice({ 0: 'Azure Key Vault', 1: 'Microsoft Dataverse' }),
    apiid: text(),
    parameterkey: text(),
    isrequired: flag(),
    introducedversion: text('create'),
    statecode: choice({ 0: 'Active', 1: 'Inactive' }),
    statuscode: choice({ 1: 'Active', 2: 'Inactive' }),
  },
  relations: {
    environmentvariabledefinition_environmentvariablevalue: {
      table: 'environmentvariablevalue',
      by: { lookup: 'environmentvariabledefinitionid' },
    },
  },
})

/** Current values of environment variables. */
export const environmentVariableValueTable = defineTable({
  name: 'environmentvariablevalue',
  set: 'environmentvariablevalues',
  displayName: 'Environment Variable Value',
  nameColumn: 'schemaname',
  owned: true,
  component: 381,
  columns: {
    schemaname: text('create'),
    value: text(),
    environmentvariabledefinitionid: lookup(
      'environmentvariabledefinition',
      'EnvironmentVariableDefinitionId',
      'create',
    ),
    statecode: choice({ 0: 'Active', 1: 'Inactive' }),
    statuscode: choice({ 1: 'Active', 2: 'Inactive' }),
  },
})

/** Custom connectors. */
export const connectorTable = defineTable({
  name: 'connector',
  set: 'connectors',
  displayName: 'Connector',
  nameColumn: 'name',
  owned: true,
  component: 372,
  keys: ['name'],
  columns: {
    name: text('create', true),
    displayname: text(),
    description: text(),
    connectortype: choice({ 0: 'NotSpecified', 1: 'CustomConnector' }),
    openapidefinition: text(),
    connectionparameters: text(),
    policytemplateinstances: text(),
    scriptoperations: text(),
    customcodeblobcontent: text(),
    iconbrandcolor: text(),
    iconblob: text(),
    capabilities: text(),
    connectorinternalid: text('never'),
    introducedversion: text('create'),
    statecode: choice({ 0: 'Active', 1: 'Inactive' }),
    statuscode: choice({ 1: 'Active', 2: 'Inactive' }),
  },
})

/** Solutions. */
export const solutionTable = defineTable({
  name: 'solution',
  set: 'solutions',
  displayName: 'Solution',
  nameColumn: 'friendlyname',
  keys: ['uniquename'],
  columns: {
    uniquename: text('create', true),
    friendlyname: text('always', true),
    description: text(),
    version: text('always', true),
    ismanaged: flag('never'),
    isvisible: flag('never'),
    installedon: moment(),
    updatedon: moment(),
    solutionpackageversion: text('never'),
    publisherid: lookup('publisher'),
    parentsolutionid: lookup('solution', undefined, 'never'),
  },
})

/** Publishers. */
export const publisherTable = defineTable({
  name: 'publisher',
  set: 'publishers',
  displayName: 'Publisher',
  nameColumn: 'friendlyname',
  keys: ['uniquename'],
  columns: {
    uniquename: text('create', true),
    friendlyname: text('always', true),
    description: text(),
    customizationprefix: text(),
    customizationoptionvalueprefix: whole(),
  },
  relations: { publisher_solution: { table: 'solution', by: { lookup: 'publisherid' } } },
})

/** Which row belongs to which solution; read from the claims that imports make. */
export const solutionComponentTable = defineTable({
  name: 'solutioncomponent',
  set: 'solutioncomponents',
  displayName: 'Solution Component',
  nameColumn: 'solutioncomponentid',
  readOnly: true,
  columns: {
    componenttype: choice({
      29: 'Workflow',
      372: 'Connector',
      380: 'Environment Variable Definition',
      381: 'Environment Variable Value',
    }),
    objectid: guid('never'),
    rootcomponentbehavior: choice({
      0: 'Include Subcomponents',
      1: 'Do not include subcomponents',
      2: 'Include As Shell Only',
    }),
    solutionid: lookup('solution'),
  },
})
