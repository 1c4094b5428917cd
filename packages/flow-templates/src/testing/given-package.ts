import type { Edition, FlowFacts, Profile } from '../checks/flow-subject.ts'
import { exportKeys, filesOf } from '../fixtures/sample-export.ts'
import { customizationsXml, solutionFiles, workflowFile } from '../fixtures/sample-solution.ts'
import type { GivenFile } from '../model/package-file.ts'

type Overlay = Readonly<Record<string, unknown>>

/**
 * A package for a test: small and faultless but for what is laid over it, key by key at the top level of each part; a
 * key that is `undefined` is left out.
 */
export interface GivenPackage {
  /** `export` when left out. */
  readonly kind?: 'export' | 'solution'
  /** Over the definition. */
  readonly definition?: Overlay
  /** Over the parameters of the call of a connector. */
  readonly parameters?: Overlay
  /** Over the connection references; `null` takes one out. */
  readonly references?: Overlay
  /** Over `properties` of the flow's file. */
  readonly properties?: Overlay
  /** Over `details` of the manifest, over the manifest itself, its resources, and the resource of the flow. */
  readonly details?: Overlay
  readonly manifest?: Overlay
  readonly resources?: Overlay
  readonly flow?: Overlay
  /** Texts by path in place of what stands there. */
  readonly files?: Readonly<Record<string, string>>
  /** Paths of files that are left out. */
  readonly without?: readonly string[]
  readonly profile?: Profile
  readonly edition?: Edition
  readonly facts?: FlowFacts
}

const folder = `Microsoft.Flow/flows/${exportKeys.flow}`
/** The file of the flow in a given export. */
export const definitionPath = `${folder}/definition.json`

/** The files of a given package. */
export function packageFiles(given: GivenPackage): readonly GivenFile[] {
  const contents = given.kind === 'solution' ? solutionContents(given) : exportContents(given)
  const left = Object.entries({ ...contents, ...given.files }).filter(([path]) => !given.without?.includes(path))
  return filesOf(Object.fromEntries(left))
}

function exportContents(given: GivenPackage): Record<string, string> {
  const definition = {
    name: '77777777-7777-4777-8777-777777777777',
    type: 'Microsoft.Flow/flows',
    properties: {
      apiId: '/providers/Microsoft.PowerApps/apis/shared_logicflows',
      displayName: 'Tell the owner about a sold car',
      ...flowProperties(given),
      ...given.properties,
    },
  }
  return {
    'manifest.json': json({ ...manifestOf(given), ...given.manifest }),
    'Microsoft.Flow/flows/manifest.json': json({
      packageSchemaVersion: '1.0',
      flowAssets: { assetPaths: [exportKeys.flow] },
    }),
    [definitionPath]: json(definition),
    [`${folder}/apisMap.json`]: json({ shared_office365: exportKeys.api }),
    [`${folder}/connectionsMap.json`]: json({ shared_office365: exportKeys.connection }),
  }
}

function solutionContents(given: GivenPackage): Record<string, string | Uint8Array> {
  const values = 'environmentvariabledefinitions/cts_site/environmentvariablevalues.json'
  const own = solutionFiles({ 'customizations.xml': customizationsXml() }).flatMap(({ path, content }) =>
    path === values ? [] : [[path, content] as const],
  )
  const properties = { ...flowProperties(given), ...given.properties }
  return { ...Object.fromEntries(own), [workflowFile]: json({ properties, schemaVersion: '1.0.0.0' }) }
}

function flowProperties(given: GivenPackage): Overlay {
  const references = { shared_office365: referenceFor(given.kind), ...given.references }
  return {
    definition: { ...faultlessDefinition(given.parameters), ...given.definition },
    connectionReferences: Object.fromEntries(Object.entries(references).filter(([, value]) => value !== null)),
  }
}

function referenceFor(kind: GivenPackage['kind']): object {
  return kind === 'solution'
    ? {
        runtimeSource: 'embedded',
        connection: { connectionReferenceLogicalName: 'cts_mail' },
        api: { name: 'shared_office365' },
      }
    : {
        connectionName: 'shared-office365-1',
        source: 'Embedded',
        id: '/providers/Microsoft.PowerApps/apis/shared_office365',
        tier: 'NotSpecified',
      }
}

function faultlessDefinition(parameters: Overlay = {}): Overlay {
  return {
    $schema:
      'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      $connections: { defaultValue: {}, type: 'Object' },
      $authentication: { defaultValue: {}, type: 'SecureObject' },
    },
    triggers: { Every_day: { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } } },
    actions: {
      Name_the_car: { runAfter: {}, type: 'Compose', inputs: "@concat('Sold on ', utcNow())" },
      Send_a_message: {
        runAfter: { Name_the_car: ['Succeeded'] },
        type: 'OpenApiConnection',
        inputs: {
          host: {
            apiId: '/providers/Microsoft.PowerApps/apis/shared_office365',
            connectionName: 'shared_office365',
            operationId: 'SendEmailV2',
          },
          parameters: { 'emailMessage/To': 'me', 'emailMessage/Subject': "@{outputs('Name_the_car')}", ...parameters },
          authentication: "@parameters('$authentication')",
        },
      },
      Note_the_failure: {
        runAfter: { Send_a_message: ['Failed', 'TimedOut'] },
        type: 'Compose',
        inputs: "@outputs('Send_a_message')?['statusCode']",
      },
    },
  }
}

function manifestOf({ details, resources, flow }: GivenPackage): Overlay {
  return {
    schema: '1.0',
    details: {
      displayName: 'Tell the owner about a sold car',
      description: 'Tells the owner of a car by mail as soon as it is sold.',
      createdTime: '2026-01-02T03:04:05.6789012Z',
      packageTelemetryId: '00000000-0000-0000-0000-000000000000',
      creator: 'N/A',
      sourceEnvironment: '',
      ...details,
    },
    resources: {
      [exportKeys.flow]: {
        type: 'Microsoft.Flow/flows',
        suggestedCreationType: 'New',
        creationType: 'Existing, New, Update',
        details: { displayName: 'Tell the owner about a sold car' },
        configurableBy: 'User',
        hierarchy: 'Root',
        dependsOn: [exportKeys.api, exportKeys.connection],
        ...flow,
      },
      [exportKeys.api]: resource('Microsoft.PowerApps/apis', 'System', []),
      [exportKeys.connection]: resource('Microsoft.PowerApps/apis/connections', 'User', [exportKeys.api]),
      ...resources,
    },
  }
}

function resource(type: string, configurableBy: string, dependsOn: readonly string[]): object {
  const details = { displayName: 'Office 365 Outlook' }
  return { type, suggestedCreationType: 'Existing', details, configurableBy, hierarchy: 'Child', dependsOn }
}

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
}
