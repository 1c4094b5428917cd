import { isObject, type JsonObject, type JsonValue } from '../mutable-connector.ts'

/** apiProperties.json of the example: sign-in by OAuth 2.0 and one policy of each common kind. */
export function exampleProperties(): JsonObject {
  return {
    properties: {
      connectionParameters: {
        token: oauthParameter('oauth2', oauth2Addresses()),
        region: regionParameter(),
        office: officeParameter(),
      },
      iconBrandColor: '#1b4f72',
      publisher: 'Contoso Harbour',
      stackOwner: 'Contoso Harbour',
      capabilities: ['actions', 'triggers'],
      scriptOperations: ['ReadBooking'],
      policyTemplateInstances: [
        policy('setheader', 'Say who asks', ['ListBookings', 'CreateBooking'], 'Request', {
          name: 'X-Asked-By',
          value: 'flow',
          existsAction: 'override',
        }),
        policy('setqueryparameter', 'Ask for full entries', ['ListBookings'], 'Request', {
          name: 'region',
          value: "@connectionParameters('region')",
          existsAction: 'skip',
        }),
        policy('routerequesttoendpoint', 'Reads go elsewhere', ['ReadBerth_V2'], 'Request', {
          newPath: '/berths/read',
          httpMethod: '@Request.OriginalHTTPMethod',
        }),
        policy('updatenextlink', 'Pages go through the gateway', ['ListBookings'], 'Response', {
          nextLinkPropertyName: '@odata.nextLink',
        }),
        policy('pollingtrigger', 'Remember the newest arrival', ['WhenShipArrives'], 'Response', {
          triggerConfig: { since: '{@triggerBody()[0].time}' },
          triggerDataPath: '@triggerBody()',
        }),
      ],
    },
  }
}

/** A connection parameter for OAuth with the given identity provider. */
export function oauthParameter(
  identityProvider: string,
  customParameters: JsonObject,
  rest: JsonObject = {},
): JsonObject {
  return {
    type: 'oauthSetting',
    oAuthSettings: {
      identityProvider,
      clientId: '00000000-dead-beef-0000-000000000001',
      scopes: ['bookings.read', 'bookings.write'],
      redirectMode: 'Global',
      redirectUrl: 'https://global.consent.azure-apim.net/redirect',
      properties: { IsFirstParty: 'False' },
      customParameters,
      ...rest,
    },
    uiDefinition: {
      displayName: 'Sign in',
      description: 'Sign in to your account.',
      tooltip: 'Sign in to your account.',
    },
  }
}

/** A policy instance with its parameters under their long names. */
export function policy(
  templateId: string,
  title: string,
  names: readonly string[],
  section: string,
  own: JsonObject,
): JsonObject {
  const parameters: JsonObject = {}
  for (const [key, value] of Object.entries(own)) parameters[`x-ms-apimTemplateParameter.${key}`] = value
  parameters['x-ms-apimTemplate-policySection'] = section
  parameters['x-ms-apimTemplate-operationName'] = [...names]
  return { templateId, title, parameters }
}

/** A visible connection parameter a person fills in. */
export function askedParameter(type: string, displayName: string): JsonObject {
  const description = `The ${displayName.toLowerCase()} of your account.`
  return {
    type,
    uiDefinition: {
      displayName,
      description,
      tooltip: description,
      constraints: { required: 'true', tabIndex: 2, clearText: type !== 'securestring' },
    },
  }
}

function officeParameter(): JsonObject {
  const office = askedParameter('string', 'Office')
  const { uiDefinition } = office
  if (isObject(uiDefinition)) uiDefinition.constraints = { required: 'false', tabIndex: 3, clearText: true }
  return office
}

function regionParameter(): JsonObject {
  const allowedValues: JsonValue = [
    { value: 'eu', text: 'Europe' },
    { value: 'us', text: 'America' },
  ]
  return {
    type: 'string',
    uiDefinition: {
      displayName: 'Region',
      description: 'The region your harbour office belongs to.',
      tooltip: 'The region of your office.',
      constraints: { required: 'true', tabIndex: 2, clearText: true, allowedValues },
    },
  }
}

/** The three addresses an OAuth 2.0 provider needs. */
export function oauth2Addresses(): JsonObject {
  const login = 'https://login.contoso-harbour.example'
  return {
    authorizationUrl: { value: `${login}/authorize` },
    tokenUrl: { value: `${login}/token` },
    refreshUrl: { value: `${login}/token` },
  }
}
