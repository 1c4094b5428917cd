import { allObjects, isInternal, type OperationSpot, operations, parameters, resolved, root } from '../json-walk.ts'
import { isObject, type MutableConnector } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, rejection } from '../mutation.ts'
import { schemas } from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, drop, put, type Spot, text } from '../spot.ts'

const webhook = rejection('seven-steps H 1.12')

/** Webhooks that cannot subscribe or unsubscribe, and dynamic values that call nothing. */
export const triggerComplaints: readonly Mutation[] = [
  mutation('webhook-without-notification-url', webhook, ['webhook-notification-url-present'], (connector, random) => {
    const place = choose(random, notificationUrls(connector))
    if (place === undefined || drop(place.url, 'x-ms-notification-url') === undefined) return undefined
    return at(
      place.operation.pointer,
      place.url.pointer,
      below(place.operation.pointer, 'parameters'),
      ...bodyPointers(connector, place.operation),
    )
  }),
  mutation('webhook-notification-url-false', webhook, ['webhook-notification-url-present'], (connector, random) => {
    const place = choose(random, notificationUrls(connector))
    const pointer = put(place?.url, 'x-ms-notification-url', false)
    if (place === undefined || pointer === undefined) return undefined
    return at(place.operation.pointer, pointer, place.url.pointer, ...bodyPointers(connector, place.operation))
  }),
  mutation(
    'webhook-url-property-removed',
    webhook,
    ['webhook-notification-url-present'],
    (connector, random) => {
      const place = choose(random, notificationUrls(connector))
      if (place === undefined) return undefined
      removeRequired(place.holder, place.name)
      drop(child(place.holder, 'properties'), place.name)
      return at(place.operation.pointer, place.holder.pointer, ...bodyPointers(connector, place.operation))
    },
    { compound: true },
  ),
  mutation('webhook-url-visible', webhook, ['webhook-url-internal'], (connector, random) => {
    const shown = notificationUrls(connector).filter(
      ({ holder, url }) => isInternal(url.value) && !isInternal(holder.value),
    )
    return drop(choose(random, shown)?.url, 'x-ms-visibility')
  }),
  mutation('webhook-url-not-text', webhook, ['webhook-url-string'], (connector, random) => {
    const url = choose(random, notificationUrls(connector))?.url
    return url === undefined ? undefined : at(put(url, 'type', 'object'), url.pointer)
  }),
  mutation('webhook-url-optional', webhook, ['webhook-url-required'], (connector, random) => {
    const place = choose(
      random,
      notificationUrls(connector).filter(({ holder, name }) => isRequired(holder, name)),
    )
    if (place === undefined) return undefined
    removeRequired(place.holder, place.name)
    return at(place.url.pointer, place.holder.pointer)
  }),
  mutation('webhook-without-unsubscribe', complaint('issue #3678'), ['webhook-delete-operation'], (connector) => {
    const triggers = webhookTriggers(connector)
    const deletes = operations(connector).filter(({ verb }) => verb === 'delete')
    const [only] = deletes
    const [first, ...others] = triggers.map(({ pointer }) => pointer)
    if (only === undefined || deletes.length > 1 || first === undefined) return undefined
    if (Object.keys(only.item.value).length < 2) drop({ pointer: '/paths', value: pathsOf(connector) }, only.path)
    else drop(only.item, 'delete')
    return at(first, ...others, '/paths')
  }),
  mutation(
    'webhook-content-inside-operation',
    webhook,
    ['webhook-content-on-path-item'],
    (connector, random) => {
      const trigger = choose(random, webhookTriggers(connector))
      const content = trigger?.item.value['x-ms-notification-content']
      if (trigger === undefined || content === undefined) return undefined
      drop(trigger.item, 'x-ms-notification-content')
      return at(put(trigger, 'x-ms-notification-content', content), trigger.pointer, trigger.item.pointer)
    },
    { compound: true },
  ),
  mutation(
    'webhook-content-missing',
    webhook,
    ['webhook-content-on-path-item', 'webhook-content-schema'],
    (connector, random) => {
      const trigger = choose(random, webhookTriggers(connector))
      return at(drop(trigger?.item, 'x-ms-notification-content'), ...(trigger === undefined ? [] : [trigger.pointer]))
    },
  ),
  mutation('webhook-content-without-schema', webhook, ['webhook-content-schema'], (connector, random) => {
    const trigger = choose(random, webhookTriggers(connector))
    const content = child(trigger?.item, 'x-ms-notification-content')
    return at(drop(content, 'schema'), ...(trigger === undefined ? [] : [trigger.pointer, trigger.item.pointer]))
  }),
  ...['x-ms-dynamic-values', 'x-ms-dynamic-list', 'x-ms-dynamic-schema', 'x-ms-dynamic-properties'].map((extension) =>
    mutation(
      `${extension.slice('x-ms-'.length)}-calls-missing-operation`,
      complaint('PR #2118'),
      ['ext-dynamic-operation-exists'],
      (connector, random) => {
        const chosen = choose(
          random,
          dynamicExtensions(connector, extension).filter((one) => text(one, 'operationId') !== undefined),
        )
        return chosen === undefined ? undefined : at(put(chosen, 'operationId', 'OperationNobodyKnows'), chosen.pointer)
      },
    ),
  ),
  mutation(
    'dynamic-values-calls-operation-in-other-case',
    complaint('PR #3276'),
    ['ext-dynamic-operation-exists'],
    (connector, random) => {
      const chosen = choose(
        random,
        dynamicExtensions(connector, 'x-ms-dynamic-values').filter((one) =>
          /[a-z]/.test(text(one, 'operationId') ?? ''),
        ),
      )
      return chosen === undefined
        ? undefined
        : at(put(chosen, 'operationId', String(chosen.value.operationId).toUpperCase()), chosen.pointer)
    },
  ),
]

