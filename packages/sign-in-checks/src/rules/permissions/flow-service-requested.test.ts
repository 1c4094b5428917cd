import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { flowServiceRequested } from './flow-service-requested.ts'

const rule = 'flow-service-requested'
const flow = (...ids: string[]) => ({
  resourceAppId: '7df0a125-d3be-4c96-aa54-591f83ff541c',
  resourceAccess: ids.map((id) => ({ id, type: 'Scope' })),
})
const readAndManage = flow('e45c5562-459d-4d1b-8148-83eb1b6dcf83', '30b2d850-00c3-4802-b7ae-ece9af9de5c6')

testRuleFamily(flowServiceRequested, import.meta.url, {
  passes: [
    {
      name: 'the service is there',
      given: { manifest: { requiredResourceAccess: [readAndManage] }, capabilities: ['embed-flows'] },
    },
    {
      name: 'its id in capitals',
      given: {
        manifest: {
          requiredResourceAccess: [{ ...readAndManage, resourceAppId: '7DF0A125-D3BE-4C96-AA54-591F83FF541C' }],
        },
        capabilities: ['embed-flows'],
      },
    },
    { name: 'only the gallery', given: { manifest: {}, capabilities: ['embed-gallery'] } },
  ],
  fails: [
    {
      name: 'another service alone',
      given: { manifest: { requiredResourceAccess: [] }, capabilities: ['embed-flows'] },
      finds: [{ rule, at: '/requiredResourceAccess' }],
      mended: { manifest: { requiredResourceAccess: [readAndManage] } },
    },
    {
      name: 'no list at all, in the early format',
      given: {
        manifest: { requiredResourceAccess: undefined },
        format: 'azure-ad-graph-early',
        capabilities: ['embed-approvals'],
      },
      finds: [{ rule, at: '' }],
    },
  ],
})
