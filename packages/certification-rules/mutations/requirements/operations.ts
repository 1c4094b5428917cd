import { operations, parameters, root, visibleOperations } from '../json-walk.ts'
import type { JsonValue, MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, below, drop, put, type Spot, text } from '../spot.ts'
import { changed, where } from './one-change.ts'

const all = (connector: MutableConnector): Spot[] => operations(connector)
const visible = (connector: MutableConnector): Spot[] => visibleOperations(connector)
const shortSummary = where(visible, (one) => (text(one, 'summary')?.length ?? 99) <= 60)
const described = where(visible, (one) => text(one, 'description') !== undefined)
const triggers = where(visible, ({ value }) => typeof value['x-ms-trigger'] === 'string')
const live = where(
  visible,
  ({ value }) =>
    value.deprecated !== true && !/deprecated/i.test(JSON.stringify([value.summary ?? '', value.description ?? ''])),
)

/** Ids nothing else names, so that a new id breaks nothing but itself. */
const loneId: typeof all = (connector) => {
  const texts = JSON.stringify([connector.definition ?? null, connector.properties ?? null])
  return operations(connector).filter(
    ({ value }) => typeof value.operationId === 'string' && texts.split(JSON.stringify(value.operationId)).length === 2,
  )
}

const tidyId = where(loneId, ({ value }) => /^[A-Z][A-Za-z0-9]*$/.test(String(value.operationId)))
/** Summaries as the guidance wants them: a sentence of plain words. */
const tidySummary = where(shortSummary, ({ value }) => /^[A-Z][a-z]*( [a-z]+)*$/.test(String(value.summary)))

