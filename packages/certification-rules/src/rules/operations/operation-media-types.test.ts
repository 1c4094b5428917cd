import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { operationMediaTypes } from './operation-media-types.ts'

const at = '/paths/~1cars/post'
const body = { name: 'body', in: 'body', schema: { type: 'object' } }
const field = { name: 'note', in: 'formData', type: 'string' }
const file = { name: 'photo', in: 'formData', type: 'file' }
const sent = (operation: object, root: object = {}) => ({
  definition: { swagger: '2.0', ...root, paths: { '/cars': { post: { operationId: 'AddCar', ...operation } } } },
})

testRuleFamily(operationMediaTypes, import.meta.url, {
  passes: [
    { name: 'a body with its own type', given: sent({ consumes: ['application/json'], parameters: [body] }) },
    {
      name: 'a body with the type of the root',
      given: sent({ parameters: [body] }, { consumes: ['application/json'] }),
    },
    { name: 'no body at all', given: sent({ parameters: [{ name: 'a', in: 'query', type: 'string' }] }) },
    {
      name: 'a form with one form type among others',
      given: sent({ consumes: ['application/json', 'multipart/form-data'], parameters: [field] }),
    },
    {
      name: 'a parameter of the media type',
      given: sent({ produces: ['application/json; charset=utf-8', 'TEXT/PLAIN'] }),
    },
  ],
  fails: [
    {
      name: 'a body without',
      given: sent({ parameters: [body] }),
      finds: [
        {
          rule: 'op-consumes-present',
          at,
          what: '"AddCar" sends a body, but neither it nor the definition has "consumes".',
        },
      ],
      mended: sent({ consumes: ['application/json'], parameters: [body] }),
    },
    {
      name: 'a file without',
      given: sent({ parameters: [field, file] }),
      finds: [{ rule: 'op-consumes-present', at }],
      mended: sent({ consumes: ['multipart/form-data'], parameters: [field, file] }),
    },
    {
      name: 'a body of the path item, and an empty list',
      given: { definition: { swagger: '2.0', paths: { '/cars': { parameters: [body], post: { consumes: [] } } } } },
      finds: [{ rule: 'op-consumes-present', at }],
    },
    {
      name: 'a form as JSON',
      given: sent({ consumes: ['application/json'], parameters: [field] }),
      finds: [{ rule: 'op-form-consumes', at: `${at}/consumes` }],
      mended: sent({ consumes: ['application/json', 'application/x-www-form-urlencoded'], parameters: [field] }),
    },
    {
      name: 'a form as the JSON of the root',
      given: sent({ parameters: [file] }, { consumes: ['application/json'] }),
      finds: [{ rule: 'op-form-consumes', at }],
      mended: sent({ consumes: ['multipart/form-data'], parameters: [file] }, { consumes: ['application/json'] }),
    },
    {
      name: 'XML beside JSON',
      given: sent({ produces: ['application/json', 'text/xml'] }),
      finds: [{ rule: 'op-mime-supported', at: `${at}/produces/1` }],
      mended: sent({ produces: ['application/json'] }),
    },
    {
      name: 'XML alone stays',
      given: sent({}, { produces: ['application/xml'] }),
      finds: [{ rule: 'op-mime-supported', at: '/produces/0' }],
      mended: sent({}, { produces: ['application/xml'] }),
    },
    {
      name: 'XML of which there is an example stays',
      given: sent({ produces: ['application/json', 'text/xml'], responses: { 200: { examples: { 'text/xml': '' } } } }),
      finds: [{ rule: 'op-mime-supported', at: `${at}/produces/1` }],
      mended: sent({
        produces: ['application/json', 'text/xml'],
        responses: { 200: { examples: { 'text/xml': '' } } },
      }),
    },
    {
      name: 'no media type',
      given: sent({ consumes: ['json'] }),
      finds: [
        {
          rule: 'op-mime-supported',
          at: `${at}/consumes/0`,
          what: 'The list "consumes" names "json", which is no media type.',
        },
      ],
    },
  ],
})
