import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { pollingTrigger } from './polling-trigger.ts'

const ok = { 200: { description: 'Cars.' } }
const polled = (method: string, kind: string, responses: object = ok) => ({
  paths: { '/cars': { [method]: { operationId: 'WhenCarAdded', 'x-ms-trigger': kind, responses } } },
})
const policy = (operations?: readonly string[]) => ({
  policyTemplateInstances: [
    {
      templateId: 'PollingTrigger',
      title: 'Poll',
      parameters: operations === undefined ? {} : { 'x-ms-apimTemplate-operationName': operations },
    },
  ],
})

testRuleFamily(pollingTrigger, import.meta.url, {
  passes: [
    { name: 'with a policy', given: { definition: polled('get', 'batch'), properties: policy(['WhenCarAdded']) } },
    { name: 'a kind that another rule judges', given: { definition: polled('get', 'many'), properties: policy() } },
    { name: 'with a policy for all', given: { definition: polled('get', 'batch'), properties: policy() } },
    {
      name: 'with an answer that tells when to come back',
      given: { definition: polled('get', 'batch', { ...ok, 202: { description: 'Later.' } }) },
    },
    {
      name: 'without properties nothing is known',
      given: { definition: polled('get', 'batch'), without: ['properties'] },
    },
    {
      name: 'a webhook',
      given: {
        definition: {
          paths: {
            '/hooks': {
              'x-ms-notification-content': {},
              post: { operationId: 'Hook', 'x-ms-trigger': 'single', responses: ok },
            },
          },
        },
      },
    },
  ],
  fails: [
    {
      name: 'POST',
      given: { definition: polled('post', 'batch'), properties: policy() },
      finds: [{ rule: 'trigger-polling-is-get', at: '/paths/~1cars/post' }],
    },
    {
      name: 'single',
      given: { definition: polled('get', 'single'), properties: policy() },
      finds: [{ rule: 'trigger-polling-batch', at: '/paths/~1cars/get/x-ms-trigger' }],
      mended: { definition: polled('get', 'batch'), properties: policy() },
    },
    {
      name: 'a policy for another operation',
      given: { definition: polled('get', 'batch'), properties: policy(['WhenCarSold']) },
      finds: [{ rule: 'trigger-polling-policy', at: '/paths/~1cars/get' }],
    },
  ],
})
