import * as z from 'zod/mini'
import { connectionParameterTypes, redirectModes } from '../types/allowed-values.ts'
import type {
  ConnectionParameterDefinition,
  ConnectionParameterSets,
  OAuthSettings,
  ParameterUi,
} from '../types/connection-parameters.ts'
import { describe, optional } from './describe.ts'

/** Published as text, accepted as a boolean too. */
function truth(): z.ZodMiniUnion<[z.ZodMiniEnum<{ true: 'true'; false: 'false' }>, z.ZodMiniBoolean]> {
  return z.union([z.enum(['true', 'false']), z.boolean()])
}

const constraints = z.looseObject({
  required: optional(truth(), 'Whether a connection needs it: the text "true" or "false".'),
  clearText: optional(z.boolean(), 'Whether what is typed can be read; false hides it.'),
  tabIndex: optional(z.int(), 'Place in the order of the fields.'),
  hidden: optional(truth(), 'Whether makers do not see it: the text "true" or "false".'),
  capability: optional(z.array(z.string()), 'Shown only when the connector has these capabilities: gateway, for one.'),
  allowedValues: optional(
    z.array(z.looseObject({ value: z.unknown(), text: z.exactOptional(z.string()) })),
    'The choices, each with its value and the text shown.',
  ),
  dependencies: optional(
    z.record(z.string(), z.looseObject({ values: z.array(z.unknown()) })),
    'Shown only when other parameters have one of these values.',
  ),
})

const uiDefinition: z.ZodMiniType<ParameterUi> = z.looseObject({
  displayName: optional(z.string(), 'The title makers see.'),
  description: optional(z.string(), 'What to enter, in a sentence.'),
  tooltip: optional(z.string(), 'Shown inside or beside the empty field.'),
  tabIndex: optional(z.int(), 'Place in the order of the fields.'),
  constraints: optional(constraints, 'Limits on what may be entered.'),
  schema: optional(
    z.looseObject({ description: z.exactOptional(z.string()), type: z.exactOptional(z.string()) }),
    'In a set of parameters: the text shown.',
  ),
})

const oAuthSettings: z.ZodMiniType<OAuthSettings> = z.looseObject({
  identityProvider: describe(z.string(), 'oauth2, oauth2generic, aad, aadcertificate, or the id of a known service.'),
  clientId: optional(z.nullable(z.string()), 'Id of the app registered with the service.'),
  clientSecret: optional(z.string(), 'Secret of that app. It does not belong in a file: hand it in separately.'),
  scopes: optional(z.array(z.string()), 'What the connection may do.'),
  redirectMode: optional(z.enum(redirectModes), 'Which address the service sends people back to.'),
  redirectUrl: optional(z.union([z.string(), z.array(z.string())]), 'The address the service sends people back to.'),
  properties: optional(
    z.looseObject({
      IsFirstParty: optional(z.string(), 'The text "True" or "False".'),
      AzureActiveDirectoryResourceId: optional(z.string(), 'The resource that tokens of Entra ID are for.'),
      IsOnbehalfofLoginSupported: optional(z.boolean(), 'Whether the service accepts tokens for other users.'),
    }),
    'Switches of the platform.',
  ),
  customParameters: optional(
    z.record(z.string(), z.looseObject({ value: z.exactOptional(z.nullable(z.string())) })),
    'Addresses and templates of the provider, each as an object with a value.',
  ),
  additionalParameters: optional(
    z.record(
      z.string(),
      z.looseObject({
        type: z.exactOptional(z.string()),
        applicableWhen: z.exactOptional(z.array(z.looseObject({ parameter: z.string(), oneOf: z.array(z.unknown()) }))),
      }),
    ),
    'Further parameters, and when they apply.',
  ),
})

const connectionParameterSchema: z.ZodMiniType<ConnectionParameterDefinition> = z.looseObject({
  type: describe(z.enum(connectionParameterTypes), 'What is entered or done; securestring for anything secret.'),
  uiDefinition: optional(z.nullable(uiDefinition), 'How the field looks.'),
  allowedValues: optional(
    z.array(z.looseObject({ value: z.unknown(), uiDefinition: z.exactOptional(uiDefinition) })),
    'The choices.',
  ),
  defaultValue: optional(z.unknown(), 'What is used when nothing is entered.'),
  oAuthSettings: optional(oAuthSettings, 'How people sign in, for type oauthSetting.'),
  metadata: optional(
    z.looseObject({ sourceType: z.exactOptional(z.string()) }),
    'Where the value comes from; AzureActiveDirectoryTenant on token:TenantId.',
  ),
})

/** Names of connection parameters and what they are. */
export const connectionParametersSchema = z.record(z.string(), connectionParameterSchema)

export const connectionParameterSetsSchema: z.ZodMiniType<ConnectionParameterSets> = z.looseObject({
  uiDefinition: optional(uiDefinition, 'Title and text above the choice.'),
  values: describe(
    z.array(
      z.looseObject({
        name: describe(z.string(), 'Name of this way to connect; connections keep it.'),
        uiDefinition: optional(uiDefinition, 'Title and text of this choice.'),
        parameters: describe(connectionParametersSchema, 'What is entered for this choice.'),
        metadata: optional(
          z.looseObject({ allowSharing: z.exactOptional(z.boolean()) }),
          'Whether such a connection may be shared.',
        ),
      }),
    ),
    'The ways to connect, two or more.',
  ),
})
