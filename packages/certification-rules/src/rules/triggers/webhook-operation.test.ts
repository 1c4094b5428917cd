import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { webhookOperation } from './webhook-operation.ts'

const content = { schema: { type: 'object', properties: { plate: { type: 'string' } } } }
const address = { type: 'string', 'x-ms-notification-url': true, 'x-ms-visibility': 'internal' }
const subscribe = {
  operationId: 'WhenReturned',
  'x-ms-trigger': 'single',
  parameters: [{ name: 'body', in: 'body', schema: { type: 'object', properties: { address } } }],
  responses: { 201: { description: 'Done.', headers: { Location: { type: 'string' } } } },
}
const unsubscribe = { delete: { operationId: 'Unsubscribe', responses: { 204: { description: 'Gone.' } } } }
const paths = (hooks: object, others: object = { '/hooks/{id}': unsubscribe }) => ({
  definition: { paths: { '/hooks': hooks, ...others } },
})
const good = { 'x-ms-notification-content': content, post: subscribe }

testRuleFamily(webhookOperation, import.meta.url, {
  passes: [
    { name: 'a whole webhook', given: paths(good) },
    {
      name: 'a kind that another rule judges',
      given: paths({ ...good, post: { ...subscribe, 'x-ms-trigger': 'many' } }),
    },
    { name: 'DELETE on the same path', given: paths({ ...good, ...unsubscribe }, {}) },
    {
      name: 'an action that waits for the call',
      given: paths({ 'x-ms-notification-content': content, post: { ...subscribe, 'x-ms-trigger': undefined } }),
    },
    {
      name: 'PUT, and the header in lower case',
      given: paths({
        'x-ms-notification-content': content,
        put: { ...subscribe, responses: { 200: { description: 'Done.', headers: { location: { type: 'string' } } } } },
      }),
    },
    { name: 'no webhook, no DELETE', given: {} },
  ],
  fails: [
    {
      name: 'the payload in the operation',
      given: paths({ post: { ...subscribe, 'x-ms-notification-content': content } }),
      finds: [{ rule: 'webhook-content-on-path-item', at: '/paths/~1hooks/post/x-ms-notification-content' }],
      mended: paths(good),
    },
    {
      name: 'no payload at all',
      given: paths({ post: subscribe }),
      finds: [{ rule: 'webhook-content-on-path-item', at: '/paths/~1hooks' }],
    },
    {
      name: 'a payload without a schema',
      given: paths({ ...good, 'x-ms-notification-content': { description: 'A car.' } }),
      finds: [{ rule: 'webhook-content-schema', at: '/paths/~1hooks/x-ms-notification-content' }],
    },
    {
      name: 'GET',
      given: paths({ 'x-ms-notification-content': content, get: subscribe }),
      finds: [{ rule: 'webhook-post', at: '/paths/~1hooks/get' }],
    },
    {
      name: 'batch',
      given: paths({ ...good, post: { ...subscribe, 'x-ms-trigger': 'batch' } }),
      finds: [{ rule: 'webhook-single-trigger', at: '/paths/~1hooks/post/x-ms-trigger' }],
      mended: paths(good),
    },
    {
      name: 'no DELETE',
      given: paths(good, {}),
      finds: [{ rule: 'webhook-delete-operation', at: '/paths/~1hooks/post' }],
    },
    {
      name: 'no Location',
      given: paths({ ...good, post: { ...subscribe, responses: { 201: { description: 'Done.' } } } }),
      finds: [{ rule: 'webhook-location-header', at: '/paths/~1hooks/post/responses/201' }],
    },
  ],
})
