import * as z from 'zod/mini'
import type { ConnectorProperties } from '../types/connector-properties.ts'
import { connectionParameterSetsSchema, connectionParametersSchema } from './connection-parameters-schema.ts'
import { describe, optional } from './describe.ts'

const policyParameters = z.looseObject({
  'x-ms-apimTemplate-operationName': optional(z.array(z.string()), 'Operations it applies to; none means all.'),
  'x-ms-apimTemplate-policySection': optional(
    z.enum(['Request', 'Response', 'Failure']),
    'Whether it works on the call, the answer, or a failed call.',
  ),
  'x-ms-apimTemplateParameter.existsAction': optional(
    z.enum(['override', 'skip', 'append']),
    'What to do when the header or parameter is there already.',
  ),
})

const policy = z.looseObject({
  templateId: describe(
    z.string(),
    'Which policy, in any case: setheader, dynamichosturl, routerequesttoendpoint and so on.',
  ),
  title: optional(z.string(), 'Name shown in the designer.'),
  type: optional(z.string(), 'PollingTrigger, for that template.'),
  parameters: optional(policyParameters, 'What the template is given.'),
})

/**
 * `apiProperties.json` as accepted connectors write it. Keys it does not know are kept: Microsoft adds some from time to
 * time. What a value should be beyond its type is for the rules to say.
 */
export const propertiesSchema: z.ZodMiniType<ConnectorProperties> = z.looseObject({
  $schema: optional(z.string(), 'Address of the JSON Schema editors use.'),
  properties: describe(
    z.looseObject({
      iconBrandColor: describe(z.string(), 'Background of the icon: # and six hexadecimal digits.'),
      publisher: optional(z.string(), 'Who hands the connector in.'),
      stackOwner: optional(z.string(), 'Who owns the service behind it.'),
      capabilities: optional(z.array(z.string()), 'Usually empty; gateway for services on premises.'),
      connectionParameters: optional(connectionParametersSchema, 'What a person enters to make a connection.'),
      connectionParameterSets: optional(connectionParameterSetsSchema, 'Several ways to make a connection.'),
      policyTemplateInstances: optional(z.array(policy), 'Changes to calls and answers on their way.'),
      scriptOperations: optional(z.array(z.string()), 'Operations script.csx runs for; an empty list means all.'),
      script: optional(
        z.looseObject({
          language: z.exactOptional(z.string()),
          operationIds: z.exactOptional(z.array(z.string())),
        }),
        'An older form of scriptOperations.',
      ),
    }),
    'Everything the file says.',
  ),
})
