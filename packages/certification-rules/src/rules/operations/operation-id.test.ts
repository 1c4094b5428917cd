import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { operationId } from './operation-id.ts'

const at = '/paths/~1cars/get/operationId'
const named = (...ids: readonly unknown[]) => ({
  definition: {
    paths: Object.fromEntries(
      ids.map((id, index) => [index === 0 ? '/cars' : `/cars${index}`, { get: { operationId: id, responses: {} } }]),
    ),
  },
})

testRuleFamily(operationId, import.meta.url, {
  passes: [
    { name: 'PascalCase', given: named('GetCar') },
    { name: 'a version at the end', given: named('GetCar_V2', 'GetCar') },
    { name: 'digits inside', given: named('Get2Cars') },
    { name: 'eighty characters', given: named(`G${'e'.repeat(79)}`) },
  ],
  fails: [
    {
      name: 'none, and a mend that makes one of method and path',
      given: { definition: { paths: { '/cars/{car-id}': { get: { summary: 'Get a car' } } } } },
      finds: [
        {
          rule: 'op-id-required',
          at: '/paths/~1cars~1{car-id}/get',
          what: 'GET /cars/{car-id} has no operationId.',
        },
      ],
      mended: {
        definition: {
          paths: { '/cars/{car-id}': { get: { summary: 'Get a car', operationId: 'GetCarsByCarId' } } },
        },
      },
    },
    {
      name: 'several without, whose derived ids would be equal',
      given: {
        definition: {
          paths: { '/cars': { get: {} }, '/cars/': { get: {} }, '/x': { get: { operationId: 'GetCars' } } },
        },
      },
      finds: [
        { rule: 'op-id-required', at: '/paths/~1cars/get' },
        { rule: 'op-id-required', at: '/paths/~1cars~1/get' },
      ],
    },
    { name: 'an empty one', given: named(''), finds: [{ rule: 'op-id-required', at }] },
    { name: 'a number', given: named(7), finds: [{ rule: 'op-id-required', at }] },
    {
      name: 'the same twice',
      given: named('GetCar', 'GetCar'),
      finds: [{ rule: 'op-id-unique', at: '/paths/~1cars1/get/operationId' }],
      dependsOnOrder: true,
    },
    {
      name: 'the same but for case',
      given: named('GetCar', 'Getcar'),
      finds: [{ rule: 'op-id-unique', at: '/paths/~1cars1/get/operationId' }],
      dependsOnOrder: true,
    },
    { name: 'eighty-one characters', given: named(`G${'e'.repeat(80)}`), finds: [{ rule: 'op-id-max-length', at }] },
    {
      name: 'a dot',
      given: named('Get.Car'),
      finds: [{ rule: 'op-id-sanitized', at }],
    },
    {
      name: 'a hyphen',
      given: named('Get-Car'),
      finds: [
        { rule: 'op-id-sanitized', at },
        { rule: 'op-id-pascal-case', at },
        { rule: 'op-id-no-separator', at },
      ],
    },
    {
      name: 'an underscore',
      given: named('Get_Car'),
      finds: [
        { rule: 'op-id-pascal-case', at },
        { rule: 'op-id-no-separator', at },
      ],
    },
    { name: 'camelCase', given: named('getCar'), finds: [{ rule: 'op-id-pascal-case', at }] },
    {
      name: 'a digit first',
      given: named('2Cars'),
      finds: [{ rule: 'op-id-starts-letter', at }],
    },
  ],
})
