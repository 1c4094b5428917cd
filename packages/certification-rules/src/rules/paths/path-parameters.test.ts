import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { pathParameters } from './path-parameters.ts'

const id = { name: 'id', in: 'path', required: true, type: 'string' }
const get = (path: string, parameters: unknown, more: object = {}) => ({
  definition: { paths: { [path]: { get: { operationId: 'GetCar', parameters, responses: {} }, ...more } } },
})
const at = '/paths/~1cars~1{id}/get'

testRuleFamily(pathParameters, import.meta.url, {
  passes: [
    { name: 'described in the operation', given: get('/cars/{id}', [id]) },
    { name: 'described for the whole path', given: get('/cars/{id}', [], { parameters: [id] }) },
    {
      name: 'described by name',
      given: { definition: { ...get('/cars/{id}', [{ $ref: '#/parameters/Id' }]).definition, parameters: { Id: id } } },
    },
    { name: 'a reference that leads nowhere may be it', given: get('/cars/{id}', [{ $ref: '#/parameters/Gone' }]) },
    { name: 'inside a segment', given: get("/cars('{id}')", [id]) },
    { name: 'twice in the path', given: get('/cars/{id}/copies/{id}', [id]) },
  ],
  fails: [
    {
      name: 'not described',
      given: get('/cars/{id}', []),
      finds: [
        {
          rule: 'path-parameters-defined',
          at,
          what: 'The path of "GetCar" names the parameter "id", which is not described.',
        },
      ],
      mended: get('/cars/{id}', [id]),
    },
    { name: 'no list at all', given: get('/cars/{id}', undefined), finds: [{ rule: 'path-parameters-defined', at }] },
    {
      name: 'described as a query parameter',
      given: get('/cars/{id}', [{ ...id, in: 'query' }]),
      finds: [{ rule: 'path-parameters-defined', at }],
    },
    {
      name: 'other letters',
      given: get('/cars/{id}', [{ ...id, name: 'Id' }]),
      finds: [
        { rule: 'path-parameter-in-template', at: `${at}/parameters/0` },
        { rule: 'path-parameters-defined', at },
      ],
    },
    {
      name: 'not in the path',
      given: get('/cars', [id]),
      finds: [{ rule: 'path-parameter-in-template', at: '/paths/~1cars/get/parameters/0' }],
    },
  ],
})