/** The extensions of one name that belong to a parameter or schema in use. */
export function dynamicExtensions(connector: MutableConnector, extension: string): Spot[] {
  const holders: Spot[] = [...parameters(connector), ...schemas(connector)]
  return holders.flatMap((holder) => child(holder, extension) ?? [])
}

/** A property that receives the callback address, in the body of a webhook trigger. */
export interface NotificationUrl {
  readonly operation: OperationSpot
  /** The schema the property belongs to. */
  readonly holder: Spot
  readonly name: string
  readonly url: Spot
}

/** Callback properties; only those their operation alone uses, so that one operation is at fault. */
function notificationUrls(connector: MutableConnector): NotificationUrl[] {
  const uses = JSON.stringify(connector.definition?.paths ?? null)
  return webhookTriggers(connector).flatMap((operation) =>
    bodySpots(connector, operation).flatMap(({ schema, reference }) => {
      if (reference !== undefined && uses.split(JSON.stringify(reference)).length > 2) return []
      const found = allObjects(schema).flatMap((holder) =>
        Object.keys(isObject(holder.value.properties) ? holder.value.properties : {}).flatMap((name) => {
          const url = child(holder, 'properties', name)
          return url?.value['x-ms-notification-url'] === true ? [{ operation, holder, name, url }] : []
        }),
      )
      return found.length === 1 ? found : []
    }),
  )
}

/** Trigger operations whose path carries the payload of a callback. */
export function webhookTriggers(connector: MutableConnector): OperationSpot[] {
  return operations(connector).filter(
    ({ value, item, verb }) =>
      verb === 'post' && typeof value['x-ms-trigger'] === 'string' && isObject(item.value['x-ms-notification-content']),
  )
}

function bodySpots(
  connector: MutableConnector,
  operation: OperationSpot,
): { schema: Spot; reference: string | undefined }[] {
  const bodies = parameters(connector).filter(
    (one) => one.operation.pointer === operation.pointer && one.value.in === 'body',
  )
  return bodies.flatMap((body) => {
    const schema = resolved(connector, child(body, 'schema'))
    return schema === undefined ? [] : [{ schema, reference: text(child(body, 'schema'), '$ref') }]
  })
}

function bodyPointers(connector: MutableConnector, operation: OperationSpot): string[] {
  const bodies = parameters(connector).filter(
    (one) => one.operation.pointer === operation.pointer && one.value.in === 'body',
  )
  return bodies.flatMap(({ pointer }) => [pointer, below(pointer, 'schema')])
}

function isRequired(holder: Spot, name: string): boolean {
  return Array.isArray(holder.value.required) && holder.value.required.includes(name)
}

/** Takes a name out of the list of required ones, and the list with it when it would be empty. */
function removeRequired(holder: Spot, name: string): void {
  const { required } = holder.value
  if (!Array.isArray(required) || !required.includes(name)) return
  if (required.length === 1) delete holder.value.required
  else required.splice(required.indexOf(name), 1)
}

function pathsOf(connector: MutableConnector): Spot['value'] {
  return child(root(connector), 'paths')?.value ?? {}
}
