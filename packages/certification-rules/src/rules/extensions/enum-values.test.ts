import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { enumValues } from './enum-values.ts'

const car = (entries: unknown, values: unknown = [1, 2]) => ({
  definition: { definitions: { Car: { type: 'integer', enum: values, 'x-ms-enum-values': entries } } },
})
const at = '/definitions/Car/x-ms-enum-values'
const van = { value: 1, displayName: 'Van' }

testRuleFamily(enumValues, import.meta.url, {
  passes: [
    { name: 'named values', given: car([van, { value: 2, displayName: 'Bus' }]) },
    { name: 'no enum to compare with', given: car([van], 'none') },
    { name: 'not a list', given: car({ value: 1 }) },
  ],
  fails: [
    {
      name: 'no name, and a mend that takes the value',
      given: car([{ value: 1 }]),
      finds: [{ rule: 'ext-enum-values-display-name', at: `${at}/0`, what: 'The entry for 1 has no "displayName".' }],
      mended: car([{ value: 1, displayName: '1' }]),
    },
    {
      name: 'an empty name',
      given: car([{ value: 1, displayName: '' }]),
      finds: [{ rule: 'ext-enum-values-display-name', at: `${at}/0` }],
    },
    {
      name: 'a value twice',
      given: car([van, { value: 1, displayName: 'Bus' }]),
      finds: [{ rule: 'ext-enum-values-unique', at: `${at}/1/value` }],
    },
    {
      name: 'a value in quotes that the enum has as a number',
      given: car([{ value: '1', displayName: 'Van' }]),
      finds: [{ rule: 'ext-enum-values-in-enum', at: `${at}/0/value` }],
    },
  ],
})
