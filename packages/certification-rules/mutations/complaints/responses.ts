import { textProperty } from '../example/definition.ts'
import { type ResponseSpot, responses } from '../json-walk.ts'
import { isObject, type JsonValue, type MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, rejection, review } from '../mutation.ts'
import { schemas } from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, drop, put } from '../spot.ts'

/** Empty and missing response schemas: what reviewers sent back most often. */
export const responseComplaints: readonly Mutation[] = [
  emptied('response-schema-empty', 'PR #1316', {}),
  emptied('response-schema-object-without-properties', 'PR #1360', { type: 'object' }),
  emptied('response-schema-object-with-no-properties-listed', 'PR #2145', { type: 'object', properties: {} }),
  mutation('response-schema-missing', review('PR #1316'), ['response-success-schema'], (connector, random) => {
    const response = choose(random, typedResponses(connector).filter(onlySuccess))
    return at(
      drop(response, 'schema'),
      ...(response === undefined ? [] : [below(response.operation.pointer, 'responses'), response.operation.pointer]),
    )
  }),
  mutation(
    'response-array-items-empty',
    review('PR #1360'),
    ['schema-array-items-typed', 'response-schema-not-empty'],
    (connector, random) => {
      const arrays = schemas(connector).filter(
        ({ value, output }) => output && value.type === 'array' && isObject(value.items) && !isEmpty(value.items),
      )
      const array = choose(random, arrays)
      return array === undefined ? undefined : at(put(array, 'items', {}), array.pointer)
    },
  ),
  mutation('response-array-items-missing', review('PR #2145'), ['schema-array-items-present'], (connector, random) => {
    const arrays = schemas(connector).filter(({ value, output }) => output && value.type === 'array')
    return drop(
      choose(
        random,
        arrays.filter(({ value }) => isObject(value.items)),
      ),
      'items',
    )
  }),
  mutation('default-response-with-schema', review('PR #4006'), ['response-default-no-schema'], (connector, random) => {
    const typed = typedResponses(connector).filter(({ operation }) => !codes(operation.value.responses).has('default'))
    const response = choose(random, typed)
    if (response === undefined) return undefined
    const all = child(response.operation, 'responses')
    const added = {
      description: 'Anything else',
      schema: { type: 'object', properties: { message: textProperty('Message') } },
    }
    const pointer = put(all, 'default', added)
    return pointer === undefined ? undefined : at(below(pointer, 'schema'), pointer)
  }),
  mutation('default-response-given-schema', review('PR #4006'), ['response-default-no-schema'], (connector, random) => {
    const plain = responses(connector).filter(({ code, value }) => code === 'default' && value.schema === undefined)
    const response = choose(random, plain)
    const schema = { type: 'object', properties: { code: textProperty('Code') } }
    return response === undefined ? undefined : at(put(response, 'schema', schema), response.pointer)
  }),
  mutation(
    'response-description-missing',
    rejection('seven-steps I: missing response descriptions'),
    ['response-description-required'],
    (connector, random) => drop(choose(random, described(connector)), 'description'),
  ),
  mutation(
    'response-description-empty',
    rejection('seven-steps I: missing response descriptions'),
    ['response-description-not-empty', 'no-empty-strings'],
    (connector, random) => put(choose(random, described(connector)), 'description', ''),
  ),
  mutation('responses-emptied', rejection('seven-steps H 1.5'), ['op-responses-required'], (connector, random) => {
    const operation = choose(random, responses(connector))?.operation
    return operation === undefined ? undefined : at(put(operation, 'responses', {}), operation.pointer)
  }),
  mutation('responses-missing', rejection('seven-steps H 1.5'), ['op-responses-required'], (connector, random) =>
    drop(choose(random, responses(connector))?.operation, 'responses'),
  ),
]

function emptied(id: string, source: string, schema: JsonValue): Mutation {
  return mutation(id, review(source), ['response-schema-not-empty'], (connector, random) => {
    const response = choose(random, typedResponses(connector))
    return response === undefined ? undefined : at(put(response, 'schema', structuredClone(schema)), response.pointer)
  })
}

/** 200 and 201 responses whose schema says something without help of a dynamic extension. */
function typedResponses(connector: MutableConnector): ResponseSpot[] {
  return responses(connector).filter(({ code, value, operation }) => {
    const { schema } = value
    if (!operation.visible || !['200', '201'].includes(code) || !isObject(schema)) return false
    if (Object.keys(schema).some((key) => key.startsWith('x-ms-dynamic'))) return false
    return typeof schema.$ref === 'string' || (isObject(schema.properties) && !isEmpty(schema.properties))
  })
}

function described(connector: MutableConnector): ResponseSpot[] {
  return responses(connector).filter(({ value }) => typeof value.description === 'string' && value.description !== '')
}

/** The response is the only 2xx one, so that nothing else makes up for what it loses. */
function onlySuccess({ operation }: ResponseSpot): boolean {
  const hasPayload = Object.hasOwn(operation.item.value, 'x-ms-notification-content')
  return !hasPayload && [...codes(operation.value.responses)].filter((code) => /^2\d\d$/.test(code)).length === 1
}

function codes(value: JsonValue | undefined): Set<string> {
  return new Set(isObject(value) ? Object.keys(value) : [])
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}
