import { createServer } from 'node:http'
import { tellParent } from './tell-parent.ts'

const [organization, flows] = [
  JSON.stringify({ UserId: 'made-up', BusinessUnitId: 'made-up', OrganizationId: 'made-up' }),
  JSON.stringify({ value: Array.from({ length: 50 }, (_, number) => flow(number)) }),
]

/** Answers at once: a list of flows where the path has them, else who one is. */
const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('x-ms-request-id', '7f1d')
  response.end(request.url?.includes('/flows') ? flows : organization)
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') tellParent(`http://127.0.0.1:${address.port}`)
})

function flow(number: number): object {
  const environment = { name: 'Default-made-up', type: 'Microsoft.ProcessSimple/environments' }
  const action = { type: 'OpenApiConnection', swaggerOperationId: 'ListItems', api: { name: 'shared_made-up' } }
  return {
    name: `flow-${number}`,
    id: `/providers/Microsoft.ProcessSimple/environments/Default-made-up/flows/flow-${number}`,
    type: 'Microsoft.ProcessSimple/environments/flows',
    properties: {
      apiId: '/providers/Microsoft.PowerApps/apis/shared_logicflows',
      displayName: `Tell about invoice ${number}`,
      userType: 'Owner',
      state: 'Started',
      createdTime: '2026-01-01T09:00:00.0000000Z',
      lastModifiedTime: '2026-01-02T09:00:00.0000000Z',
      environment,
      definitionSummary: { triggers: [{ type: 'Request', kind: 'Button' }], actions: [action, action, action] },
      creator: { tenantId: 'made-up', objectId: 'made-up', userId: 'made-up', userType: 'ActiveDirectory' },
      provisioningMethod: 'FromDefinition',
      flowFailureAlertSubscribed: true,
      isManaged: false,
    },
  }
}
