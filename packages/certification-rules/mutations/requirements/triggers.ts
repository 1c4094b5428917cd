import { policies } from '../complaints/hosts-and-secrets.ts'
import { dynamicExtensions, webhookTriggers } from '../complaints/triggers.ts'
import { effectiveParameters, operations, parameters, plainParameters, responses } from '../json-walk.ts'
import { isObject, type JsonValue, type MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { propertySchemas } from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, children, drop, list, put, rename, type Spot, text } from '../spot.ts'
import { changed, where } from './one-change.ts'

const allOperations = (connector: MutableConnector): Spot[] => operations(connector)
const webhooks = (connector: MutableConnector): Spot[] => webhookTriggers(connector)
const pollers = (connector: MutableConnector) =>
  operations(connector).filter(
    ({ value, item }) =>
      typeof value['x-ms-trigger'] === 'string' && !Object.hasOwn(item.value, 'x-ms-notification-content'),
  )
const arguments_ = (connector: MutableConnector): Spot[] =>
  dynamicExtensions(connector, 'x-ms-dynamic-values').flatMap((one) => child(one, 'parameters') ?? [])

/** Triggers of both kinds, and what dynamic values pass on. */
export const triggerRequirements: readonly Mutation[] = [
  mutation(
    'notification-url-in-response',
    requirement('requirements.json: webhook-url-in-body'),
    ['webhook-url-in-body'],
    (connector, random) => {
      const property = choose(
        random,
        propertySchemas(connector, 'string').filter(({ input, output }) => output && !input),
      )
      return property === undefined ? undefined : at(put(property, 'x-ms-notification-url', true), property.pointer)
    },
  ),
  changed(
    'notification-url-in-query',
    ['webhook-url-in-body', 'param-known-keys'],
    (connector) => plainParameters(connector, 'query'),
    'x-ms-notification-url',
    true,
  ),
  mutation(
    'webhook-subscribes-by-get',
    requirement('requirements.json: webhook-post'),
    ['webhook-post'],
    (connector, random) => {
      const trigger = choose(
        random,
        webhookTriggers(connector).filter(({ item }) => !Object.hasOwn(item.value, 'get')),
      )
      const pointer = rename(trigger?.item, 'post', 'get')
      return trigger === undefined ? undefined : at(pointer, trigger.item.pointer)
    },
  ),
  changed('webhook-in-batches', ['webhook-single-trigger'], webhooks, 'x-ms-trigger', 'batch'),
  mutation(
    'webhook-location-not-declared',
    requirement('requirements.json: webhook-location-header'),
    ['webhook-location-header'],
    (connector, random) => {
      const subscribers = new Set(webhookTriggers(connector).map(({ pointer }) => pointer))
      const response = choose(
        random,
        responses(connector).filter(
          ({ operation, value }) =>
            subscribers.has(operation.pointer) && child({ pointer: '', value }, 'headers', 'Location') !== undefined,
        ),
      )
      return response === undefined
        ? undefined
        : at(drop(response, 'headers'), below(response.operation.pointer, 'responses'), response.operation.pointer)
    },
  ),
  mutation(
    'polling-by-post',
    requirement('requirements.json: trigger-polling-is-get'),
    ['trigger-polling-is-get'],
    (connector, random) => {
      const trigger = choose(
        random,
        pollers(connector).filter(({ verb, item }) => verb === 'get' && !Object.hasOwn(item.value, 'post')),
      )
      const pointer = rename(trigger?.item, 'get', 'post')
      return trigger === undefined ? undefined : at(pointer, trigger.item.pointer)
    },
  ),
  changed(
    'polling-one-by-one',
    ['trigger-polling-batch'],
    (connector) => pollers(connector).filter(({ verb }) => verb === 'get'),
    'x-ms-trigger',
    'single',
  ),
  mutation(
    'polling-without-policy',
    requirement('requirements.json: trigger-polling-policy'),
    ['trigger-polling-policy'],
    (connector) => {
      const found = policies(connector).filter(
        ({ value }) => String(value.templateId).toLowerCase() === 'pollingtrigger',
      )
      const names = list(child(found[0], 'parameters'), 'x-ms-apimTemplate-operationName')
      const trigger = pollers(connector).find(({ value }) => names?.includes(value.operationId ?? null))
      const own = children(trigger, 'responses').some(({ key }) => key === '202')
      if (found.length !== 1 || names?.length !== 1 || trigger === undefined || own) return undefined
      names[0] = 'OperationNobodyKnows'
      return at(trigger.pointer, below(trigger.pointer, 'x-ms-trigger'))
    },
  ),
  changed('notification-on-webhook', ['ext-notification'], webhooks, 'x-ms-notification', ({ value }) => ({
    operationId: value.operationId ?? null,
  })),
  changed(
    'notification-on-action',
    ['ext-notification'],
    where(allOperations, ({ value }) => value['x-ms-trigger'] === undefined),
    'x-ms-notification',
    { operationId: 'WhenRecordChanges' },
  ),
  mutation(
    'notification-names-no-webhook',
    requirement('requirements.json: ext-notification'),
    ['ext-notification'],
    (connector, random) => {
      const plain = operations(connector).filter(
        ({ value }) => value['x-ms-trigger'] === undefined && typeof value.operationId === 'string',
      )
      const trigger = choose(random, pollers(connector))
      const named = choose(random, plain)
      if (trigger === undefined || named === undefined) return undefined
      const pointer = put(trigger, 'x-ms-notification', { operationId: named.value.operationId ?? null })
      return at(below(pointer ?? '', 'operationId'), pointer ?? '', trigger.pointer)
    },
  ),
  mutation(
    'fetch-and-subscribe-differ',
    requirement('requirements.json: trigger-fetch-subscribe-match'),
    ['trigger-fetch-subscribe-match'],
    (connector, random) => {
      const pairs = pollers(connector).flatMap((fetch) => {
        const subscribe = operations(connector).find(
          ({ value }) => value.operationId === child(fetch, 'x-ms-notification')?.value.operationId,
        )
        return subscribe === undefined ? [] : samePairs(fetch, subscribe)
      })
      const pair = choose(random, pairs)
      if (pair === undefined) return undefined
      return at(
        put(pair.fetched, 'type', 'integer'),
        pair.fetched.pointer,
        pair.subscribed.pointer,
        below(pair.subscribed.pointer, 'type'),
        pair.fetch,
      )
    },
  ),
  mutation(
    'dynamic-source-internal',
    requirement('requirements.json: ext-dynamic-source-internal'),
    ['ext-dynamic-source-internal'],
    (connector, random) => {
      const hidden = parameters(connector).filter(
        ({ value }) => value['x-ms-visibility'] === 'internal' && typeof value.name === 'string',
      )
      const pairs = hidden.flatMap((source) =>
        argumentsOf(connector, source.operation.pointer).map((passed) => ({ source, passed })),
      )
      const pair = choose(random, pairs)
      const name = Object.keys(pair?.passed.value ?? {})[0]
      if (pair === undefined || name === undefined) return undefined
      if (child(pair.passed, name)?.value.parameter === pair.source.value.name) return undefined
      const pointer = put(pair.passed, name, { parameter: String(pair.source.value.name) })
      return at(below(pointer ?? '', 'parameter'), pointer ?? '')
    },
  ),
  mutation(
    'dynamic-static-value-of-other-type',
    requirement('requirements.json: ext-dynamic-type-match'),
    ['ext-dynamic-type-match'],
    (connector, random) => {
      const fixed = dynamicExtensions(connector, 'x-ms-dynamic-values').flatMap((extension) => {
        const passed = child(extension, 'parameters')
        const textual = textParameters(connector, extension)
        return Object.entries(passed?.value ?? {}).flatMap(([key, value]) =>
          passed !== undefined && typeof value === 'string' && textual.has(key) ? [{ passed, key }] : [],
        )
      })
      const place = choose(random, fixed)
      return place === undefined ? undefined : at(put(place.passed, place.key, 17), place.passed.pointer)
    },
  ),
  mutation(
    'dynamic-source-of-other-type',
    requirement('requirements.json: ext-dynamic-type-match'),
    ['ext-dynamic-type-match'],
    (connector, random) => {
      const pairs = parameters(connector)
        .filter(
          ({ value }) =>
            value.type === 'string' && value.enum === undefined && value.default === undefined && value.in !== 'body',
        )
        .flatMap((source) =>
          argumentsOf(connector, source.operation.pointer).flatMap((passed) =>
            Object.keys(passed.value)
              .filter((key) => child(passed, key)?.value.parameter === source.value.name)
              .map((key) => ({ source, passed, key })),
          ),
        )
      const pair = choose(random, pairs)
      if (pair === undefined) return undefined
      put(pair.source, 'type', 'boolean')
      const pointer = below(pair.passed.pointer, pair.key)
      return at(below(pointer, 'parameter'), pointer, pair.source.pointer, below(pair.source.pointer, 'type'))
    },
  ),
  mutation(
    'dynamic-reference-ambiguous',
    requirement('requirements.json: ext-dynamic-reference-ambiguous'),
    ['ext-dynamic-reference-ambiguous'],
    (connector, random) => {
      const candidates = parameters(connector).flatMap((source) => {
        const name = text(source, 'name')
        const body = parameters(connector).find(
          ({ operation, value }) => operation.pointer === source.operation.pointer && value.in === 'body',
        )
        const properties = child(body, 'schema', 'properties')
        if (
          name === undefined ||
          source.value.in === 'body' ||
          properties === undefined ||
          Object.hasOwn(properties.value, name)
        )
          return []
        return argumentsOf(connector, source.operation.pointer).flatMap((passed) =>
          Object.keys(passed.value)
            .filter((key) => child(passed, key)?.value.parameter === name)
            .map((key) => ({ passed, key, name, properties })),
        )
      })
      const place = choose(random, candidates)
      if (place === undefined) return undefined
      const property = put(place.properties, place.name, {
        type: 'string',
        'x-ms-summary': 'Same Name',
        description: 'Bears the same name.',
      })
      const pointer = below(place.passed.pointer, place.key)
      const extension = place.passed.pointer.replace(/\/parameters$/, '')
      dropTwin(connector, extension)
      return at(below(pointer, 'parameter'), pointer, place.passed.pointer, extension, property ?? '')
    },
    { compound: true },
  ),
]

