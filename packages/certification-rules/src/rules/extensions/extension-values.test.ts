import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { extensionValues } from './extension-values.ts'

const operation = (extra: object) => ({ definition: { paths: { '/cars': { get: extra } } } })
const at = '/paths/~1cars/get'

testRuleFamily(extensionValues, import.meta.url, {
  passes: [
    { name: 'known words', given: operation({ 'x-ms-visibility': 'important', 'x-ms-trigger': 'batch' }) },
    { name: 'known next links', given: operation({ 'x-ms-pageable': { nextLinkName: '@odata.nextLink' } }) },
    {
      name: 'a property of that name',
      given: { definition: { definitions: { Car: { properties: { 'x-ms-visibility': {} } } } } },
    },
  ],
  fails: [
    {
      name: 'capitals, and words that mean nothing',
      given: operation({
        'x-ms-visibility': 'Advanced',
        parameters: [
          { name: 'a', in: 'query', type: 'string', 'x-ms-visibility': 'none' },
          { name: 'b', in: 'body', schema: {}, 'x-ms-visibility': 'interal' },
        ],
      }),
      finds: [
        {
          rule: 'ext-visibility-value',
          at: `${at}/x-ms-visibility`,
          what: 'The visibility is "Advanced"; it can be "important", "advanced" or "internal".',
        },
        { rule: 'ext-visibility-value', at: `${at}/parameters/0/x-ms-visibility` },
        { rule: 'ext-visibility-value', at: `${at}/parameters/1/x-ms-visibility` },
      ],
      mended: operation({
        'x-ms-visibility': 'advanced',
        parameters: [
          { name: 'a', in: 'query', type: 'string' },
          { name: 'b', in: 'body', schema: {}, 'x-ms-visibility': 'internal' },
        ],
      }),
    },
    {
      name: 'a trigger in capitals',
      given: operation({ 'x-ms-trigger': 'Batch' }),
      finds: [{ rule: 'ext-trigger-value', at: `${at}/x-ms-trigger` }],
      mended: operation({ 'x-ms-trigger': 'batch' }),
    },
    {
      name: 'a trigger that is true',
      given: operation({ 'x-ms-trigger': true }),
      finds: [{ rule: 'ext-trigger-value', at: `${at}/x-ms-trigger` }],
      mended: operation({ 'x-ms-trigger': true }),
    },
    {
      name: 'an encoding in capitals',
      given: operation({ parameters: [{ name: 'a', in: 'path', type: 'string', 'x-ms-url-encoding': 'Double' }] }),
      finds: [{ rule: 'ext-url-encoding-value', at: `${at}/parameters/0/x-ms-url-encoding` }],
      mended: operation({ parameters: [{ name: 'a', in: 'path', type: 'string', 'x-ms-url-encoding': 'double' }] }),
    },
    {
      name: 'media of an unknown kind',
      given: { definition: { definitions: { Car: { type: 'string', 'x-ms-media-kind': 'video' } } } },
      finds: [{ rule: 'ext-media-kind', at: '/definitions/Car/x-ms-media-kind' }],
    },
    {
      name: 'a next link the response shows to be a slip',
      given: operation({
        'x-ms-pageable': { nextLinkName: 'nextlink' },
        responses: { 200: { description: 'Cars.', schema: { properties: { nextLink: { type: 'string' } } } } },
      }),
      finds: [{ rule: 'ext-pageable-next-link', at: `${at}/x-ms-pageable/nextLinkName` }],
      mended: operation({
        'x-ms-pageable': { nextLinkName: 'nextLink' },
        responses: { 200: { description: 'Cars.', schema: { properties: { nextLink: { type: 'string' } } } } },
      }),
    },
    {
      name: 'a next link of another name',
      given: operation({ 'x-ms-pageable': { nextLinkName: 'next' } }),
      finds: [{ rule: 'ext-pageable-next-link', at: `${at}/x-ms-pageable/nextLinkName` }],
    },
  ],
})
