import { type GivenFile, readPackage, writePackage } from '@sevenstep/flow-templates'

/** What a solution of the tests says of itself. */
export interface SampleSolution {
  readonly uniqueName?: string
  readonly version?: string
  readonly isManaged?: boolean
  /** Text in the parent flow, to tell two contents apart. */
  readonly message?: string
  /** A value of the source environment that was packaged with the variable. */
  readonly currentValue?: string
  readonly missingSolution?: string
}

/** Ids of the two flows of the sample solution: the parent calls the child. */
export const parentFlow = '1a2b3c4d-0000-4000-8000-00000000000a'
/** See {@link parentFlow}. */
export const childFlow = '1a2b3c4d-0000-4000-8000-00000000000b'

/** A solution zip with a flow that calls another, a connection reference and an environment variable. */
export function sampleSolution(options: SampleSolution = {}): Uint8Array {
  const { currentValue } = options
  const files: GivenFile[] = [
    { path: '[Content_Types].xml', content: contentTypes },
    { path: 'solution.xml', content: solutionXml(options) },
    { path: 'customizations.xml', content: customizations },
    { path: fileOf('Parent', parentFlow), content: JSON.stringify(parent(options.message ?? 'Hello')) },
    { path: fileOf('Child', childFlow), content: JSON.stringify(child) },
    { path: 'environmentvariabledefinitions/ctso_Address/environmentvariabledefinition.xml', content: variable },
  ]
  if (currentValue !== undefined) {
    const value = { '@environmentvariablevalueid': parentFlow, iscustomizable: '1', value: currentValue }
    files.push({
      path: 'environmentvariabledefinitions/ctso_Address/environmentvariablevalues.json',
      content: JSON.stringify({ environmentvariablevalues: { environmentvariablevalue: value } }),
    })
  }
  const { package: read, problems } = readPackage(files, { name: 'sample' })
  const written = read === undefined ? undefined : writePackage(read)
  if (written?.ok !== true) throw new Error(`The sample is no solution: ${JSON.stringify(problems)}`)
  return written.bytes
}

const contentTypes = `<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /><Default Extension="json" ContentType="application/octet-stream" /></Types>`

function solutionXml(options: SampleSolution): string {
  const { uniqueName = 'ContosoOrders', version = '1.0.0.1', isManaged = true, missingSolution } = options
  const missing =
    missingSolution === undefined
      ? '<MissingDependencies />'
      : `<MissingDependencies><MissingDependency><Required type="1" schemaName="x" displayName="Orders" solution="${missingSolution} (2.0.0.0)" /><Dependent type="29" displayName="Parent" id="{${parentFlow}}" /></MissingDependency></MissingDependencies>`
  return `<?xml version="1.0" encoding="utf-8"?><ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2" languagecode="1033" generatedBy="CrmLive"><SolutionManifest><UniqueName>${uniqueName}</UniqueName><LocalizedNames><LocalizedName description="Contoso orders" languagecode="1033" /></LocalizedNames><Descriptions /><Version>${version}</Version><Managed>${isManaged ? 1 : 0}</Managed><Publisher><UniqueName>contoso</UniqueName><LocalizedNames><LocalizedName description="Contoso" languagecode="1033" /></LocalizedNames><Descriptions /><CustomizationPrefix>ctso</CustomizationPrefix><CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix><Addresses /></Publisher><RootComponents><RootComponent type="29" id="{${parentFlow}}" behavior="0" /><RootComponent type="29" id="{${childFlow}}" behavior="0" /></RootComponents>${missing}</SolutionManifest></ImportExportXml>`
}

function workflowXml(name: string, id: string): string {
  return `<Workflow WorkflowId="{${id}}" Name="${name}"><JsonFileName>/${fileOf(name, id)}</JsonFileName><Type>1</Type><Subprocess>0</Subprocess><Category>5</Category><Mode>0</Mode><Scope>4</Scope><OnDemand>0</OnDemand><StateCode>1</StateCode><StatusCode>2</StatusCode><RunAs>1</RunAs><ModernFlowType>0</ModernFlowType><PrimaryEntity>none</PrimaryEntity></Workflow>`
}

const customizations = `<?xml version="1.0" encoding="utf-8"?><ImportExportXml><Entities /><Roles /><Workflows>${workflowXml('Parent', parentFlow)}${workflowXml('Child', childFlow)}</Workflows><connectionreferences><connectionreference connectionreferencelogicalname="ctso_mail"><connectionreferencedisplayname>Mail</connectionreferencedisplayname><connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid><iscustomizable>1</iscustomizable><promptingbehavior>0</promptingbehavior><statecode>0</statecode><statuscode>1</statuscode></connectionreference></connectionreferences><Languages><Language>1033</Language></Languages></ImportExportXml>`

const variable = `<?xml version="1.0" encoding="utf-8"?><environmentvariabledefinition schemaname="ctso_Address"><displayname default="Address"><label description="Address" languagecode="1033" /></displayname><introducedversion>1.0.0.0</introducedversion><iscustomizable>1</iscustomizable><isrequired>0</isrequired><secretstore>0</secretstore><type>100000000</type></environmentvariabledefinition>`

function fileOf(name: string, id: string): string {
  return `Workflows/${name}-${id.toUpperCase()}.json`
}

const triggers = { manual: { type: 'Request', kind: 'Button', inputs: { schema: { type: 'object', properties: {} } } } }
const schema =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
const base = { $schema: schema, contentVersion: '1.0.0.0', triggers }

function parent(message: string) {
  const actions = {
    Ask: { type: 'Workflow', runAfter: {}, inputs: { host: { workflowReferenceName: childFlow }, body: {} } },
    Send: {
      type: 'OpenApiConnection',
      runAfter: { Ask: ['Succeeded'] },
      inputs: {
        host: {
          apiId: '/providers/Microsoft.PowerApps/apis/shared_office365',
          connectionName: 'shared_office365',
          operationId: 'SendEmailV2',
        },
        parameters: {
          'emailMessage/To': 'a@contoso.example',
          'emailMessage/Subject': message,
          'emailMessage/Body': '',
        },
        authentication: "@parameters('$authentication')",
      },
    },
  }
  const reference = {
    runtimeSource: 'embedded',
    connection: { connectionReferenceLogicalName: 'ctso_mail' },
    api: { name: 'shared_office365' },
  }
  const parameters = {
    $connections: { defaultValue: {}, type: 'Object' },
    $authentication: { defaultValue: {}, type: 'SecureObject' },
  }
  const definition = { ...base, parameters, actions }
  const properties = { connectionReferences: { shared_office365: reference }, definition, templateName: '' }
  return { properties, schemaVersion: '1.0.0.0' }
}

const child = {
  properties: {
    connectionReferences: {},
    definition: {
      ...base,
      actions: { Answer: { type: 'Response', kind: 'PowerApp', runAfter: {}, inputs: { statusCode: 200, body: {} } } },
    },
    templateName: '',
  },
  schemaVersion: '1.0.0.0',
}
