import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { sdkAnswers } from './sdk-answers.ts'

testRuleFamily(sdkAnswers, import.meta.url, {
  passes: [
    { name: 'nobody asked', given: {} },
    {
      name: 'JavaScript',
      given: { facts: { sdkAnswer: { address: 'a', status: 200, contentType: 'text/javascript; charset=utf-8' } } },
    },
  ],
  fails: [
    {
      name: 'not there',
      given: { facts: { sdkAnswer: { address: 'a', status: 503 } } },
      finds: [{ rule: 'embed-sdk-answers', file: 'network' }],
    },
    {
      name: 'a page',
      given: { facts: { sdkAnswer: { address: 'a', status: 200, contentType: 'text/html' } } },
      finds: [{ rule: 'embed-sdk-answers', file: 'network' }],
    },
  ],
})
