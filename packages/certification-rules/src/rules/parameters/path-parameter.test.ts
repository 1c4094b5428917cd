import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { pathParameter } from './path-parameter.ts'

const at = '/paths/~1cars~1{carId}/get/parameters/0'
const listed = (more: object) => ({
  definition: {
    paths: {
      '/cars/{carId}': {
        get: {
          parameters: [
            { name: 'carId', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'single', ...more },
          ],
        },
      },
    },
  },
})
const bare = (parameter: object) => ({
  definition: { paths: { '/cars/{carId}': { get: { parameters: [parameter] } } } },
})

testRuleFamily(pathParameter, import.meta.url, {
  passes: [
    { name: 'encoded once', given: listed({}) },
    { name: 'a word that another rule judges', given: listed({ 'x-ms-url-encoding': 'twice' }) },
    { name: 'encoded twice', given: listed({ 'x-ms-url-encoding': 'double' }) },
    { name: 'a query parameter needs neither', given: bare({ name: 'color', in: 'query', type: 'string' }) },
  ],
  fails: [
    {
      name: 'nothing said',
      given: bare({ name: 'carId', in: 'path' }),
      finds: [
        { rule: 'param-path-required', at },
        { rule: 'param-path-url-encoding', at },
      ],
      mended: bare({ name: 'carId', in: 'path', required: true, 'x-ms-url-encoding': 'single' }),
    },
    {
      name: 'not required',
      given: listed({ required: false }),
      finds: [{ rule: 'param-path-required', at: `${at}/required` }],
      mended: listed({}),
    },
    {
      name: 'required as a text',
      given: listed({ required: 'true' }),
      finds: [{ rule: 'param-path-required', at: `${at}/required` }],
      mended: listed({}),
    },
    {
      name: 'an encoding in a query',
      given: bare({ name: 'color', in: 'query', 'x-ms-url-encoding': 'single' }),
      finds: [{ rule: 'param-url-encoding-path-only', at: `${at}/x-ms-url-encoding` }],
      mended: bare({ name: 'color', in: 'query' }),
    },
  ],
})
