import { textProperty } from '../example/definition.ts'
import { responses } from '../json-walk.ts'
import { isObject, type JsonValue, type MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, children, put, rename, type Spot } from '../spot.ts'
import { changed, where } from './one-change.ts'

const all = (connector: MutableConnector): Spot[] => responses(connector)
const typed = (connector: MutableConnector) =>
  responses(connector).filter(
    ({ code, value, operation }) => operation.visible && /^20[01]$/.test(code) && isObject(value.schema),
  )

/** Response codes, headers and schemas. */
export const responseRequirements: readonly Mutation[] = [
  recoded('response-success-missing', ['response-success-required'], '404'),
  recoded('response-only-default', ['response-default-not-alone', 'response-success-required'], 'default'),
  recoded('response-code-in-words', ['response-code-valid'], 'OK'),
  recoded('response-code-range', ['response-code-valid'], '2XX'),
  recoded('response-code-out-of-range', ['response-code-valid'], '2000'),
  mutation(
    'response-second-schema',
    requirement('requirements.json: response-single-schema'),
    ['response-single-schema'],
    (connector, random) => {
      const response = choose(
        random,
        typed(connector).filter(({ operation }) => {
          const answers = children(operation, 'responses')
          const described = answers.filter(
            ({ spot }) => spot.value.schema !== undefined || spot.value.$ref !== undefined,
          )
          return described.length === 1 && answers.every(({ key }) => key !== '422')
        }),
      )
      if (response === undefined) return undefined
      const schema = { type: 'object', properties: { message: textProperty('Message') } }
      const pointer = put(child(response.operation, 'responses'), '422', { description: 'Something is wrong.', schema })
      return at(
        below(pointer ?? '', 'schema'),
        pointer ?? '',
        below(response.operation.pointer, 'responses'),
        response.operation.pointer,
      )
    },
  ),
  mutation(
    'response-no-content-with-schema',
    requirement('requirements.json: response-204-no-schema'),
    ['response-204-no-schema'],
    (connector, random) => {
      const response = choose(
        random,
        responses(connector).filter(({ code, value }) => code === '204' && value.schema === undefined),
      )
      return response === undefined
        ? undefined
        : at(put(response, 'schema', { type: 'object', properties: { done: textProperty('Done') } }), response.pointer)
    },
  ),
  changed(
    'response-description-blank',
    ['response-description-not-empty', 'no-empty-strings'],
    all,
    'description',
    '  ',
  ),
  changed(
    'response-description-not-text',
    ['response-description-required', 'swagger-schema-valid'],
    all,
    'description',
    null,
  ),
  changed('response-key-unknown', ['response-known-keys'], all, 'body', { type: 'object' }),
  changed(
    'response-header-repeated',
    ['response-headers-unique'],
    where(all, ({ value }) => value.headers === undefined),
    'headers',
    { 'X-Total': { type: 'integer' }, 'x-total': { type: 'integer' } },
    { within: ['x-total'], compound: true },
  ),
  mutation(
    'response-example-of-other-media-type',
    requirement('requirements.json: response-example-mime'),
    ['response-example-mime'],
    (connector, random) => {
      const jsonOnly = responses(connector).filter(({ value, operation }) => {
        const produces: JsonValue | undefined = operation.value.produces ?? connector.definition?.produces
        return (
          value.examples === undefined &&
          Array.isArray(produces) &&
          produces.length > 0 &&
          !JSON.stringify(produces).includes('csv')
        )
      })
      const response = choose(random, jsonOnly)
      if (response === undefined) return undefined
      const pointer = put(response, 'examples', { 'text/csv': 'name;number' })
      return at(below(pointer ?? '', 'text/csv'), pointer ?? '', response.pointer)
    },
  ),
]

/** Gives the only response that tells of success another code. */
function recoded(id: string, rules: readonly string[], code: string): Mutation {
  return mutation(id, requirement(`requirements.json: ${rules[0]}`), rules, (connector, random) => {
    const alone = typed(connector).filter(
      ({ operation }) => Object.keys(isObject(operation.value.responses) ? operation.value.responses : {}).length === 1,
    )
    const response = choose(random, alone)
    const pointer = rename(child(response?.operation, 'responses'), response?.code ?? '', code)
    if (response === undefined || pointer === undefined) return undefined
    const around = [below(response.operation.pointer, 'responses'), response.operation.pointer]
    return rules[0] === 'response-code-valid'
      ? at(pointer, ...around)
      : at(around[0], pointer, response.operation.pointer)
  })
}
