import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { fixedIds } from './fixed-ids.ts'

const id = '5c9b6a3e-61a4-4a3b-9d40-1f3f0d5a7f11'
const at = '/properties/definition/actions/Send_a_message/inputs/parameters'
const rule = 'flow-no-fixed-id'

testRuleFamily(fixedIds, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'what is worked out', given: { parameters: { table: `@concat('${id}', 'a')`, folder: 'Inbox' } } },
    { name: 'an id that is nobody’s', given: { parameters: { table: '00000000-0000-0000-0000-000000000000' } } },
    {
      name: 'an address that the rule about addresses tells of',
      given: {
        parameters: {
          dataset: 'https://kestrelcars.sharepoint.com/sites/fleet',
          org: 'https://kestrelcars.crm.dynamics.com',
        },
      },
    },
    {
      name: 'an id that no call sends',
      given: { definition: { actions: { Keep: { type: 'Compose', inputs: { parameters: { a: id } } } } } },
    },
  ],
  fails: [
    {
      name: 'a list, a site, a channel and a drive',
      given: {
        parameters: {
          table: id,
          dataset: 'https://example.sharepoint.com/sites/example',
          channel: '19:0a1b2c@thread.tacv2',
          drive: 'b!aaaaaaaaaaaaaaaaaaaaaaaa',
        },
      },
      finds: ['table', 'dataset', 'channel', 'drive'].map((name) => ({ rule, at: `${at}/${name}` })),
    },
    {
      name: 'an older call',
      given: {
        definition: {
          actions: {
            Old: {
              type: 'ApiConnection',
              inputs: { path: `/tables/@{encodeURIComponent(encodeURIComponent('${id}'))}/items` },
            },
          },
        },
      },
      finds: [
        { rule, at: '/properties/definition/actions/Old/inputs/path', what: `"Old" names an id in "path": ${id}.` },
      ],
    },
  ],
})
