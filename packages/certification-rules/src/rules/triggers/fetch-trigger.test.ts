import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { fetchTrigger } from './fetch-trigger.ts'

const address = { type: 'string', 'x-ms-notification-url': true }
const desk = { name: 'desk', in: 'query', type: 'string' }
const subscribe = {
  operationId: 'Subscribe',
  'x-ms-trigger': 'single',
  parameters: [desk, { name: 'body', in: 'body', schema: { type: 'object', properties: { address } } }],
  responses: {},
}
const fetching = { operationId: 'Fetch', 'x-ms-trigger': 'batch', 'x-ms-notification': { operationId: 'Subscribe' } }
const paths = (get: object, post: object = subscribe) => ({
  definition: { paths: { '/hooks': { post, 'x-ms-notification-content': {} }, '/cars': { get } } },
})
const at = '/paths/~1cars/get/x-ms-notification'

testRuleFamily(fetchTrigger, import.meta.url, {
  passes: [
    { name: 'a fetching trigger', given: paths({ ...fetching, parameters: [desk] }) },
    {
      name: 'other parameters',
      given: paths({ ...fetching, parameters: [{ ...desk, name: 'top', type: 'integer' }] }),
    },
    { name: 'no such extension', given: {} },
  ],
  fails: [
    {
      name: 'in an action',
      given: paths({ ...fetching, 'x-ms-trigger': undefined }),
      finds: [{ rule: 'ext-notification', at }],
    },
    {
      name: 'in a webhook',
      given: paths({}, { ...subscribe, 'x-ms-notification': { operationId: 'Subscribe' } }),
      finds: [{ rule: 'ext-notification', at: '/paths/~1hooks/post/x-ms-notification' }],
    },
    {
      name: 'naming nothing',
      given: paths({ ...fetching, 'x-ms-notification': {} }),
      finds: [{ rule: 'ext-notification', at }],
    },
    {
      name: 'naming an operation that does not exist',
      given: paths({ ...fetching, 'x-ms-notification': { operationId: 'subscribe' } }),
      finds: [{ rule: 'ext-notification', at: `${at}/operationId` }],
    },
    {
      name: 'naming itself',
      given: paths({ ...fetching, 'x-ms-notification': { operationId: 'Fetch' } }),
      finds: [{ rule: 'ext-notification', at: `${at}/operationId` }],
    },
    {
      name: 'another type and another visibility',
      given: paths({
        ...fetching,
        parameters: [{ ...desk, type: 'integer' }],
      }),
      finds: [{ rule: 'trigger-fetch-subscribe-match', at: '/paths/~1cars/get/parameters/0' }],
    },
    {
      name: 'another visibility',
      given: paths({ ...fetching, parameters: [{ ...desk, 'x-ms-visibility': 'internal' }] }),
      finds: [
        {
          rule: 'trigger-fetch-subscribe-match',
          at: '/paths/~1cars/get/parameters/0',
          what: 'The parameter "desk" of "Fetch" differs in visibility from the one of "Subscribe".',
        },
      ],
    },
  ],
})
