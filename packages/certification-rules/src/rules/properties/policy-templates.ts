/** What is known about one policy template. Parameter names stand without their common prefix. */
export interface PolicyTemplate {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Where it may run, when that is not just one of {@link sections}. */
  readonly sections?: readonly string[]
  /** A template of Microsoft's own, seen in accepted connectors and not offered to others. */
  readonly isPrivate?: true
}

/** What every template's own parameters start with. */
export const parameterPrefix = 'x-ms-apimTemplateParameter.'
/** The operations a policy applies to. */
export const operationNameKey = 'x-ms-apimTemplate-operationName'
/** Where a policy runs. */
export const sectionKey = 'x-ms-apimTemplate-policySection'
/** What happens when the header or query parameter is there already. */
export const existsActions: readonly string[] = ['override', 'skip', 'append']

/** Where a policy may run. */
export const sections: readonly string[] = ['Request', 'Response']

/**
 * Policy templates by id in lower case, from Microsoft's published schema of apiProperties.json and the parameters
 * accepted connectors give. Of the private ones nothing is published, so that their parameters are not judged.
 */
export const policyTemplates: ReadonlyMap<string, PolicyTemplate> = new Map<string, PolicyTemplate>([
  ['dynamichosturl', { required: ['urlTemplate'], optional: [] }],
  ['setheader', { required: ['name', 'value'], optional: ['existsAction'], sections: [...sections, 'Failure'] }],
  ['setqueryparameter', { required: ['name', 'value'], optional: ['existsAction'] }],
  ['routerequesttoendpoint', { required: ['newPath'], optional: ['httpMethod'] }],
  [
    'setproperty',
    {
      required: ['newPropertyParentPathTemplate', 'newPropertySubPathTemplate', 'propertyValuePathTemplate'],
      optional: [],
    },
  ],
  [
    'setvaluefromurl',
    {
      required: ['parameterTemplate', 'parameterValueUrl', 'parameterValuePathTemplate'],
      optional: ['httpMethod'],
    },
  ],
  ['updatenextlink', { required: ['nextLinkPropertyName'], optional: ['nextLinkParentPropertyPath'] }],
  ['pollingtrigger', { required: ['triggerConfig', 'triggerDataPath'], optional: [] }],
  [
    'convertarraytoobject',
    {
      required: ['propertyParentPath', 'keyWithinCollectionPath', 'newPropertyPath'],
      optional: ['propertySubPath', 'retainKey'],
    },
  ],
  [
    'convertobjecttoarray',
    {
      required: ['propertyParentPath', 'newPropertyPath'],
      optional: ['propertySubPath', 'keyName', 'valueName'],
    },
  ],
  [
    'stringreplace',
    {
      required: ['propertyParentPath', 'sourceString', 'replacementString', 'newPropertyPath'],
      optional: ['propertySubPath'],
    },
  ],
  [
    'stringtoarray',
    {
      required: ['propertyParentPath', 'delimiterList', 'childPropertyName', 'newPropertyPath'],
      optional: ['propertySubPath'],
    },
  ],
  ['encodepropertyvalue', { required: ['propertyParentPath', 'newPropertyPath'], optional: ['propertySubPath'] }],
  ['dynamicsubdomain', { required: [], optional: [], isPrivate: true }],
  ['moveproperties', { required: [], optional: [], isPrivate: true }],
  ['setconnectionstatustounauthenticated', { required: [], optional: [], isPrivate: true }],
])
