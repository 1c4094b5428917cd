import type { JsonObject } from '../mutable-connector.ts'
import { textProperty } from './definition.ts'

/** Operations on bookings: bodies, forms, dynamic values, dynamic schemas, pages. */
export function bookingPaths(): JsonObject {
  return {
    '/bookings': {
      get: {
        operationId: 'ListBookings',
        summary: 'List bookings',
        description: 'Returns bookings page by page, the newest first.',
        'x-ms-pageable': { nextLinkName: '@odata.nextLink' },
        parameters: [
          {
            name: 'berthId',
            in: 'query',
            type: 'string',
            'x-ms-summary': 'Berth',
            description: 'Only bookings of this berth.',
            'x-ms-dynamic-values': {
              operationId: 'ListBerths',
              parameters: { basin: 'north' },
              'value-collection': 'value',
              'value-path': 'berthId',
              'value-title': 'kind',
            },
          },
          viewParameter(),
          {
            name: 'from',
            in: 'query',
            type: 'string',
            format: 'date',
            'x-ms-summary': 'From Day',
            description: 'Only bookings from this day on.',
          },
          {
            name: 'order',
            in: 'query',
            type: 'string',
            default: 'newest',
            'x-ms-summary': 'Order',
            description: 'Which bookings come first.',
          },
          labelParameter(),
        ],
        responses: { '200': { description: 'One page of bookings', schema: bookingPage() } },
      },
      post: {
        operationId: 'CreateBooking',
        summary: 'Create booking',
        description: 'Books a berth for a ship and returns the new booking.',
        parameters: [basinParameter(), { name: 'body', in: 'body', required: true, schema: bookingInput() }],
        responses: {
          '201': {
            description: 'The booking',
            schema: { type: 'object', properties: { id: textProperty('Booking') } },
          },
          '400': { description: 'Something about the booking is wrong.' },
        },
      },
    },
    '/bookings/{bookingId}': {
      get: {
        operationId: 'ReadBooking',
        summary: 'Read booking',
        description: 'Returns one booking with the fields of its form.',
        parameters: [
          bookingParameter(),
          {
            name: 'form',
            in: 'query',
            required: true,
            type: 'string',
            'x-ms-summary': 'Form',
            description: 'The form that was filled in.',
          },
        ],
        responses: {
          '200': {
            description: 'The booking',
            schema: {
              type: 'object',
              'x-ms-dynamic-schema': {
                operationId: 'ReadBookingFields',
                parameters: { form: { parameter: 'form' } },
                'value-path': 'schema',
              },
              'x-ms-dynamic-properties': {
                operationId: 'ReadBookingFields',
                parameters: { form: { parameterReference: 'form' } },
                itemValuePath: 'schema',
              },
            },
          },
        },
      },
    },
    '/fields': {
      get: {
        operationId: 'ReadBookingFields',
        summary: 'Read fields of a form',
        description: 'Returns the fields that a form asks for.',
        'x-ms-visibility': 'internal',
        parameters: [{ name: 'form', in: 'query', required: true, type: 'string' }],
        responses: {
          '200': { description: 'The fields', schema: { type: 'object', properties: { schema: { type: 'object' } } } },
        },
      },
    },
    '/bookings/{bookingId}/papers': {
      post: {
        operationId: 'UploadPaper',
        summary: 'Upload paper',
        description: 'Adds a scanned paper to a booking.',
        consumes: ['multipart/form-data'],
        'x-ms-capabilities': { chunkTransfer: true },
        parameters: [
          bookingParameter(),
          {
            name: 'paper',
            in: 'formData',
            required: true,
            type: 'file',
            'x-ms-summary': 'Paper',
            description: 'The scanned paper.',
          },
          folderParameter(),
        ],
        responses: {
          '200': {
            description: 'The paper',
            schema: { type: 'object', properties: { paperId: textProperty('Paper') } },
          },
        },
      },
    },
  }
}

function bookingParameter(): JsonObject {
  return {
    name: 'bookingId',
    in: 'path',
    required: true,
    type: 'string',
    'x-ms-summary': 'Booking',
    description: 'The number of the booking.',
    'x-ms-url-encoding': 'single',
  }
}

