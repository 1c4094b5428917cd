import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { parameterList } from './parameter-list.ts'

const color = { name: 'color', in: 'query', type: 'string' }
const body = { name: 'body', in: 'body', schema: {} }
const field = { name: 'note', in: 'formData', type: 'string' }
const listed = (parameters: readonly object[], method = 'post', shared: readonly object[] = []) => ({
  definition: {
    parameters: { Color: color },
    paths: { '/cars': { parameters: shared, [method]: { operationId: 'AddCar', parameters } } },
  },
})
const at = '/paths/~1cars/post/parameters'

testRuleFamily(parameterList, import.meta.url, {
  passes: [
    { name: 'one name in two places', given: listed([color, { ...color, in: 'header' }]) },
    { name: 'an operation that redefines a parameter of its path', given: listed([color], 'post', [color]) },
    { name: 'names that differ in case', given: listed([color, { ...color, name: 'Color' }]) },
    { name: 'a form of two fields', given: listed([field, { ...field, name: 'more' }]) },
    { name: 'nameless ones', given: listed([{ in: 'query' }, { in: 'query' }, {}]) },
  ],
  fails: [
    {
      name: 'twins',
      given: listed([color, body, color]),
      finds: [{ rule: 'param-unique', at: `${at}/2`, what: '"AddCar" lists the query parameter "color" twice.' }],
      mended: listed([color, body]),
    },
    {
      name: 'two of one name that differ stay',
      given: listed([color, { ...color, type: 'integer' }]),
      finds: [{ rule: 'param-unique', at: `${at}/1` }],
      mended: listed([color, { ...color, type: 'integer' }]),
    },
    {
      name: 'one by reference and one written out',
      given: listed([{ $ref: '#/parameters/Color' }, color]),
      finds: [{ rule: 'param-unique', at: `${at}/1` }],
    },
    {
      name: 'twins of a path',
      given: listed([], 'post', [color, color]),
      finds: [{ rule: 'param-unique', at: '/paths/~1cars/parameters/1' }],
    },
    {
      name: 'two bodies',
      given: listed([body, { ...body, name: 'car' }]),
      finds: [{ rule: 'param-single-body', at: `${at}/1` }],
    },
    {
      name: 'a body beside that of the path',
      given: listed([{ ...body, name: 'car' }], 'post', [body]),
      finds: [{ rule: 'param-single-body', at: `${at}/0` }],
    },
    {
      name: 'a body and a form',
      given: listed([body, field]),
      finds: [{ rule: 'param-no-body-and-form', at: `${at}/1` }],
    },
    {
      name: 'a form beside the body of the path',
      given: listed([field], 'post', [body]),
      finds: [{ rule: 'param-no-body-and-form', at: `${at}/0` }],
    },
    {
      name: 'a body in a GET',
      given: listed([body], 'get'),
      finds: [
        {
          rule: 'param-no-body-in-get',
          at: '/paths/~1cars/get/parameters/0',
          what: '"AddCar" is a GET and sends "body" in its body.',
        },
      ],
    },
    {
      name: 'a form in a HEAD',
      given: listed([field], 'head'),
      finds: [{ rule: 'param-no-body-in-get', at: '/paths/~1cars/head/parameters/0' }],
    },
    {
      name: 'a body in a DELETE',
      given: listed([body], 'delete'),
      finds: [{ rule: 'param-no-body-in-delete', at: '/paths/~1cars/delete/parameters/0' }],
    },
  ],
})
