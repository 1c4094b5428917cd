import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { permissionEntries } from './permission-entries.ts'

const flow = '7df0a125-d3be-4c96-aa54-591f83ff541c'
const read = { id: 'e45c5562-459d-4d1b-8148-83eb1b6dcf83', type: 'Scope' }
const asking = (resourceAppId: unknown, ...resourceAccess: object[]) => ({
  manifest: { requiredResourceAccess: [{ resourceAppId, resourceAccess }] },
})
const first = '/requiredResourceAccess/0/resourceAccess/0'

testRuleFamily(permissionEntries, import.meta.url, {
  passes: [
    { name: 'ids and types that exist', given: asking(flow, read) },
    {
      name: 'an API nobody knows',
      given: asking('11111111-2222-4333-8444-555555555555', {
        id: '99999999-2222-4333-8444-555555555555',
        type: 'Role',
      }),
    },
    {
      name: 'the same id once as the user, once as the application',
      given: asking('11111111-2222-4333-8444-555555555555', read, { ...read, type: 'Role' }),
    },
  ],
  fails: [
    {
      name: 'a name instead of an id',
      given: asking(flow, { id: 'Flows.Read.All', type: 'Scope' }),
      finds: [{ rule: 'permission-ids', at: `${first}/id` }],
    },
    {
      name: 'the address of an API instead of its id',
      given: asking('https://service.flow.microsoft.com/', read),
      finds: [{ rule: 'permission-ids', at: '/requiredResourceAccess/0/resourceAppId' }],
    },
    {
      name: 'no id',
      given: asking(flow, { type: 'Scope' }),
      finds: [{ rule: 'permission-ids', at: first, what: 'A permission’s id is missing.' }],
    },
    {
      name: 'the word of the portal',
      given: asking(flow, { ...read, type: 'Delegated' }),
      finds: [{ rule: 'permission-type', at: `${first}/type` }],
    },
    {
      name: 'the same twice',
      given: asking(flow, read, { ...read, id: read.id.toUpperCase() }),
      finds: [{ rule: 'permission-unique', at: '/requiredResourceAccess/0/resourceAccess/1' }],
      mended: asking(flow, read),
    },
    {
      name: 'an id with a slip',
      given: asking(flow, { ...read, id: 'e45c5562-459d-4d1b-8148-83eb1b6dcf84' }),
      finds: [{ rule: 'permission-known', at: first }],
    },
  ],
})