/** Ids, texts, media types and tags of operations. */
export const operationRequirements: readonly Mutation[] = [
  changed('operation-id-empty', ['op-id-required', 'op-id-sanitized'], loneId, 'operationId', ''),
  changed('operation-id-too-long', ['op-id-max-length'], tidyId, 'operationId', `Read${'Everything'.repeat(9)}`),
  changed('operation-id-with-blank', ['op-id-sanitized'], tidyId, 'operationId', 'Read all records'),
  changed('operation-id-with-dot', ['op-id-sanitized'], tidyId, 'operationId', 'Records.ReadAll'),
  changed(
    'operation-id-with-hyphen',
    ['op-id-sanitized', 'op-id-no-separator'],
    tidyId,
    'operationId',
    'Read-AllRecords',
  ),
  changed('operation-id-in-camel-case', ['op-id-pascal-case'], tidyId, 'operationId', 'readAllRecords'),
  changed(
    'operation-id-with-underscore',
    ['op-id-no-separator', 'op-id-pascal-case'],
    tidyId,
    'operationId',
    'Read_AllRecords',
  ),
  changed('operation-id-starts-with-digit', ['op-id-starts-letter'], tidyId, 'operationId', '2ndRecord'),
  changed(
    'summary-ends-in-full-stop',
    ['op-summary-ends-alphanumeric'],
    tidySummary,
    'summary',
    (one) => `${one.value.summary}.`,
  ),
  changed(
    'summary-ends-in-blank',
    ['op-summary-ends-alphanumeric'],
    shortSummary,
    'summary',
    (one) => `${one.value.summary} `,
  ),
  changed(
    'summary-with-colon',
    ['op-summary-charset'],
    tidySummary,
    'summary',
    (one) => `Orders: ${one.value.summary}`,
  ),
  changed('summary-not-english', ['op-summary-english'], visible, 'summary', 'Получить заказы'),
  changed('summary-in-title-case', ['op-summary-sentence-case'], tidySummary, 'summary', 'Read All The Newest Records'),
  mutation(
    'summary-repeated',
    requirement('requirements.json: op-summary-unique'),
    ['op-summary-unique'],
    (connector, random) => {
      const isTrigger = random() < 0.3
      const titled = visibleOperations(connector).filter(
        (one) => text(one, 'summary') !== undefined && isTrigger === (one.value['x-ms-trigger'] !== undefined),
      )
      const later = choose(random, titled.slice(1))
      const earlier = choose(
        random,
        titled.slice(
          0,
          titled.findIndex(({ pointer }) => pointer === later?.pointer),
        ),
      )
      if (later === undefined || earlier === undefined || later.value.summary === earlier.value.summary)
        return undefined
      return at(put(later, 'summary', String(earlier.value.summary)), below(earlier.pointer, 'summary'))
    },
  ),
  changed(
    'description-without-ending',
    ['op-description-ends-punctuation'],
    where(described, ({ value }) => /[a-z]\.$/.test(String(value.description))),
    'description',
    (one) => String(one.value.description).slice(0, -1),
  ),
  changed(
    'description-repeats-summary',
    ['op-description-differs-summary'],
    where(described, (one) => text(one, 'summary') !== undefined),
    'description',
    ({ value }) => String(value.summary),
  ),
  changed(
    'operation-description-names-product',
    ['op-description-no-product-names'],
    where(described, ({ value }) => !/power|dataverse|copilot|flow/i.test(String(value.description))),
    'description',
    ({ value }) => `${value.description} Runs in Power Automate.`,
  ),
  changed(
    'operation-description-very-long',
    ['op-description-max-length-1000'],
    where(described, ({ value }) => String(value.description).length < 1000),
    'description',
    'It says all there is to say. '.repeat(40).trim(),
  ),
  mutation(
    'operation-tag-repeated',
    requirement('requirements.json: op-tags-unique'),
    ['op-tags-unique'],
    (connector, random) => {
      const operation = choose(
        random,
        operations(connector).filter(({ value }) => value.tags === undefined),
      )
      const pointer = put(operation, 'tags', ['Orders', 'Bills', 'Orders'])
      return pointer === undefined ? undefined : at(`${pointer}/2`, `${pointer}/0`, pointer)
    },
    { compound: true },
  ),
  changed('operation-key-unknown', ['op-known-keys'], all, 'servers', [{ url: 'https://api.contoso-orders.example' }]),
  changed('operation-key-misspelt', ['op-known-keys'], all, 'desciption', 'Returns the records.'),
  mutation(
    'consumes-missing',
    requirement('requirements.json: op-consumes-present'),
    ['op-consumes-present'],
    (connector, random) => {
      const bodied = parameters(connector).filter(
        ({ value, operation }) => value.in === 'body' && Object.hasOwn(operation.value, 'consumes'),
      )
      const operation = choose(
        random,
        bodied.filter(() => connector.definition?.consumes === undefined),
      )?.operation
      return drop(operation, 'consumes')
    },
  ),
  mutation(
    'consumes-missing-everywhere',
    requirement('requirements.json: op-consumes-present'),
    ['op-consumes-present'],
    (connector) => {
      const without = parameters(connector).filter(
        ({ value, operation }) => value.in === 'body' && !Object.hasOwn(operation.value, 'consumes'),
      )
      const [first, ...others] = without.map(({ operation }) => operation.pointer)
      const isGiven = Array.isArray(connector.definition?.consumes) && connector.definition.consumes.length > 0
      return first === undefined || !isGiven || drop(root(connector), 'consumes') === undefined
        ? undefined
        : at(first, ...others)
    },
  ),
  mutation(
    'form-sent-as-json',
    requirement('requirements.json: op-form-consumes'),
    ['op-form-consumes'],
    (connector, random) => {
      const operation = choose(
        random,
        parameters(connector).filter(
          ({ value, operation }) => value.in === 'formData' && Array.isArray(operation.value.consumes),
        ),
      )?.operation
      const pointer = put(operation, 'consumes', ['application/json'])
      return pointer === undefined ? undefined : at(pointer, `${pointer}/0`, operation?.pointer ?? '')
    },
  ),
  media('produces-xml', 'produces', 'application/xml'),
  media('produces-pdf', 'produces', 'application/pdf'),
  media('consumes-no-media-type', 'consumes', 'json'),
  changed(
    'trigger-summary-without-when',
    ['op-trigger-summary-when'],
    where(triggers, ({ value }) => /^when/i.test(String(value.summary))),
    'summary',
    'New record was added',
  ),
  changed(
    'trigger-description-says-nothing',
    ['op-trigger-description'],
    where(triggers, ({ value }) => /when/i.test(String(value.description))),
    'description',
    'This is a webhook.',
  ),
  deprecatedText('deprecated-without-word-in-summary', 'op-deprecated-summary-suffix', 'summary'),
  deprecatedText('deprecated-without-word-in-description', 'op-deprecated-description-suffix', 'description'),
]

function media(id: string, key: 'produces' | 'consumes', type: string): Mutation {
  const bodied = where(all, ({ value }) => Array.isArray(value[key]) || value[key] === undefined)
  return mutation(
    id,
    requirement('requirements.json: op-mime-supported'),
    ['op-mime-supported'],
    (connector, random) => {
      const operation = choose(random, bodied(connector))
      if (operation === undefined) return undefined
      const types: JsonValue[] = Array.isArray(operation.value[key])
        ? [...operation.value[key], type]
        : ['application/json', type]
      const pointer = put(operation, key, types)
      return at(below(pointer ?? '', types.length - 1), pointer ?? '', operation.pointer)
    },
    { compound: true },
  )
}

/** Marks a live operation as deprecated although its texts do not say so. */
function deprecatedText(id: string, rule: string, key: string): Mutation {
  return mutation(id, requirement(`requirements.json: ${rule}`), [rule], (connector, random) => {
    const operation = choose(
      random,
      live(connector).filter((one) => text(one, key) !== undefined),
    )
    if (operation === undefined) return undefined
    return at(below(operation.pointer, key), operation.pointer, put(operation, 'deprecated', true) ?? '')
  })
}
