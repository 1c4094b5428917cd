import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { parameterReference } from './parameter-reference.ts'

const at = '/paths/~1cars/get/parameters/0/$ref'
const listed = ($ref: unknown) => ({
  definition: {
    parameters: { Color: { name: 'color', in: 'query', type: 'string' }, None: 3 },
    definitions: { Color: { type: 'string' } },
    paths: { '/cars': { get: { operationId: 'ListCars', parameters: [{ $ref }] } } },
  },
})

testRuleFamily(parameterReference, import.meta.url, {
  passes: [
    { name: 'a shared parameter', given: listed('#/parameters/Color') },
    {
      name: 'a truncated file, whose shared parameters may stand in what is missing',
      given: { definition: '{"swagger":"2.0","paths":{"/cars":{"get":{"parameters":[{"$ref":"#/parameters/Color"}]' },
    },
  ],
  fails: [
    {
      name: 'nothing of that name',
      given: listed('#/parameters/Colour'),
      finds: [
        {
          rule: 'param-ref-valid',
          at,
          what: 'The list of "ListCars" refers to the parameter "#/parameters/Colour", which does not exist.',
        },
      ],
    },
    { name: 'no object', given: listed('#/parameters/None'), finds: [{ rule: 'param-ref-valid', at }] },
    { name: 'a schema', given: listed('#/definitions/Color'), finds: [{ rule: 'param-ref-valid', at }] },
    { name: 'another file', given: listed('shared.json#/parameters/Color'), finds: [{ rule: 'param-ref-valid', at }] },
    {
      name: 'a circle',
      given: { definition: { parameters: { Loop: { $ref: '#/parameters/Loop' } }, paths: {} } },
      finds: [
        {
          rule: 'param-ref-valid',
          at: '/parameters/Loop/$ref',
          what: 'A shared parameter refers to the parameter "#/parameters/Loop", which refers back to itself.',
        },
      ],
    },
  ],
})
