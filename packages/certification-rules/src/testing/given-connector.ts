import { type Connector, fileNames, type GivenFile, readConnector } from '@sevenstep/connector-schema'
import type { PackageContents } from '../engine/package-contents.ts'
import type { Profile, Target } from '../engine/profiles.ts'

/**
 * A connector for a test, by its parts. `definition` and `properties` are laid over a small faultless connector, key
 * by key at the top level (inside `properties` for the properties file); one that holds `swagger` (or a key beside
 * `properties`) stands alone, and a text is the file as it is.
 */
export interface Given {
  readonly definition?: unknown
  readonly properties?: unknown
  readonly settings?: unknown
  readonly readme?: string
  readonly intro?: string
  readonly script?: string
  readonly icon?: Uint8Array
  /** Further files of the folder, by path; their content plays no part. */
  readonly files?: readonly string[]
  /** Raw bytes per path, for what text cannot say. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>
  /** Files to leave out of the small faultless connector. */
  readonly without?: readonly ('definition' | 'properties')[]
  /** The whole folder was seen, so what is not given does not exist. */
  readonly isWholeFolder?: boolean
  readonly profile?: Profile
  readonly target?: Target
  readonly knownTitles?: readonly string[]
  /** The archive the connector came in. */
  readonly contents?: PackageContents
}

const faultlessDefinition = {
  swagger: '2.0',
  info: {
    title: 'Fleet Desk',
    description: 'Keeps track of the cars of a rental company and of who drives them.',
    version: '1.0.0',
    contact: {
      name: 'Fleet Desk Support',
      url: 'https://fleetdesk.example/support',
      email: 'support@fleetdesk.example',
    },
  },
  host: 'fleetdesk.example',
  basePath: '/v1',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/cars/{carId}': {
      get: {
        operationId: 'GetCar',
        summary: 'Get a car',
        description: 'Returns one car with its driver.',
        parameters: [
          {
            name: 'carId',
            in: 'path',
            required: true,
            type: 'string',
            description: 'The number of the car.',
            'x-ms-summary': 'Car',
            'x-ms-url-encoding': 'single',
          },
        ],
        responses: {
          200: {
            description: 'The car.',
            schema: {
              type: 'object',
              properties: {
                plate: { type: 'string', description: 'The number plate.', 'x-ms-summary': 'Plate' },
              },
            },
          },
        },
      },
    },
  },
  securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  security: [{ api_key: [] }],
  'x-ms-connector-metadata': [
    { propertyName: 'Website', propertyValue: 'https://fleetdesk.example' },
    { propertyName: 'Privacy policy', propertyValue: 'https://fleetdesk.example/privacy' },
    { propertyName: 'Categories', propertyValue: 'Business Management' },
  ],
}

const faultlessProperties = {
  iconBrandColor: '#1f6f78',
  publisher: 'Fleet Desk Ltd',
  stackOwner: 'Fleet Desk Ltd',
  capabilities: [],
  connectionParameters: {
    api_key: {
      type: 'securestring',
      uiDefinition: {
        displayName: 'API key',
        description: 'The key from your account page.',
        tooltip: 'Paste the key from your account page.',
        constraints: { clearText: false, required: 'true', tabIndex: 2 },
      },
    },
  },
}

/** Reads a given connector the way a check would. */
export function readGiven(given: Given): Connector {
  return readConnector(filesOf(given), { name: 'given', isWholeFolder: given.isWholeFolder ?? false })
}

/** The files a given connector consists of. */
export function filesOf(given: Given): readonly GivenFile[] {
  const texts: [string, string | Uint8Array | undefined][] = [
    [fileNames.definition, given.without?.includes('definition') ? undefined : definitionText(given.definition)],
    [fileNames.properties, given.without?.includes('properties') ? undefined : propertiesText(given.properties)],
    [fileNames.settings, given.settings === undefined ? undefined : textOf(given.settings)],
    [fileNames.readme, given.readme],
    [fileNames.intro, given.intro],
    [fileNames.script, given.script],
    [fileNames.icon, given.icon],
    ...Object.entries(given.bytes ?? {}),
  ]
  const files = new Map<string, GivenFile>()
  for (const [path, content] of texts) if (content !== undefined) files.set(path, { path, content })
  for (const path of given.files ?? []) if (!files.has(path)) files.set(path, { path, content: undefined })
  return [...files.values()]
}

function definitionText(given: unknown): string {
  if (typeof given === 'string') return given
  if (!isRecord(given)) return given === undefined ? textOf(faultlessDefinition) : textOf(given)
  return textOf('swagger' in given ? given : { ...faultlessDefinition, ...given })
}

function propertiesText(given: unknown): string {
  if (typeof given === 'string') return given
  if (given === undefined) return textOf({ properties: faultlessProperties })
  if (!isRecord(given) || 'properties' in given) return textOf(given)
  return textOf({ properties: { ...faultlessProperties, ...given } })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
