import { info } from '../complaints/info.ts'
import { isInternal, type OperationSpot, operationIds, operations, root, visibleOperations } from '../json-walk.ts'
import type { JsonValue, MutableConnector } from '../mutable-connector.ts'
import { choose } from '../seeded-random.ts'
import { below, child, drop, put, rename, text } from '../spot.ts'
import { inDefinition, type VersionChange } from './version-change.ts'

/** Changes of the connector's head and of whole operations. */
export const operationChanges: readonly VersionChange[] = [
  {
    id: 'operation-removed',
    expects: ['br-operation-deleted'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        identified(connector).filter((one) => verbCount(one) > 1),
      )
      drop(operation?.item, operation?.verb ?? '')
      return operation === undefined
        ? undefined
        : inDefinition(operation.pointer, undefined, operation.item.pointer, '/paths')
    },
  },
  {
    id: 'path-removed',
    expects: ['br-operation-deleted'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        identified(connector).filter((one) => verbCount(one) === 1),
      )
      drop(child(root(connector), 'paths'), operation?.path ?? '')
      return operation === undefined
        ? undefined
        : inDefinition(operation.pointer, undefined, operation.item.pointer, '/paths')
    },
  },
  {
    id: 'path-renamed',
    expects: ['br-operation-path-changed'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        identified(connector).filter((one) => verbCount(one) === 1 && one.path.length > 1 && !one.path.endsWith('/')),
      )
      const pointer = rename(child(root(connector), 'paths'), operation?.path ?? '', `${operation?.path}/moved`)
      if (operation === undefined || pointer === undefined) return undefined
      return inDefinition(operation.pointer, below(pointer, operation.verb), operation.item.pointer, pointer)
    },
  },
  {
    id: 'method-changed',
    expects: ['br-operation-method-changed'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        identified(connector).filter(({ verb, item }) => verb === 'post' && !Object.hasOwn(item.value, 'put')),
      )
      const pointer = rename(operation?.item, 'post', 'put')
      return operation === undefined ? undefined : inDefinition(operation.pointer, pointer, operation.item.pointer)
    },
  },
  ...idChanges(),
  {
    id: 'trigger-one-instead-of-many',
    expects: ['br-trigger-kind-changed'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        identified(connector).filter(({ value }) => typeof value['x-ms-trigger'] === 'string'),
      )
      const pointer = put(operation, 'x-ms-trigger', operation?.value['x-ms-trigger'] === 'single' ? 'batch' : 'single')
      return operation === undefined ? undefined : inDefinition(pointer, pointer, operation.pointer)
    },
  },
  {
    id: 'trigger-turned-into-action',
    expects: ['br-trigger-kind-changed'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        identified(connector).filter(({ value }) => typeof value['x-ms-trigger'] === 'string'),
      )
      const pointer = drop(operation, 'x-ms-trigger')
      return operation === undefined ? undefined : inDefinition(below(operation.pointer, 'x-ms-trigger'), pointer)
    },
  },
  {
    id: 'operation-hidden',
    expects: ['br-operation-hidden'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        visibleOperations(connector).filter((one) => text(one, 'operationId') !== undefined),
      )
      const pointer = put(operation, 'x-ms-visibility', 'internal')
      return operation === undefined ? undefined : inDefinition(operation.pointer, pointer, operation.pointer)
    },
  },
  {
    id: 'operation-made-important',
    expects: ['br-visibility-changed'],
    plant: (connector, random) => {
      const plain = visibleOperations(connector).filter(
        ({ value }) => typeof value.operationId === 'string' && value['x-ms-visibility'] !== 'important',
      )
      const operation = choose(random, plain)
      const pointer = put(operation, 'x-ms-visibility', 'important')
      return operation === undefined ? undefined : inDefinition(operation.pointer, pointer, operation.pointer)
    },
  },
  {
    id: 'operation-deprecated',
    expects: ['br-operation-deprecated'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        identified(connector).filter(({ value }) => value.deprecated !== true),
      )
      const pointer = put(operation, 'deprecated', true)
      return operation === undefined ? undefined : inDefinition(operation.pointer, pointer, operation.pointer)
    },
  },
  {
    id: 'operation-added',
    expects: ['ok-operation-added'],
    plant: (connector) => {
      const responses = {
        '200': { description: 'The entry', schema: { type: 'object', properties: { name: { type: 'string' } } } },
      }
      const added = {
        operationId: 'ReadQuiteNew',
        summary: 'Read quite new',
        description: 'Returns the new entry.',
        responses,
      }
      const pointer = put(child(root(connector), 'paths'), '/quite-new', { get: added })
      return pointer === undefined ? undefined : inDefinition(undefined, below(pointer, 'get'), pointer)
    },
  },
  {
    id: 'summary-changed',
    expects: ['ok-summary-changed'],
    plant: (connector, random) => {
      const operation = choose(
        random,
        identified(connector).filter((one) => text(one, 'summary') !== undefined),
      )
      const pointer = put(operation, 'summary', `${operation?.value.summary} now`)
      return operation === undefined ? undefined : inDefinition(pointer, pointer, operation.pointer)
    },
  },
  head('host-changed', 'br-host-changed', 'host', (old) => `new.${String(old)}`),
  head('base-path-changed', 'br-base-path-changed', 'basePath', (old) => `${String(old).replace(/\/$/, '')}/v9`),
  inHead('title-changed', 'br-title-changed', 'title', 'Quite Another Title'),
  inHead('version-changed', 'ok-version-changed', 'version', '97.1'),
]