function samePairs(fetch: Spot, subscribe: Spot): { fetch: string; fetched: Spot; subscribed: Spot }[] {
  return children(fetch, 'parameters').flatMap(({ spot: fetched }) =>
    children(subscribe, 'parameters').flatMap(({ spot: subscribed }) => {
      const isSame =
        typeof fetched.value.name === 'string' &&
        fetched.value.name === subscribed.value.name &&
        fetched.value.type === 'string' &&
        fetched.value.enum === undefined
      return isSame ? [{ fetch: fetch.pointer, fetched, subscribed }] : []
    }),
  )
}

/** Names of the text parameters of the operation that an extension calls. */
function textParameters(connector: MutableConnector, extension: Spot): Set<string> {
  const called = operations(connector).find(({ value }) => value.operationId === extension.value.operationId)
  const taken = called === undefined ? [] : effectiveParameters(connector, called)
  return new Set(taken.flatMap(({ name, type }) => (type === 'string' && typeof name === 'string' ? [name] : [])))
}

/** What the dynamic values inside one operation pass on. */
function argumentsOf(connector: MutableConnector, operation: string): Spot[] {
  return arguments_(connector).filter(({ pointer }) => pointer.startsWith(`${operation}/`))
}

/** The unambiguous twin beside an extension would excuse it. */
function dropTwin(connector: MutableConnector, extension: string): void {
  const keys = extension
    .split('/')
    .slice(1, -1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  let value: JsonValue | undefined = connector.definition
  for (const key of keys) value = isObject(value) ? value[key] : Array.isArray(value) ? value[Number(key)] : undefined
  if (isObject(value)) delete value['x-ms-dynamic-list']
}
