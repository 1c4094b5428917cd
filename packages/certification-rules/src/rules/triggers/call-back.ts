import { type Connector, type Definition, type Operation, resolved } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'

/** A property of a subscription's body that receives the call-back address (`x-ms-notification-url`). */
export interface CallBack {
  readonly node: JsonNode
  /** The schemas that hold it and the name each lists, outermost first: what must be required. */
  readonly chain: readonly { readonly schema: JsonNode; readonly name: string }[]
  /** True when it or something around it is hidden from makers. */
  readonly isInternal: boolean
}

const mark = 'x-ms-notification-url'
const asked = new WeakMap<Definition, boolean>()
const known = new WeakMap<Operation, readonly CallBack[]>()

/** True for a definition with triggers or webhooks: most have none, and need no search of bodies. */
export function mayCallBack({ definition }: Connector): boolean {
  if (definition === undefined) return false
  let may = asked.get(definition)
  if (may === undefined) {
    may = definition.pathItems.some(
      ({ notificationContent, operations }) =>
        notificationContent !== undefined || operations.some((one) => one.isTrigger),
    )
    asked.set(definition, may)
  }
  return may
}

/** The call-back addresses in an operation's body, also behind references; each place once. */
export function callBacksOf(operation: Operation): readonly CallBack[] {
  let callBacks = known.get(operation)
  if (callBacks === undefined) {
    callBacks = findCallBacks(operation)
    known.set(operation, callBacks)
  }
  return callBacks
}

function findCallBacks({ body }: Operation): readonly CallBack[] {
  const found: CallBack[] = []
  const seen = new Set<JsonNode>()
  const look = (site: JsonNode | undefined, chain: CallBack['chain'], isHidden: boolean): void => {
    const schema = resolved(site)
    if (site === undefined || schema?.kind !== 'object' || seen.has(schema)) return
    seen.add(schema)
    const isInternal = isHidden || isMarkedInternal(site) || isMarkedInternal(schema)
    if (isCallBack(schema)) found.push({ node: schema, chain, isInternal })
    const properties = schema.member('properties')
    for (const child of properties?.kind === 'object' ? properties.children : []) {
      look(child, [...chain, { schema, name: child.key ?? '' }], isInternal)
    }
    for (const part of schema.member('allOf')?.children ?? []) look(part, chain, isInternal)
  }
  look(body?.schema, [], body?.isInternal === true)
  return found
}

/** True for a schema that is marked to receive the call-back address. */
export function isCallBack(schema: JsonNode): boolean {
  return schema.member(mark)?.value === true
}

/** True when the schema's `required` list has the name. */
export function requires(schema: JsonNode, name: string): boolean {
  const required = schema.member('required')
  return required?.kind === 'array' && required.children.some((item) => item.value === name)
}

function isMarkedInternal(schema: JsonNode): boolean {
  return schema.member('x-ms-visibility')?.value === 'internal'
}
