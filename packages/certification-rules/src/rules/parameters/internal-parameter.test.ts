import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { internalParameter } from './internal-parameter.ts'

const at = '/paths/~1cars/get/parameters/0'
const listed = (more: object) => ({
  definition: {
    paths: {
      '/cars': {
        get: { parameters: [{ name: 'color', in: 'query', type: 'string', 'x-ms-visibility': 'internal', ...more }] },
      },
    },
  },
})

testRuleFamily(internalParameter, import.meta.url, {
  passes: [
    { name: 'required, with a default', given: listed({ required: true, default: 'red' }) },
    { name: 'neither', given: listed({}) },
    { name: 'a visible one', given: listed({ 'x-ms-visibility': 'advanced', default: 'red' }) },
    { name: 'an empty default is one', given: listed({ required: true, default: '' }) },
    { name: 'an internal body', given: listed({ in: 'body', required: true }) },
  ],
  fails: [
    {
      name: 'required without a default',
      given: listed({ required: true }),
      finds: [{ rule: 'param-internal-required-default', at }],
      mended: listed({ required: true }),
    },
    {
      name: 'required with one choice',
      given: listed({ required: true, enum: ['red'] }),
      finds: [{ rule: 'param-internal-required-default', at }],
      mended: listed({ required: true, enum: ['red'], default: 'red' }),
    },
    {
      name: 'a default that is never sent',
      given: listed({ default: 'red' }),
      finds: [{ rule: 'param-internal-default-required', at }],
      mended: listed({ default: 'red', required: true }),
    },
  ],
})
