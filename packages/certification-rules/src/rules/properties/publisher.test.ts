import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { publisher } from './publisher.ts'

const names = (publisherName: unknown, stackOwner: unknown) => ({
  properties: { publisher: publisherName, stackOwner },
})

testRuleFamily(publisher, import.meta.url, {
  passes: [
    {
      name: 'nothing around which another rule misses "properties"',
      given: { properties: { body: {}, properties: undefined } },
    },
    { name: 'the same name', given: names('Möbel & Co. (Berlin)', 'Möbel & Co. (Berlin)') },
    { name: 'two names', given: { ...names('Ada Example', 'Fleet Desk'), profile: 'independent-publisher' } },
  ],
  fails: [
    {
      name: 'no publisher',
      given: names(undefined, 'Fleet Desk'),
      finds: [{ rule: 'props-publisher-required', at: '/properties' }],
      mended: names('Fleet Desk', 'Fleet Desk'),
    },
    {
      name: 'no owner, of an independent publisher’s',
      given: { ...names('Ada Example', ' '), profile: 'independent-publisher' },
      finds: [{ rule: 'props-stack-owner-required', at: '/properties/stackOwner' }],
      mended: names('Ada Example', ' '),
    },
    {
      name: 'another character',
      given: names('Fleet <Desk', 'Fleet <Desk'),
      finds: [{ rule: 'props-publisher-alphanumeric', at: '/properties/publisher' }],
    },
    {
      name: 'another owner',
      given: names('Builders', 'Fleet Desk'),
      finds: [{ rule: 'props-publisher-equals-stack-owner', at: '/properties/stackOwner' }],
    },
    {
      name: 'an independent publisher who owns the service',
      given: { ...names('Fleet Desk', 'fleet desk'), profile: 'independent-publisher' },
      finds: [{ rule: 'props-publisher-differs-independent', at: '/properties/stackOwner' }],
    },
  ],
})
