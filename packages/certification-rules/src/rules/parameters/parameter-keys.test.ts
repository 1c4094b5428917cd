import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { parameterKeys } from './parameter-keys.ts'

const at = '/paths/~1cars/get/parameters/0'
const listed = (more: object, place = 'query') => ({
  definition: { paths: { '/cars': { get: { parameters: [{ name: 'color', in: place, type: 'string', ...more }] } } } },
})

testRuleFamily(parameterKeys, import.meta.url, {
  passes: [
    {
      name: 'known keys and extensions',
      given: listed({ required: true, maxLength: 3, 'x-ms-summary': 'Color', 'x-y': 1 }),
    },
    { name: 'repeated in a query', given: listed({ collectionFormat: 'multi' }) },
    { name: 'empty in a form', given: listed({ allowEmptyValue: true }, 'formData') },
  ],
  fails: [
    {
      name: 'an example',
      given: listed({ example: 'red' }),
      finds: [{ rule: 'param-known-keys', at: `${at}/example` }],
    },
    {
      name: 'a known key in the wrong case',
      given: listed({ Description: 'A color.' }),
      finds: [{ rule: 'param-known-keys', at: `${at}/Description` }],
      mended: listed({ description: 'A color.' }),
    },
    {
      name: 'the same, where the right one is there too',
      given: listed({ Required: true, required: false }),
      finds: [{ rule: 'param-known-keys', at: `${at}/Required` }],
      mended: listed({ Required: true, required: false }),
    },
    {
      name: 'a format in capitals',
      given: listed({ collectionFormat: 'CSV' }),
      finds: [{ rule: 'param-collection-format', at: `${at}/collectionFormat` }],
      mended: listed({ collectionFormat: 'csv' }),
    },
    {
      name: 'a format of nobody',
      given: listed({ collectionFormat: 'comma' }),
      finds: [{ rule: 'param-collection-format', at: `${at}/collectionFormat` }],
    },
    {
      name: 'repeated in a header',
      given: listed({ collectionFormat: 'multi' }, 'header'),
      finds: [{ rule: 'param-collection-format', at: `${at}/collectionFormat` }],
    },
    {
      name: 'empty in a header',
      given: listed({ allowEmptyValue: false }, 'header'),
      finds: [{ rule: 'param-allow-empty-value', at: `${at}/allowEmptyValue` }],
      mended: listed({}, 'header'),
    },
  ],
})
