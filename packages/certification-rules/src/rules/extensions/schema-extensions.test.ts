import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { schemaExtensions } from './schema-extensions.ts'

const car = (Car: unknown) => ({ definition: { definitions: { Car } } })
const filtered = (filterFunctions: unknown) => car({ type: 'string', 'x-ms-capabilities': { filterFunctions } })
const asking = (schema: unknown) => ({
  definition: { paths: { '/cars': { post: { parameters: [{ name: 'body', in: 'body', schema }] } } } },
})
const rule = 'ext-filter-functions'
const at = '/definitions/Car/x-ms-capabilities/filterFunctions'

testRuleFamily(schemaExtensions, import.meta.url, {
  passes: [
    { name: 'a dictionary', given: car({ type: 'object', additionalProperties: {}, 'x-ms-editor': 'dictionary' }) },
    { name: 'another editor', given: car({ type: 'string', 'x-ms-editor': 'html' }) },
    { name: 'known functions', given: filtered(['eq', 'contains', 'startswith']) },
    { name: 'other capabilities', given: car({ type: 'string', 'x-ms-capabilities': { sortable: true } }) },
  ],
  fails: [
    {
      name: 'a dictionary editor on text',
      given: car({ type: 'string', 'x-ms-editor': 'dictionary' }),
      finds: [{ rule: 'ext-editor-dictionary', at: '/definitions/Car/x-ms-editor' }],
    },
    {
      name: 'a dictionary editor on an object with fixed keys',
      given: car({ type: 'object', additionalProperties: false, 'x-ms-editor': 'dictionary' }),
      finds: [{ rule: 'ext-editor-dictionary', at: '/definitions/Car/x-ms-editor' }],
    },
    {
      name: 'an empty list',
      given: filtered([]),
      finds: [{ rule, at }],
      mended: car({ type: 'string', 'x-ms-capabilities': {} }),
    },
    {
      name: 'a function twice',
      given: filtered(['eq', 'eq']),
      finds: [{ rule, at: `${at}/1`, what: '"eq" is listed more than once.' }],
      mended: filtered(['eq']),
    },
    { name: 'an unknown function', given: filtered(['equals']), finds: [{ rule, at: `${at}/0` }] },
    {
      name: 'a list in a request',
      given: asking({ 'x-ms-capabilities': { filterFunctions: ['eq'] } }),
      finds: [{ rule, at: '/paths/~1cars/post/parameters/0/schema/x-ms-capabilities/filterFunctions' }],
    },
  ],
})
