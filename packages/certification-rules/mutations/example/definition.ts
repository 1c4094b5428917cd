import type { JsonObject } from '../mutable-connector.ts'
import { bookingPaths } from './booking-paths.ts'
import { eventPaths } from './event-paths.ts'

/** A definition that uses nearly everything a certified connector may use: a harbour's berths and bookings. */
export function exampleDefinition(): JsonObject {
  return {
    swagger: '2.0',
    info: {
      title: 'Contoso Harbour',
      description:
        'Contoso Harbour keeps berths, bookings and the papers of ships. Book a berth, change it, and hear of arrivals.',
      version: '2.1.0',
      contact: {
        name: 'Harbour desk',
        url: 'https://www.contoso-harbour.example/help',
        email: 'desk@contoso-harbour.example',
      },
      'x-ms-api-annotation': { status: 'Production' },
    },
    host: 'api.contoso-harbour.example',
    basePath: '/v2',
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    tags: [{ name: 'Berths' }, { name: 'Bookings' }],
    paths: { ...berthPaths(), ...bookingPaths(), ...eventPaths() },
    definitions: { ...definitions() },
    parameters: {
      Language: {
        name: 'lang',
        in: 'query',
        type: 'string',
        'x-ms-summary': 'Language',
        description: 'The language in which texts are returned.',
        'x-ms-visibility': 'advanced',
      },
    },
    responses: { NotFound: { description: 'There is no such entry.' } },
    securityDefinitions: {
      oauth2_auth: {
        type: 'oauth2',
        flow: 'accessCode',
        authorizationUrl: 'https://login.contoso-harbour.example/authorize',
        tokenUrl: 'https://login.contoso-harbour.example/token',
        scopes: { 'bookings.read': 'Read bookings', 'bookings.write': 'Change bookings' },
      },
    },
    security: [{ oauth2_auth: ['bookings.read', 'bookings.write'] }],
    'x-ms-capabilities': {
      testConnection: { operationId: 'ReadProfile' },
      'file-picker': {
        open: { operationId: 'ListFolders' },
        browse: { operationId: 'ListSubfolders', parameters: { folderId: { 'value-property': 'id' } } },
        'value-title': 'name',
        'value-collection': 'value',
        'value-folder-property': 'isFolder',
        'value-media-property': 'mediaType',
      },
    },
    'x-ms-connector-metadata': [
      { propertyName: 'Website', propertyValue: 'https://www.contoso-harbour.example' },
      { propertyName: 'Privacy policy', propertyValue: 'https://www.contoso-harbour.example/privacy' },
      { propertyName: 'Categories', propertyValue: 'Business Management;Data' },
    ],
  }
}

function berthPaths(): JsonObject {
  const berth = {
    name: 'berthId',
    in: 'path',
    required: true,
    type: 'string',
    'x-ms-summary': 'Berth',
    description: 'The number of the berth.',
    'x-ms-url-encoding': 'single',
  }
  return {
    '/berths': {
      get: {
        operationId: 'ListBerths',
        summary: 'List berths',
        description: 'Returns the berths of one basin in the order of their numbers.',
        tags: ['Berths'],
        parameters: [
          {
            name: 'basin',
            in: 'query',
            required: true,
            type: 'string',
            enum: ['north', 'south'],
            'x-ms-enum-values': [
              { value: 'north', displayName: 'North basin' },
              { value: 'south', displayName: 'South basin' },
            ],
            'x-ms-summary': 'Basin',
            description: 'The basin to look in.',
            'x-ms-visibility': 'important',
          },
          {
            name: 'limit',
            in: 'query',
            type: 'integer',
            format: 'int32',
            minimum: 1,
            maximum: 100,
            'x-ms-summary': 'Most Entries',
            description: 'How many berths to return at most.',
          },
          {
            name: 'equipment',
            in: 'query',
            type: 'array',
            items: { type: 'string' },
            collectionFormat: 'csv',
            'x-ms-summary': 'Equipment',
            description: 'Only berths that offer all of this.',
          },
          { $ref: '#/parameters/Language' },
        ],
        responses: { '200': { description: 'The berths', schema: { $ref: '#/definitions/BerthList' } } },
      },
    },
    '/berths/{berthId}': {
      get: {
        operationId: 'ReadBerth',
        summary: 'Read berth (deprecated)',
        description: 'Returns one berth without its equipment (deprecated).',
        deprecated: true,
        'x-ms-visibility': 'advanced',
        'x-ms-api-annotation': {
          family: 'ReadBerth',
          revision: 1,
          status: 'Production',
          replacement: { api: 'ContosoHarbour', operationId: 'ReadBerth_V2' },
        },
        parameters: [structuredClone(berth)],
        responses: { '200': { description: 'The berth', schema: { $ref: '#/definitions/Berth' } } },
      },
    },
    '/equipped-berths/{berthId}': {
      get: {
        operationId: 'ReadBerth_V2',
        summary: 'Read berth with equipment',
        description: 'Returns one berth together with what stands on its quay.',
        'x-ms-api-annotation': { family: 'ReadBerth', revision: 2, status: 'Production' },
        parameters: [structuredClone(berth)],
        responses: {
          '200': { description: 'The berth', schema: { $ref: '#/definitions/Berth' } },
          '404': { $ref: '#/responses/NotFound' },
          default: { description: 'Something else went wrong.' },
        },
      },
    },
    '/me': {
      get: {
        operationId: 'ReadProfile',
        summary: 'Read own profile',
        description: 'Returns the name and the office of the person signed in.',
        'x-ms-visibility': 'internal',
        responses: {
          '200': { description: 'The profile', schema: { type: 'object', properties: { name: textProperty('Name') } } },
        },
      },
    },
  }
}

function definitions(): JsonObject {
  return {
    Berth: {
      type: 'object',
      required: ['kind', 'berthId'],
      discriminator: 'kind',
      properties: {
        kind: textProperty('Kind'),
        berthId: textProperty('Berth Number'),
        depth: {
          type: 'number',
          format: 'double',
          minimum: 0,
          'x-ms-summary': 'Depth',
          description: 'Depth in metres.',
        },
        equipment: {
          type: 'array',
          items: { type: 'string' },
          'x-ms-summary': 'Equipment',
          description: 'What stands on the quay.',
        },
        photo: {
          type: 'string',
          format: 'uri',
          'x-ms-media-kind': 'image',
          'x-ms-summary': 'Photo',
          description: 'Where a photo lies.',
        },
      },
    },
    BerthList: {
      type: 'object',
      properties: {
        value: { type: 'array', items: { $ref: '#/definitions/Berth' }, description: 'The berths found.' },
      },
    },
  }
}

/** A visible string property with both its texts. */
export function textProperty(summary: string): JsonObject {
  return {
    type: 'string',
    'x-ms-summary': summary,
    description: `The ${summary.toLowerCase()} as the harbour office keeps it.`,
  }
}