function basinParameter(): JsonObject {
  return {
    name: 'basin',
    in: 'header',
    required: true,
    type: 'string',
    'x-ms-summary': 'Basin',
    description: 'The basin to book in.',
  }
}

function viewParameter(): JsonObject {
  return { name: 'view', in: 'query', required: true, type: 'string', default: 'full', 'x-ms-visibility': 'internal' }
}

function labelParameter(): JsonObject {
  return {
    name: 'X-Labels',
    in: 'header',
    type: 'array',
    items: { type: 'string' },
    collectionFormat: 'csv',
    'x-ms-summary': 'Labels',
    description: 'Only bookings that bear all these labels.',
  }
}

function folderParameter(): JsonObject {
  return {
    name: 'folder',
    in: 'formData',
    type: 'string',
    'x-ms-summary': 'Folder',
    description: 'The folder the paper goes to.',
    'x-ms-dynamic-values': {
      capability: 'file-picker',
      parameters: { isFolder: true, dataType: 'text' },
      'value-path': 'id',
    },
    'x-ms-dynamic-tree': {
      settings: { canSelectParentNodes: true, canSelectLeafNodes: false },
      open: {
        operationId: 'ListFolders',
        itemValuePath: 'id',
        itemTitlePath: 'name',
        itemIsParent: 'isFolder',
        itemsPath: 'value',
      },
      browse: {
        operationId: 'ListSubfolders',
        parameters: { folderId: { selectedItemValuePath: 'id' } },
        itemValuePath: 'id',
        itemTitlePath: 'name',
        itemIsParent: 'isFolder',
        itemsPath: 'value',
      },
    },
  }
}

function bookingPage(): JsonObject {
  return {
    type: 'object',
    properties: {
      value: {
        type: 'array',
        description: 'The bookings of this page.',
        items: { type: 'object', properties: { id: textProperty('Booking'), ship: textProperty('Ship') } },
      },
      '@odata.nextLink': textProperty('Next Page'),
    },
  }
}

function bookingInput(): JsonObject {
  const byReference = { parameterReference: 'basin' }
  const values = { 'value-collection': 'value', 'value-path': 'berthId', 'value-title': 'kind' }
  const paths = { itemsPath: 'value', itemValuePath: 'berthId', itemTitlePath: 'kind' }
  return {
    type: 'object',
    required: ['berthId', 'ship', 'channel'],
    properties: {
      berthId: {
        ...textProperty('Berth'),
        'x-ms-dynamic-values': { operationId: 'ListBerths', parameters: { basin: { parameter: 'basin' } }, ...values },
        'x-ms-dynamic-list': { operationId: 'ListBerths', parameters: { basin: byReference }, ...paths },
      },
      arrival: {
        type: 'string',
        format: 'date-time',
        'x-ms-summary': 'Arrival',
        description: 'When the ship comes in.',
      },
      ship: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { ...textProperty('Ship Name'), minLength: 2, maxLength: 40, pattern: '^[A-Za-z ]+$' },
          length: {
            type: 'number',
            minimum: 1,
            maximum: 500,
            multipleOf: 0.5,
            'x-ms-summary': 'Length',
            description: 'Length in metres.',
          },
          flags: {
            type: 'array',
            minItems: 1,
            maxItems: 4,
            items: { type: 'string' },
            'x-ms-summary': 'Flags',
            description: 'Flags the ship may carry.',
          },
        },
      },
      cargo: {
        type: 'string',
        enum: ['grain', 'ore'],
        'x-ms-enum-values': [
          { value: 'grain', displayName: 'Grain' },
          { value: 'ore', displayName: 'Ore' },
        ],
        'x-ms-summary': 'Cargo',
        description: 'What the ship carries.',
      },
      labels: {
        type: 'object',
        additionalProperties: { type: 'string' },
        'x-ms-editor': 'dictionary',
        'x-ms-summary': 'Labels',
        description: 'Words to find the booking by.',
      },
      channel: { type: 'string', default: 'flow', 'x-ms-visibility': 'internal' },
      trace: { type: 'string', 'x-ms-visibility': 'internal' },
    },
  }
}
