import { textProperty } from '../example/definition.ts'
import { type OperationSpot, operationIds, operations, visibleOperations } from '../json-walk.ts'
import type { JsonObject, MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, type Provenance, rejection, review } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, drop, put, text } from '../spot.ts'

const restricted: readonly (readonly [name: string, character: string])[] = [
  ['slash', '/'],
  ['backslash', '\\'],
  ['less-than', '<'],
  ['greater-than', '>'],
  ['asterisk', '*'],
  ['percent', '%'],
  ['ampersand', '&'],
  ['question-mark', '?'],
]

/** What reviewers and Microsoft's validator find at the head of operations. */
export const operationComplaints: readonly Mutation[] = [
  mutation('summary-equals-operation-id', review('PR #583'), ['op-summary-not-operation-id'], (connector, random) => {
    const plain = visibleOperations(connector).filter(
      ({ value }) => /^[A-Za-z0-9]+$/.test(String(value.operationId)) && value.summary !== value.operationId,
    )
    const operation = choose(
      random,
      plain.filter(({ value }) => typeof value.operationId === 'string'),
    )
    return put(operation, 'summary', String(operation?.value.operationId))
  }),
  ...textMissing('summary', rejection('seven-steps H 1.3'), 'op-summary-required'),
  ...textMissing('description', rejection('seven-steps H 1.3'), 'op-description-required'),
  ...restricted.map(([name, character]) =>
    mutation(`summary-with-${name}`, review('PR #1095'), ['op-summary-restricted-characters'], (connector, random) => {
      const operation = choose(random, withText(connector, 'summary', 74))
      return put(operation, 'summary', insertBetweenWords(String(operation?.value.summary), character))
    }),
  ),
  mutation('summary-too-long', rejection('seven-steps H 1.3'), ['op-summary-max-length-80'], (connector, random) => {
    const operation = choose(random, withText(connector, 'summary', 80))
    return put(
      operation,
      'summary',
      `${operation?.value.summary} with every detail that the service can tell about it and more`.padEnd(81, 'x'),
    )
  }),
  mutation(
    'summary-one-over-the-limit',
    rejection('seven-steps H 1.3'),
    ['op-summary-max-length-80'],
    (connector, random) =>
      put(
        choose(random, withText(connector, 'summary', 80)),
        'summary',
        'Read the record '.repeat(6).slice(0, 80).padEnd(81, 'x'),
      ),
  ),
  mutation(
    'summary-names-product',
    rejection('seven-steps I: title and description rules'),
    ['op-summary-no-product-names'],
    (connector, random) => {
      const operation = choose(random, withText(connector, 'summary', 58))
      return put(operation, 'summary', `${operation?.value.summary} from Power Automate`)
    },
  ),
  mutation('operation-id-missing', rejection('seven-steps H 1.3'), ['op-id-required'], (connector, random) =>
    drop(choose(random, unreferenced(connector)), 'operationId'),
  ),
  repeatedId('operation-id-repeated', (operationId) => operationId),
  repeatedId('operation-id-repeated-in-other-case', (operationId) =>
    operationId === operationId.toUpperCase() ? operationId.toLowerCase() : operationId.toUpperCase(),
  ),
  mutation(
    'operations-beyond-256',
    rejection('facts a.1 limits'),
    ['op-max-count-256'],
    (connector) => {
      const paths = child(
        connector.definition === undefined ? undefined : { pointer: '', value: connector.definition },
        'paths',
      )
      if (paths === undefined) return undefined
      for (let number = operations(connector).length; number < 257; number += 1) {
        paths.value[`/surplus-${number}`] = { get: surplusOperation(number) }
      }
      return at(paths.pointer, '', below(paths.pointer, '/surplus-256'), below(paths.pointer, '/surplus-256', 'get'))
    },
    { compound: true },
  ),
]

/** A text that is gone, empty, or nothing but blanks. */
function textMissing(key: 'summary' | 'description', provenance: Provenance, rule: string): Mutation[] {
  return [
    mutation(`operation-${key}-missing`, provenance, [rule], (connector, random) =>
      drop(choose(random, withText(connector, key)), key),
    ),
    mutation(`operation-${key}-empty`, provenance, [rule, 'no-empty-strings'], (connector, random) =>
      put(choose(random, withText(connector, key)), key, ''),
    ),
    mutation(`operation-${key}-blank`, provenance, [rule, 'no-empty-strings'], (connector, random) =>
      put(choose(random, withText(connector, key)), key, '  '),
    ),
  ]
}

function repeatedId(id: string, change: (operationId: string) => string): Mutation {
  return mutation(id, rejection('seven-steps H 1.3'), ['op-id-unique'], (connector, random) => {
    const later = choose(
      random,
      unreferenced(connector).filter((operation) => operation.pointer !== operations(connector)[0]?.pointer),
    )
    const order = operations(connector)
    const earlier = choose(
      random,
      order.slice(
        0,
        Math.max(
          0,
          order.findIndex(({ pointer }) => pointer === later?.pointer),
        ),
      ),
    )
    const operationId = text(earlier, 'operationId')
    if (later === undefined || earlier === undefined || operationId === undefined) return undefined
    return at(put(later, 'operationId', change(operationId)), below(earlier.pointer, 'operationId'))
  })
}

/** Operations whose id nothing else in the connector names, so that only the id itself is wrong afterwards. */
function unreferenced(connector: MutableConnector): OperationSpot[] {
  const texts = JSON.stringify([connector.definition ?? null, connector.properties ?? null])
  const ids = operationIds(connector)
  return operations(connector).filter(({ value }) => {
    const { operationId } = value
    return (
      typeof operationId === 'string' && ids.has(operationId) && texts.split(JSON.stringify(operationId)).length === 2
    )
  })
}

function withText(connector: MutableConnector, key: string, longest = Number.POSITIVE_INFINITY): OperationSpot[] {
  return visibleOperations(connector).filter(
    (operation) => (text(operation, key)?.length ?? Number.POSITIVE_INFINITY) <= longest,
  )
}

function insertBetweenWords(summary: string, character: string): string {
  const words = summary.split(' ')
  return [words[0], character, ...words.slice(1), 'entry'].join(' ')
}

function surplusOperation(number: number): JsonObject {
  return {
    operationId: `ReadSurplus${number}`,
    summary: `Read surplus entry ${number}`,
    description: `Returns the surplus entry with the number ${number}.`,
    responses: {
      '200': { description: 'The entry', schema: { type: 'object', properties: { name: textProperty('Name') } } },
    },
  }
}
