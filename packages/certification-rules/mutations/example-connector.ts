import { exampleIcon } from './complaints/icon.ts'
import { exampleDefinition, textProperty } from './example/definition.ts'
import { askedParameter, exampleProperties, oauth2Addresses, oauthParameter, policy } from './example/properties.ts'
import { exampleIntro, exampleReadme, exampleScript } from './example/texts.ts'
import type { JsonObject, MutableConnector, PublisherKind } from './mutable-connector.ts'

/** A rich connector of a verified publisher that uses nearly everything a definition may hold. */
export function exampleConnector(): MutableConnector {
  return {
    kind: 'verified-publisher',
    definition: exampleDefinition(),
    properties: exampleProperties(),
    settings: {
      apiProperties: 'apiProperties.json',
      apiDefinition: 'apiDefinition.swagger.json',
      icon: 'icon.png',
      script: 'script.csx',
      powerAppsUrl: 'https://api.powerapps.com',
      powerAppsApiVersion: '2016-11-01',
    },
    texts: { readme: exampleReadme, intro: exampleIntro, script: exampleScript },
    icon: exampleIcon([0x1b, 0x4f, 0x72]),
    rewritten: {},
    names: {},
    otherFiles: new Map(),
  }
}

/** The rich example and small connectors, one for each further way to sign in. */
export function exampleConnectors(): MutableConnector[] {
  const identity = {
    resourceUri: { value: 'https://tides.contoso-harbour.example' },
    tenantId: { value: 'common' },
    loginUri: { value: 'https://login.microsoftonline.com' },
  }
  const login = 'https://login.contoso-harbour.example'
  const templates = {
    authorizationUrlTemplate: { value: `${login}/authorize` },
    tokenUrlTemplate: { value: `${login}/token` },
    refreshUrlTemplate: { value: `${login}/token` },
  }
  const firstParty = { properties: { IsFirstParty: 'True' } }
  const hosts = policy('dynamichosturl', 'Host of the office', [], 'Request', {
    urlTemplate: "https://@connectionParameters('hostname')",
  })
  return [
    exampleConnector(),
    small(
      'independent-publisher',
      { apiKeyHeader: { type: 'apiKey', in: 'header', name: 'X-Key' } },
      { api_key: askedParameter('securestring', 'Api Key') },
    ),
    independentWithOauth(),
    small('verified-publisher', { basic: { type: 'basic' } }, signInWithName(), { policyTemplateInstances: [hosts] }),
    small('verified-publisher', oauthDefinition(), {
      token: oauthParameter('aad', identity),
      'token:TenantId': tenantParameter(),
    }),
    small('verified-publisher', { basic: { type: 'basic' } }, signInWithName(), {
      connectionParameterSets: parameterSets(),
    }),
    small('verified-publisher', oauthDefinition(), { token: oauthParameter('oauth2generic', templates) }),
    small('verified-publisher', oauthDefinition(), { token: oauthParameter('aadcertificate', identity, firstParty) }),
  ]
}

function independentWithOauth(): MutableConnector {
  const connector = small('independent-publisher', oauthDefinition(), {
    token: oauthParameter('oauth2', oauth2Addresses()),
  })
  connector.texts.readme = exampleReadme.replace(
    '## Known Issues',
    'Register an application with the Hydrographic Office and note its client id.\n\n## Known Issues',
  )
  return connector
}

function small(
  kind: PublisherKind,
  securityDefinitions: JsonObject,
  connectionParameters: JsonObject,
  rest: JsonObject = {},
): MutableConnector {
  const independent = kind === 'independent-publisher'
  const requirement = Object.entries(securityDefinitions).map(([name, value]) => ({
    [name]: JSON.stringify(value).includes('oauth2') ? ['tides.read'] : [],
  }))
  const owner = independent ? 'Hydrographic Office' : 'Contoso Tides'
  return {
    kind,
    definition: { ...tideDefinition(), securityDefinitions, security: requirement },
    properties: {
      properties: {
        connectionParameters,
        iconBrandColor: independent ? '#da3b01' : '#2e6b4f',
        publisher: independent ? 'Robin Sample' : owner,
        stackOwner: owner,
        capabilities: [],
        ...rest,
      },
    },
    texts: { readme: exampleReadme },
    rewritten: {},
    names: {},
    otherFiles: new Map(),
  }
}

function tideDefinition(): JsonObject {
  const { info, ...rest } = exampleDefinition()
  for (const key of ['consumes', 'tags', 'definitions', 'parameters', 'responses', 'x-ms-capabilities'])
    delete rest[key]
  const tide = {
    type: 'object',
    properties: {
      place: textProperty('Place'),
      height: { type: 'number', 'x-ms-summary': 'Height', description: 'Height in metres.' },
    },
  }
  return {
    ...rest,
    info: {
      ...(typeof info === 'object' && info !== null ? info : {}),
      title: 'Contoso Tides',
      description: 'Contoso Tides tells when the water is high and low at any place of the coast.',
    },
    definitions: { Tide: structuredClone(tide) },
    host: 'tides.contoso-harbour.example',
    paths: {
      '/tides': {
        get: {
          operationId: 'ReadTide',
          summary: 'Read tide',
          description: 'Returns the height of the water at a place.',
          parameters: [
            {
              name: 'place',
              in: 'query',
              required: true,
              type: 'string',
              'x-ms-summary': 'Place',
              description: 'The name of the place.',
            },
          ],
          responses: { '200': { description: 'The tide', schema: { $ref: '#/definitions/Tide' } } },
        },
        post: {
          operationId: 'ReportTide',
          summary: 'Report tide',
          description: 'Reports how high the water stood at a place.',
          consumes: ['application/json'],
          parameters: [{ name: 'body', in: 'body', required: true, schema: structuredClone(tide) }],
          responses: { '200': { description: 'The tide as it was kept', schema: structuredClone(tide) } },
        },
      },
    },
  }
}

function oauthDefinition(): JsonObject {
  const login = 'https://login.contoso-harbour.example'
  return {
    oauth2_auth: {
      type: 'oauth2',
      flow: 'accessCode',
      authorizationUrl: `${login}/authorize`,
      tokenUrl: `${login}/token`,
      scopes: { 'tides.read': 'Read tides' },
    },
  }
}

function tenantParameter(): JsonObject {
  const description = 'The tenant of the Microsoft Entra ID application.'
  return {
    type: 'string',
    metadata: { sourceType: 'AzureActiveDirectoryTenant' },
    uiDefinition: {
      displayName: 'Tenant',
      description,
      tooltip: description,
      constraints: { required: 'false', hidden: 'true' },
    },
  }
}

function signInWithName(): JsonObject {
  return {
    username: askedParameter('string', 'User Name'),
    password: askedParameter('securestring', 'Password'),
    hostname: askedParameter('string', 'Host Name'),
  }
}

function parameterSets(): JsonObject {
  const set = (name: string, displayName: string, parameters: JsonObject): JsonObject => ({
    name,
    uiDefinition: { displayName, description: `Sign in by ${displayName.toLowerCase()}.` },
    parameters,
  })
  return {
    uiDefinition: { displayName: 'Kind of sign-in', description: 'How to sign in.' },
    values: [
      set('basicAuth', 'Name and password', signInWithName()),
      set('keyAuth', 'Key', { api_key: askedParameter('securestring', 'Api Key') }),
    ],
  }
}
