import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { pathShape } from './path-shape.ts'

const item = { get: { operationId: 'ListCars', responses: { 200: { description: 'All.' } } } }
const path = (name: string) => ({ definition: { paths: { [name]: item } } })

testRuleFamily(pathShape, import.meta.url, {
  passes: [
    { name: 'plain', given: path('/cars') },
    { name: 'a parameter within a segment', given: path("/cars('{id}')/drivers.{format}") },
    { name: 'the root', given: path('/') },
  ],
  fails: [
    {
      name: 'no slash',
      given: path('cars'),
      finds: [{ rule: 'path-starts-with-slash', at: '/paths/cars' }],
      mended: path('/cars'),
    },
    {
      name: 'a query',
      given: path('/cars?all=1'),
      finds: [
        { rule: 'path-no-query-or-fragment', at: '/paths/~1cars?all=1', what: 'The path "/cars?all=1" contains "?".' },
      ],
    },
    {
      name: 'a fragment',
      given: path('/cars#top'),
      finds: [{ rule: 'path-no-query-or-fragment', at: '/paths/~1cars#top' }],
    },
    { name: 'a wildcard', given: path('/cars/*'), finds: [{ rule: 'path-no-wildcard', at: '/paths/~1cars~1*' }] },
    {
      name: 'an open brace',
      given: path('/cars/{id'),
      finds: [{ rule: 'path-template-balanced', at: '/paths/~1cars~1{id' }],
    },
    {
      name: 'a parameter over two segments',
      given: path('/cars/{id/x}'),
      finds: [{ rule: 'path-template-balanced', at: '/paths/~1cars~1{id~1x}' }],
    },
    {
      name: 'a default',
      given: path('/cars/{id=1}'),
      finds: [{ rule: 'path-no-default-in-template', at: '/paths/~1cars~1{id=1}' }],
    },
    {
      name: 'a slash behind',
      given: path('/cars/'),
      finds: [{ rule: 'path-no-trailing-slash', at: '/paths/~1cars~1' }],
    },
    {
      name: 'two slashes',
      given: path('/cars//all'),
      finds: [{ rule: 'path-no-double-slash', at: '/paths/~1cars~1~1all' }],
    },
  ],
})
