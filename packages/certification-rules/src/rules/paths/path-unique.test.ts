import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { pathUnique } from './path-unique.ts'

const operation = { responses: { 200: { description: 'Done.' } } }
const paths = (...names: readonly (readonly [string, string])[]) => ({
  definition: { paths: Object.fromEntries(names.map(([method, path]) => [path, { [method]: operation }])) },
})

testRuleFamily(pathUnique, import.meta.url, {
  passes: [
    { name: 'different words', given: paths(['get', '/cars'], ['get', '/drivers']) },
    { name: 'the same template with another method', given: paths(['get', '/cars/{id}'], ['put', '/cars/{car}']) },
    {
      name: 'a parameter and a fixed word with another method',
      given: paths(['get', '/cars/{id}'], ['post', '/cars/search']),
    },
    { name: 'another length', given: paths(['get', '/cars/{id}'], ['get', '/cars/{id}/drivers']) },
    {
      name: 'a parameter inside a segment is no parameter segment',
      given: paths(['get', "/cars('{id}')"], ['get', '/cars']),
    },
  ],
  fails: [
    {
      name: 'other letters',
      given: paths(['get', '/cars'], ['get', '/Cars']),
      finds: [{ rule: 'path-unique-case-insensitive', at: '/paths/~1Cars' }],
      dependsOnOrder: true,
    },
    {
      name: 'other names of parameters',
      given: paths(['get', '/cars/{id}'], ['get', '/cars/{car}']),
      finds: [
        {
          rule: 'path-no-indistinguishable',
          at: '/paths/~1cars~1{car}/get',
          what: 'The paths of "GET /cars/{car}" and "GET /cars/{id}" differ in the names of parameters only.',
        },
      ],
      dependsOnOrder: true,
    },
    {
      name: 'a fixed word behind the parameter',
      given: paths(['get', '/cars/{id}'], ['get', '/cars/search']),
      finds: [{ rule: 'path-no-partial-duplicate', at: '/paths/~1cars~1search/get' }],
      dependsOnOrder: true,
    },
    {
      name: 'a fixed word before the parameter, deeper',
      given: paths(['get', '/cars/search/all'], ['get', '/cars/{id}/all']),
      finds: [{ rule: 'path-no-partial-duplicate', at: '/paths/~1cars~1{id}~1all/get' }],
      dependsOnOrder: true,
    },
  ],
})
