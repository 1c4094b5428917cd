import { textProperty } from '../example/definition.ts'
import { operations, plainParameters, root } from '../json-walk.ts'
import type { MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, children, put, rename, type Spot } from '../spot.ts'
import { changed } from './one-change.ts'

const items = (connector: MutableConnector): Spot[] => children(root(connector), 'paths').map(({ spot }) => spot)

/** Path templates and path items. */
export const pathRequirements: readonly Mutation[] = [
  moved('path-without-slash', ['path-starts-with-slash'], (path) => path.slice(1)),
  moved('path-with-query', ['path-no-query-or-fragment'], (path) => `${path}?full=true`),
  moved('path-with-fragment', ['path-no-query-or-fragment'], (path) => `${path}#top`),
  moved('path-with-asterisk', ['path-no-wildcard'], (path) => `${path}/*`),
  moved('path-with-open-brace', ['path-template-balanced'], (path) => `${path}/{part`),
  moved('path-with-closing-brace', ['path-template-balanced'], (path) => `${path}/part}`),
  moved('path-with-double-slash', ['path-no-double-slash'], (path) => path.replace('/', '//')),
  moved(
    'path-with-trailing-slash',
    ['path-no-trailing-slash'],
    (path) => `${path}/`,
    (path) => path.length > 1 && !path.endsWith('/'),
  ),
  mutation(
    'path-variable-with-default',
    requirement('requirements.json: path-no-default-in-template'),
    ['path-no-default-in-template'],
    (connector, random) => {
      const paths = child(root(connector), 'paths')
      const path = choose(
        random,
        Object.keys(paths?.value ?? {}).filter((one) => /\{[^{}=]+\}/.test(one)),
      )
      return path === undefined ? undefined : at(rename(paths, path, path.replace('}', '=1}')), paths?.pointer ?? '')
    },
  ),
  mutation(
    'path-variable-renamed',
    requirement('requirements.json: path-parameters-defined'),
    ['path-parameters-defined', 'path-parameter-in-template'],
    (connector, random) => {
      const paths = child(root(connector), 'paths')
      const path = choose(
        random,
        Object.keys(paths?.value ?? {}).filter((one) => /\{[^{}=]+\}/.test(one)),
      )
      if (path === undefined) return undefined
      const changedPath = path.replace('}', 'Renamed}')
      const item = rename(paths, path, changedPath)
      if (item === undefined) return undefined
      const inside = operations(connector).filter((operation) => operation.path === changedPath)
      const named = plainParameters(connector, 'path').filter(({ operation }) => operation.path === changedPath)
      const shared = children(child(paths, changedPath), 'parameters').map(({ spot }) => spot)
      return at(
        item,
        ...[...inside, ...named, ...shared].map(({ pointer }) => pointer),
        ...named.map(({ pointer }) => below(pointer, 'name')),
      )
    },
  ),
  mutation(
    'path-repeated-in-other-case',
    requirement('requirements.json: path-unique-case-insensitive'),
    ['path-unique-case-insensitive'],
    (connector, random) => {
      const paths = child(root(connector), 'paths')
      const path = choose(
        random,
        Object.keys(paths?.value ?? {}).filter((one) => /^\/[a-z][^{]*$/.test(one)),
      )
      if (path === undefined || paths === undefined || Object.hasOwn(paths.value, path.toUpperCase())) return undefined
      return at(put(paths, path.toUpperCase(), { get: plainOperation('ReadInCapitals') }), below(paths.pointer, path))
    },
  ),
  mutation(
    'path-same-but-for-variable-name',
    requirement('requirements.json: path-no-indistinguishable'),
    ['path-no-indistinguishable'],
    (connector, random) => {
      const { paths, operation, path } = withVariable(connector, random)
      if (paths === undefined || operation === undefined || path === undefined) return undefined
      const copy = structuredClone(operation.value)
      copy.operationId = 'SameUnderOtherName'
      const name = /\{([^{}]+)\}/.exec(path)?.[1] ?? ''
      copy.parameters = [
        {
          name: `${name}Other`,
          in: 'path',
          required: true,
          type: 'string',
          'x-ms-summary': 'Other',
          description: 'The other one.',
          'x-ms-url-encoding': 'single',
        },
      ]
      const other = path.replace(`{${name}}`, `{${name}Other}`)
      if (Object.hasOwn(paths.value, other)) return undefined
      const pointer = put(paths, other, { [operation.verb]: copy })
      return at(pointer, below(pointer ?? '', operation.verb), operation.pointer, operation.item.pointer)
    },
  ),
  mutation(
    'path-literal-beside-variable',
    requirement('requirements.json: path-no-partial-duplicate'),
    ['path-no-partial-duplicate'],
    (connector, random) => {
      const { paths, operation, path } = withVariable(connector, random)
      if (paths === undefined || operation === undefined || path === undefined) return undefined
      const other = path.replace(/\{[^{}]+\}/, 'newest')
      if (Object.hasOwn(paths.value, other)) return undefined
      const pointer = put(paths, other, { [operation.verb]: plainOperation('ReadNewest') })
      return at(pointer, below(pointer ?? '', operation.verb), operation.pointer, operation.item.pointer)
    },
  ),
  mutation(
    'path-parameter-not-in-template',
    requirement('requirements.json: path-parameter-in-template'),
    ['path-parameter-in-template'],
    (connector, random) => {
      const operation = choose(
        random,
        operations(connector).filter(({ value }) => Array.isArray(value.parameters)),
      )
      const list = operation?.value.parameters
      if (operation === undefined || !Array.isArray(list)) return undefined
      list.push({
        name: 'nowhere',
        in: 'path',
        required: true,
        type: 'string',
        'x-ms-summary': 'Nowhere',
        description: 'Stands nowhere in the path.',
        'x-ms-url-encoding': 'single',
      })
      const pointer = below(operation.pointer, 'parameters', list.length - 1)
      return at(pointer, below(pointer, 'name'))
    },
  ),
  changed('path-item-by-reference', ['path-no-ref'], items, '$ref', '#/paths/~1other'),
  changed('path-item-key-unknown', ['path-item-keys'], items, 'trace', { responses: {} }),
  mutation(
    'path-without-operation',
    requirement('requirements.json: path-not-empty'),
    ['path-not-empty'],
    (connector) => put(child(root(connector), 'paths'), '/nothing-here', {}),
  ),
]

/** Renames one path that has no variables; its operations stay as they are. */
function moved(
  id: string,
  rules: readonly string[],
  change: (path: string) => string,
  fits = (path: string): boolean => path.length > 1,
): Mutation {
  return mutation(id, requirement(`requirements.json: ${rules[0]}`), rules, (connector, random) => {
    const paths = child(root(connector), 'paths')
    const path = choose(
      random,
      Object.keys(paths?.value ?? {}).filter((one) => /^\/[^{}?#*]*[^{}?#*/]$/.test(one) && fits(one)),
    )
    return path === undefined ? undefined : at(rename(paths, path, change(path)))
  })
}

function withVariable(connector: MutableConnector, random: () => number) {
  const paths = child(root(connector), 'paths')
  const operation = choose(
    random,
    operations(connector).filter(
      ({ path, verb }) => verb === 'get' && path.split('{').length === 2 && /\/\{[^{}]+\}(\/|$)/.test(path),
    ),
  )
  return { paths, operation, path: operation?.path }
}

function plainOperation(operationId: string) {
  return {
    operationId,
    summary: 'Read the newest',
    description: 'Returns the entry that came last.',
    responses: {
      '200': { description: 'The entry', schema: { type: 'object', properties: { name: textProperty('Name') } } },
    },
  }
}
