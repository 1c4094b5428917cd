import type { JsonObject } from '../mutable-connector.ts'
import { textProperty } from './definition.ts'

/** Triggers by callback and by polling, and the folders a picker walks through. */
export function eventPaths(): JsonObject {
  const payload = { type: 'object', properties: { bookingId: textProperty('Booking'), state: textProperty('State') } }
  return {
    '/hooks': {
      'x-ms-notification-content': { description: 'What changed about the booking', schema: payload },
      post: {
        operationId: 'WhenBookingChanges',
        summary: 'When a booking changes',
        description: 'Fires when somebody changes a booking.',
        'x-ms-trigger': 'single',
        'x-ms-trigger-hint': 'Change a booking to see it work.',
        parameters: [
          queueParameter(),
          {
            name: 'body',
            in: 'body',
            required: true,
            schema: {
              type: 'object',
              required: ['callback', 'event'],
              properties: {
                callback: { type: 'string', 'x-ms-notification-url': true, 'x-ms-visibility': 'internal' },
                event: textProperty('Event'),
              },
            },
          },
        ],
        responses: {
          '201': {
            description: 'Subscribed',
            headers: { Location: { type: 'string', description: 'Where to unsubscribe.' } },
          },
        },
      },
    },
    '/hooks/{hookId}': {
      delete: {
        operationId: 'EndSubscription',
        summary: 'End subscription',
        description: 'Ends a subscription.',
        'x-ms-visibility': 'internal',
        parameters: [{ name: 'hookId', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'single' }],
        responses: { '204': { description: 'Ended' } },
      },
    },
    '/arrivals': {
      get: {
        operationId: 'WhenShipArrives',
        summary: 'When a ship arrives',
        description: 'Fires when a ship has made fast at its berth.',
        'x-ms-trigger': 'batch',
        'x-ms-trigger-hint': 'Report an arrival to see it work.',
        'x-ms-trigger-metadata': { kind: 'query', mode: 'polling' },
        'x-ms-notification': { operationId: 'WhenBookingChanges' },
        'x-ms-operation-context': { simulate: { operationId: 'ListBookings' } },
        parameters: [
          queueParameter(),
          {
            name: 'since',
            in: 'query',
            required: true,
            type: 'string',
            default: '2020-01-01',
            'x-ms-visibility': 'internal',
          },
        ],
        responses: {
          '200': {
            description: 'Arrivals, the newest first',
            schema: { type: 'array', items: { type: 'object', properties: { ship: textProperty('Ship') } } },
            examples: { 'application/json': [{ ship: 'Aurora' }] },
          },
        },
      },
    },
    '/folders': { get: folderOperation('ListFolders', 'folders at the top') },
    '/folders/{folderId}': {
      get: {
        ...folderOperation('ListSubfolders', 'folders inside a folder'),
        parameters: [{ name: 'folderId', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'double' }],
      },
    },
  }
}

function queueParameter(): JsonObject {
  return {
    name: 'queue',
    in: 'query',
    type: 'string',
    'x-ms-summary': 'Queue',
    description: 'The waiting line to listen to.',
  }
}

function folderOperation(operationId: string, what: string): JsonObject {
  const folder = {
    id: textProperty('Folder'),
    name: textProperty('Name'),
    isFolder: { type: 'boolean' },
    mediaType: textProperty('Media Type'),
  }
  return {
    operationId,
    summary: `List ${what}`,
    description: `Returns the ${what}.`,
    'x-ms-visibility': 'internal',
    responses: {
      '200': {
        description: 'The folders',
        schema: {
          type: 'object',
          properties: { value: { type: 'array', items: { type: 'object', properties: folder } } },
        },
      },
    },
  }
}
