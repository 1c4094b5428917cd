import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DeployEvent } from '../apply/deploy-event.ts'
import { createDeployer, type Deployer, type DeployerOptions } from '../deploy/deployer.ts'
import { loadDeployment } from '../deploy/load-deployment.ts'
import { type MemoryTargetOptions, MemoryWorld, memoryTarget } from './memory-target.ts'
import { virtualClock } from './virtual-clock.ts'

/** A secret that may never be seen anywhere. */
export const testSecret = 'fake-secret-5f1c-never-to-be-seen'

/** A folder with a deployment that tests may change. */
export class SampleFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'sevenstep-deployment-'))

  write(name: string, content: string | Uint8Array | object): void {
    const path = join(this.path, name)
    mkdirSync(dirname(path), { recursive: true })
    const isPlain = typeof content === 'string' || content instanceof Uint8Array
    writeFileSync(path, isPlain ? content : JSON.stringify(content, undefined, 2))
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8')
  }

  get description(): string {
    return join(this.path, 'sevenstep.deployment.yaml')
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

const connectorDefinition = {
  swagger: '2.0',
  info: { title: 'Contoso Books', description: 'Books of Contoso.', version: '1.0' },
  host: 'books.contoso.example',
  basePath: '/v1',
  schemes: ['https'],
  paths: {
    '/books': {
      get: { operationId: 'ListBooks', summary: 'List the books', responses: { default: { description: 'ok' } } },
    },
  },
}

const connectorProperties = {
  properties: {
    iconBrandColor: '#1f6f5c',
    capabilities: ['actions'],
    policyTemplateInstances: [],
    connectionParameters: { api_key: { type: 'securestring', uiDefinition: { displayName: 'Key' } } },
  },
}

/** A flow that uses the sample connector and Outlook. */
export function sampleFlow(message = 'Hello'): object {
  return {
    properties: {
      displayName: 'Tell about books',
      connectionReferences: {
        books: {
          connectionName: 'x',
          source: 'Embedded',
          id: '/providers/Microsoft.PowerApps/apis/shared_contoso-20books-5f0123456789abcdef',
        },
        mail: { connectionName: 'y', source: 'Embedded', id: '/providers/Microsoft.PowerApps/apis/shared_office365' },
      },
      definition: {
        $schema:
          'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
        contentVersion: '1.0.0.0',
        parameters: {
          $connections: { defaultValue: {}, type: 'Object' },
          $authentication: { defaultValue: {}, type: 'SecureObject' },
        },
        triggers: {
          manual: { type: 'Request', kind: 'Button', inputs: { schema: { type: 'object', properties: {} } } },
        },
        actions: {
          List: {
            type: 'OpenApiConnection',
            runAfter: {},
            inputs: {
              host: {
                apiId: '/providers/Microsoft.PowerApps/apis/shared_contoso-20books-5f0123456789abcdef',
                connectionName: 'books',
                operationId: 'ListBooks',
              },
              parameters: {},
              authentication: "@parameters('$authentication')",
            },
          },
          Compose: { type: 'Compose', runAfter: { List: ['Succeeded'] }, inputs: message },
        },
      },
    },
    schemaVersion: '1.0.0.0',
  }
}

/** The description that most tests begin with; `extra` is put behind it. */
export function sampleYaml(extra = ''): string {
  return `version: 1
name: books
connectors:
  - name: books
    folder: connector
connections:
  - name: books
    connector: books
    parameters: { api_key: { env: BOOKS_KEY } }
  - name: mail
    connector: shared_office365
flows:
  - name: tell
    file: tell.json
    connections: { books: books, mail: mail }
environmentVariables:
  - { name: contoso_Greeting, value: Hello, type: text }
targets:
  - name: fabrikam
    tenant: aaaaaaaa-0000-4000-8000-000000000001
    environment: env-1
    credential: { kind: device-code }
    connections: { mail: 5c3a0000000040008000000000000001 }
${extra}`
}

/** Writes the sample: a connector, two connections, a flow, a variable, one target. */
export function sampleFolder(yaml = sampleYaml()): SampleFolder {
  const folder = new SampleFolder()
  folder.write('connector/apiDefinition.swagger.json', connectorDefinition)
  folder.write('connector/apiProperties.json', connectorProperties)
  folder.write('tell.json', sampleFlow())
  folder.write('sevenstep.deployment.yaml', yaml)
  return folder
}

/** A world in which the sample's bound connection exists. */
export function sampleWorld(): MemoryWorld {
  const world = new MemoryWorld()
  world.connections.push({
    id: '5c3a0000000040008000000000000001',
    connectorId: 'shared_office365',
    displayName: 'Mail of the deployer',
    state: 'connected',
    ownerId: 'bbbbbbbb-0000-4000-8000-000000000001',
  })
  return world
}

/** A deployer over a world in memory, and everything it said. */
export function sampleDeployer(
  folder: SampleFolder,
  world: MemoryWorld,
  options: MemoryTargetOptions & Partial<DeployerOptions> = {},
): { deployer: Deployer; events: DeployEvent[] } {
  const loaded = loadDeployment(folder.description)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.report.subjects, undefined, 2))
  const events: DeployEvent[] = []
  const deployer = createDeployer({
    materials: loaded.materials,
    connect: async () => memoryTarget(world, options),
    environment: { BOOKS_KEY: testSecret },
    clock: virtualClock(),
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { deployer, events }
}

/** Approves whatever is planned. */
export const approve = async () => true
