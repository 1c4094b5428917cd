import { type OperationSpot, operations, root } from '../json-walk.ts'
import { isObject, type JsonObject, type MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, put, type Spot, text } from '../spot.ts'
import { changed, removed } from './one-change.ts'

const annotated = (connector: MutableConnector): Spot[] =>
  operations(connector).flatMap((one) => child(one, 'x-ms-api-annotation') ?? [])
const families = (connector: MutableConnector): Spot[] =>
  annotated(connector).filter((one) => text(one, 'family') !== undefined)
/** Live operations without an annotation and with an id of their own kind. */
const bare = (connector: MutableConnector): OperationSpot[] =>
  operations(connector).filter(
    ({ value }) =>
      value['x-ms-api-annotation'] === undefined &&
      value.deprecated !== true &&
      !/_V\d+$/.test(String(value.operationId)),
  )

/** Families, revisions and states of operations. */
export const annotationRequirements: readonly Mutation[] = [
  changed('annotation-revision-as-text', ['annotation-revision-integer'], families, 'revision', '1'),
  changed('annotation-revision-zero', ['annotation-revision-integer'], families, 'revision', 0),
  changed('annotation-revision-fraction', ['annotation-revision-integer'], families, 'revision', 1.5),
  removed('annotation-revision-missing', ['annotation-revision-present'], families, 'revision'),
  family('annotation-revision-repeated', 'annotation-revision-unique', [{ revision: 3 }, { revision: 3 }]),
  family('annotation-three-live', 'annotation-max-two-active', [{ revision: 1 }, { revision: 2 }, { revision: 3 }]),
  family('annotation-two-live-in-production', 'annotation-one-active-production', [
    { revision: 1, status: 'Production' },
    { revision: 2, status: 'Production' },
  ]),
  family('annotation-two-without-revision', 'annotation-one-empty-revision', [{}, {}]),
  mutation(
    'annotation-id-without-suffix',
    requirement('requirements.json: annotation-id-suffix'),
    ['annotation-id-suffix'],
    (connector, random) => {
      const operation = choose(random, bare(connector))
      const pointer = put(operation, 'x-ms-api-annotation', { family: 'LoneFamily', revision: 2 })
      return operation === undefined || pointer === undefined
        ? undefined
        : at(below(operation.pointer, 'operationId'), operation.pointer, pointer, below(pointer, 'revision'))
    },
  ),
  changed('annotation-status-unknown', ['annotation-status-value'], annotated, 'status', 'Beta'),
  changed('annotation-status-in-lower-case', ['annotation-status-value'], annotated, 'status', 'production'),
  mutation(
    'connector-status-unknown',
    requirement('requirements.json: annotation-status-value'),
    ['annotation-status-value'],
    (connector) => {
      const info = child(root(connector), 'info')
      const pointer = put(info, 'x-ms-api-annotation', { status: 'Stable' })
      return at(below(pointer ?? '', 'status'), pointer ?? '')
    },
  ),
  mutation(
    'operation-status-ahead',
    requirement('requirements.json: annotation-status-ahead'),
    ['annotation-status-ahead'],
    (connector, random) => {
      const operation = choose(random, bare(connector))
      if (operation === undefined) return undefined
      put(child(root(connector), 'info'), 'x-ms-api-annotation', { status: 'Preview' })
      const pointer = put(operation, 'x-ms-api-annotation', { status: 'Production' })
      return at(below(pointer ?? '', 'status'), pointer ?? '', operation.pointer)
    },
    { compound: true },
  ),
  replacement('replacement-for-live-operation', { api: 'contoso', operationId: 'ReadInstead' }, false),
  replacement('replacement-without-connector', { operationId: 'ReadInstead' }, true),
  replacement('replacement-without-operation', { api: 'contoso' }, true),
]

/** Makes operations that had no annotation a family of their own; the last one is at fault. */
function family(id: string, rule: string, parts: readonly JsonObject[]): Mutation {
  return mutation(
    id,
    requirement(`requirements.json: ${rule}`),
    [rule],
    (connector, random) => {
      const free = bare(connector)
      const start = Math.floor(random() * Math.max(1, free.length - parts.length + 1))
      const members = free.slice(start, start + parts.length)
      if (members.length < parts.length) return undefined
      const pointers = members.map(
        (member, index) => put(member, 'x-ms-api-annotation', { family: 'SharedFamily', ...parts[index] }) ?? '',
      )
      const all = pointers.flatMap((pointer, index) => {
        const keys = Object.keys(parts[index] ?? {}).concat('family')
        return [pointer, members[index]?.pointer ?? pointer, ...keys.map((key) => below(pointer, key))]
      })
      const last = pointers.at(-1) ?? ''
      return at(
        Object.keys(parts.at(-1) ?? {}).includes('revision') && rule === 'annotation-revision-unique'
          ? below(last, 'revision')
          : last,
        ...all,
      )
    },
    { compound: true },
  )
}

function replacement(id: string, value: JsonObject, deprecated: boolean): Mutation {
  const provenance = requirement('requirements.json: annotation-replacement')
  return mutation(
    id,
    provenance,
    ['annotation-replacement'],
    (connector, random) => {
      const fitting = deprecated
        ? operations(connector).filter(
            (one) => one.value.deprecated === true && !isObject(child(one, 'x-ms-api-annotation')?.value.replacement),
          )
        : bare(connector)
      const operation = choose(random, fitting.length === 0 && deprecated ? bare(connector) : fitting)
      if (operation === undefined) return undefined
      if (deprecated) put(operation, 'deprecated', true)
      const annotation = child(operation, 'x-ms-api-annotation')?.value ?? {}
      const pointer = put(operation, 'x-ms-api-annotation', { ...annotation, replacement: value })
      return at(below(pointer ?? '', 'replacement'), pointer ?? '', operation.pointer)
    },
    { compound: true },
  )
}