function idChanges(): VersionChange[] {
  const recase = (id: string): string => (id === id.toUpperCase() ? id.toLowerCase() : id.toUpperCase())
  return [
    {
      id: 'operation-id-in-other-case',
      expects: ['br-operation-id-renamed'],
      plant: (connector, random) => {
        const operation = choose(
          random,
          identified(connector).filter(({ value }) => recase(String(value.operationId)) !== value.operationId),
        )
        const pointer = put(operation, 'operationId', recase(String(operation?.value.operationId)))
        return operation === undefined ? undefined : inDefinition(pointer, pointer, operation.pointer)
      },
    },
    {
      id: 'operation-id-with-version-suffix',
      expects: ['br-operation-deleted', 'br-operation-id-renamed'],
      plant: (connector, random) => {
        const ids = operationIds(connector)
        const operation = choose(
          random,
          identified(connector).filter(({ value }) => !ids.has(`${value.operationId}_V2`)),
        )
        const pointer = put(operation, 'operationId', `${operation?.value.operationId}_V2`)
        return operation === undefined
          ? undefined
          : inDefinition(operation.pointer, pointer, pointer ?? '', operation.pointer)
      },
    },
  ]
}

function head(id: string, kind: string, key: string, change: (old: JsonValue) => JsonValue): VersionChange {
  return {
    id,
    expects: [kind],
    plant: (connector) => {
      const old = connector.definition?.[key]
      if (typeof old !== 'string') return undefined
      const pointer = put(root(connector), key, change(old))
      return inDefinition(pointer, pointer)
    },
  }
}

function inHead(id: string, kind: string, key: string, to: string): VersionChange {
  return {
    id,
    expects: [kind],
    plant: (connector) => {
      if (text(info(connector), key) === undefined) return undefined
      const pointer = put(info(connector), key, to)
      return inDefinition(pointer, pointer)
    },
  }
}

/** Operations that can be matched between versions by an id nobody else has; internal ones break nobody by going. */
export function identified(connector: MutableConnector): OperationSpot[] {
  const ids = operations(connector).map(({ value }) => String(value.operationId).toLowerCase())
  return operations(connector).filter(({ value }) => {
    const id = String(value.operationId).toLowerCase()
    return typeof value.operationId === 'string' && !isInternal(value) && ids.indexOf(id) === ids.lastIndexOf(id)
  })
}

function verbCount({ item }: OperationSpot): number {
  return Object.keys(item.value).filter((key) => /^(get|put|post|delete|options|head|patch)$/.test(key)).length
}
