import type { ExistsAction, PolicySection } from './allowed-values.ts'

/** How a template's parameter is written: `x-ms-apimTemplateParameter.` and its name. */
export const policyParameterPrefix = 'x-ms-apimTemplateParameter.'

/** What a policy template takes. */
export interface PolicyTemplate {
  /** Lower case; connectors write ids in any case. */
  readonly id: string
  /** What it does. */
  readonly does: string
  /** Names without the prefix. */
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Parts of a call it may run in. */
  readonly sections: readonly PolicySection[]
}

const both = ['Request', 'Response'] as const

function template(
  id: string,
  does: string,
  required: readonly string[],
  optional: readonly string[] = [],
  sections: readonly PolicySection[] = both,
): PolicyTemplate {
  return { id, does, required, optional, sections }
}

/** The public policy templates with their parameters. Published properties schema; what they do in own words. */
export const policyTemplates: readonly PolicyTemplate[] = [
  template(
    'dynamichosturl',
    'Sends the call to an address made from connection parameters.',
    ['urlTemplate'],
    [],
    ['Request'],
  ),
  template('setheader', 'Sets a header.', ['name', 'value'], ['existsAction'], ['Request', 'Response', 'Failure']),
  template('setqueryparameter', 'Sets a query parameter.', ['name', 'value'], ['existsAction'], ['Request']),
  template('routerequesttoendpoint', 'Sends the call to another path.', ['newPath'], ['httpMethod'], ['Request']),
  template('setproperty', 'Adds a property to a body.', [
    'newPropertyParentPathTemplate',
    'newPropertySubPathTemplate',
    'propertyValuePathTemplate',
  ]),
  template(
    'setvaluefromurl',
    'Fills a header or query parameter with what another call returns.',
    ['parameterTemplate', 'parameterValueUrl', 'parameterValuePathTemplate'],
    ['httpMethod'],
    ['Request'],
  ),
  template(
    'updatenextlink',
    'Makes the address of the next page go through the connector.',
    ['nextLinkPropertyName'],
    ['nextLinkParentPropertyPath'],
    ['Response'],
  ),
  template('pollingtrigger', 'Remembers how far a polling trigger has read.', ['triggerConfig', 'triggerDataPath']),
  template(
    'convertarraytoobject',
    'Turns an array into an object by a key in its items.',
    ['propertyParentPath', 'keyWithinCollectionPath', 'newPropertyPath'],
    ['propertySubPath', 'retainKey'],
  ),
  template(
    'convertobjecttoarray',
    'Turns an object into an array of keys and values.',
    ['propertyParentPath', 'newPropertyPath'],
    ['propertySubPath', 'keyName', 'valueName'],
  ),
  template(
    'stringreplace',
    'Replaces text in a property.',
    ['propertyParentPath', 'sourceString', 'replacementString', 'newPropertyPath'],
    ['propertySubPath'],
  ),
  template(
    'stringtoarray',
    'Splits text into an array.',
    ['propertyParentPath', 'delimiterList', 'childPropertyName', 'newPropertyPath'],
    ['propertySubPath'],
  ),
  template(
    'encodepropertyvalue',
    'Encodes a property.',
    ['propertyParentPath', 'newPropertyPath'],
    ['propertySubPath'],
  ),
]

/** Templates of Microsoft's own that accepted connectors were seen using. Corpus. */
export const privatePolicyTemplates: readonly string[] = [
  'dynamicsubdomain',
  'moveproperties',
  'setconnectionstatustounauthenticated',
]

/** A policy: a template with its parameters. Published properties schema. */
export interface PolicyTemplateInstance {
  /** See {@link policyTemplates}. */
  templateId: string
  title?: string
  /** `PollingTrigger` for that template. */
  type?: string
  parameters?: PolicyParameters
}

/** Parameters every policy has, and those of its template under their prefix. */
export interface PolicyParameters {
  /** Operations it applies to; absent or empty means all. */
  'x-ms-apimTemplate-operationName'?: string[]
  'x-ms-apimTemplate-policySection'?: PolicySection
  'x-ms-apimTemplateParameter.existsAction'?: ExistsAction
  [name: `x-ms-apimTemplateParameter.${string}`]: unknown
}
