import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { pathItem } from './path-item.ts'

const get = { operationId: 'ListCars', responses: {} }
const item = (value: unknown) => ({ definition: { paths: { '/cars': value } } })

testRuleFamily(pathItem, import.meta.url, {
  passes: [
    { name: 'a method', given: item({ get }) },
    { name: 'parameters and extensions', given: item({ get, parameters: [], 'x-ms-notification-content': {} }) },
    { name: 'an extension among the paths', given: { definition: { paths: { 'x-note': {} } } } },
  ],
  fails: [
    {
      name: 'a reference',
      given: item({ $ref: '#/paths/~1drivers' }),
      finds: [{ rule: 'path-no-ref', at: '/paths/~1cars/$ref' }],
    },
    {
      name: 'a method in capitals',
      given: item({ GET: get }),
      finds: [{ rule: 'path-item-keys', at: '/paths/~1cars/GET' }],
      mended: item({ get }),
    },
    {
      name: 'a summary',
      given: item({ get, summary: 'Cars' }),
      finds: [{ rule: 'path-item-keys', at: '/paths/~1cars/summary', what: '"summary" does not belong under a path.' }],
    },
    { name: 'nothing', given: item({}), finds: [{ rule: 'path-not-empty', at: '/paths/~1cars' }] },
    {
      name: 'a notification alone',
      given: item({ 'x-ms-notification-content': {} }),
      finds: [
        {
          rule: 'path-not-empty',
          at: '/paths/~1cars',
          what: 'The path "/cars" describes a notification but has no operation.',
        },
      ],
    },
  ],
})
