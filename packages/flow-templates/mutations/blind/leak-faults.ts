import type { BlindFault } from './blind-fault.ts'
import { definition } from './package-faults.ts'

const inner = '/properties/definition'
const scope = `${inner}/actions/Remind_the_team/actions`
const listed = `${scope}/List_overdue_tickets/inputs/parameters`
const failed = `${inner}/actions/Tell_that_it_failed`
const personal = 'review of templates: no personal data (pnp/powerautomate-samples exports hold it)'
const secrets = 'review of templates: no secrets, keys or shared access signatures in inputs'
const foreign = 'powerapps-tools#985: the ids of the maker’s tenant fail in every other'

/** A value of the definition that must not be there. */
const planted = (
  name: string,
  source: string,
  pointer: string,
  value: unknown,
  severity: BlindFault['severity'],
  says: RegExp,
  at: readonly string[] = [pointer],
): BlindFault => ({
  name,
  from: 'rejection',
  source,
  ground: 'overdue-tickets',
  edits: [{ entry: definition, pointer, value }],
  at: at.map((place) => ({ entry: definition, pointer: place })),
  severity,
  says,
})

/** An action of the given inputs, last of the flow. */
const web = (inputs: Record<string, unknown>) => ({
  type: 'Http',
  runAfter: { Tell_that_it_failed: ['Succeeded', 'Skipped'] },
  inputs,
})
const asked = `${inner}/actions/Ask_the_service`
const secretInHttp = (name: string, inputs: Record<string, unknown>, place: string, says: RegExp): BlindFault =>
  planted(name, secrets, asked, web(inputs), 'error', says, [`${asked}/inputs${place}`])

/** What must not leave the house: persons, secrets, and what only the maker’s tenant has. */
export const leakFaults: readonly BlindFault[] = [
  planted(
    'who made the flow, with the tenant’s id',
    personal,
    `${inner}/metadata`,
    {
      workflowEntityId: null,
      creator: {
        id: '7b6a4ed9-94c8-44f3-ab0b-9cdb6059312f',
        type: 'User',
        tenantId: '12078d6f-a51c-4e18-99d3-1e10d249828e',
      },
      provisioningMethod: 'FromDefinition',
    },
    'error',
    /creator|tenant/i,
    [`${inner}/metadata/creator`, `${inner}/metadata/creator/id`, `${inner}/metadata/creator/tenantId`],
  ),
  planted(
    'a file of the maker’s drive in the metadata of an action, with a person’s name',
    'pnp/powerplatform-samples mail-archive-pdf: the picker keeps ids and paths of files it showed',
    `${scope}/List_overdue_tickets/metadata`,
    { 'b!4JYKcAxS2EW65T2DQwmtjA.01VTD6ZWSKVHRPTSBCT5H3WWO5DCJ7MQJN': '/Documents/Appraisal of Anna de Vries.docx' },
    'warning',
    /file|path|metadata|document/i,
    [
      `${scope}/List_overdue_tickets/metadata`,
      `${scope}/List_overdue_tickets/metadata/b!4JYKcAxS2EW65T2DQwmtjA.01VTD6ZWSKVHRPTSBCT5H3WWO5DCJ7MQJN`,
    ],
  ),
  planted(
    'a mail address in a message',
    personal,
    `${failed}/inputs/parameters/body~1messageBody`,
    '<p>It failed. Ask jan.bakker@fabrikam-desk.com.</p>',
    'error',
    /mail/i,
  ),
  planted(
    'a mail address in the description of an action',
    personal,
    `${failed}/description`,
    'Goes to anna.devries@fabrikam-desk.com when the list cannot be read',
    'error',
    /mail/i,
  ),
  planted(
    'the site of the maker',
    foreign,
    `${listed}/dataset`,
    'https://fabrikamdesk.sharepoint.com/sites/Helpdesk',
    'error',
    /sharepoint|site/i,
  ),
  planted(
    'the list of the maker',
    foreign,
    `${listed}/table`,
    'd4f0ae02-5d4c-4c1a-8f5b-6f1c7a6a5c31',
    'warning',
    /id|list|tenant|GUID/i,
  ),
  planted(
    'the channel of the maker’s team',
    foreign,
    `${failed}/inputs/parameters/body~1recipient~1channelId`,
    '19:0b1cf1a3e0b34d1b8f1f4f3f4b6f5b3a@thread.tacv2',
    'warning',
    /channel|id|tenant/i,
  ),
  planted(
    'the team of the maker',
    foreign,
    `${failed}/inputs/parameters/body~1recipient~1groupId`,
    '8f6f2b1d-3f3e-4a8e-9f42-1d1f7a0a9d11',
    'warning',
    /team|group|id|tenant|GUID/i,
  ),
  planted(
    'the maker’s Dataverse organisation in an expression',
    foreign,
    `${listed}/dataset`,
    "@concat('https://fabrikamdesk.crm4.dynamics.com/api/data/v9.2/', parameters('siteAddress'))",
    'error',
    /dynamics|organi[sz]ation|environment|site|tenant/i,
  ),
  secretInHttp(
    'a shared access signature in an address',
    {
      method: 'GET',
      uri: 'https://fabrikamdata.blob.core.windows.net/exports/tickets.json?sv=2022-11-02&se=2027-01-01T00%3A00%3A00Z&sr=b&sp=r&sig=6ZkX3yQ1vT0m9bq8a7Jc5dEwRt2uY4iOpLsKjHgFdSA%3D',
    },
    '/uri',
    /signature|SAS|sig/i,
  ),
  secretInHttp(
    'the address of an HTTP trigger with its signature',
    {
      method: 'POST',
      uri: 'https://prod-12.westeurope.logic.azure.com:443/workflows/0f1e2d3c4b5a69788796a5b4c3d2e1f0/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=Qx7uJ0yQm5Zb3vT1kR8sL2nP6wE4aD9cF0gH5jK3lMo',
    },
    '/uri',
    /signature|SAS|sig/i,
  ),
  secretInHttp(
    'the key of a function in a header',
    {
      method: 'GET',
      uri: 'https://api.example.com/tickets',
      headers: { 'x-functions-key': 'kJ8sD2fG5hJ7kL9zX1cV3bN5mQ7wE9rT1yU3iO5pA7sD==' },
    },
    '/headers/x-functions-key',
    /key|secret/i,
  ),
  secretInHttp(
    'the key of a function in the query',
    {
      method: 'GET',
      uri: 'https://fabrikam-tickets.azurewebsites.net/api/tickets?code=kJ8sD2fG5hJ7kL9zX1cV3bN5mQ7wE9rT1yU3iO5pA7sD%3D%3D',
    },
    '/uri',
    /key|secret|code/i,
  ),
  secretInHttp(
    'a token in a header',
    {
      method: 'GET',
      uri: 'https://api.example.com/tickets',
      headers: {
        Authorization:
          'Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJhdWQiOiJodHRwczovL2FwaS5leGFtcGxlLmNvbSIsImV4cCI6MTc3MzMxMDUwMH0.c2lnbmF0dXJlLW9mLWEtdG9rZW4',
      },
    },
    '/headers/Authorization',
    /token|secret|Bearer|authori/i,
  ),
  secretInHttp(
    'the secret of an app',
    {
      method: 'GET',
      uri: 'https://api.example.com/tickets',
      authentication: {
        type: 'ActiveDirectoryOAuth',
        authority: 'https://login.microsoftonline.com',
        tenant: 'common',
        audience: 'https://api.example.com',
        clientId: '1b730954-1685-4b74-9bfd-dac224a7b894',
        secret: 'Xq8Q~3kLm9ZpR7vTnY2wBcD4fGhJ6sKa1QeUo5Ix',
      },
    },
    '/authentication/secret',
    /secret/i,
  ),
  secretInHttp(
    'a password',
    {
      method: 'GET',
      uri: 'https://api.example.com/tickets',
      authentication: { type: 'Basic', username: 'ticketreader', password: 'Wint3r-in-Utrecht!' },
    },
    '/authentication/password',
    /password|secret/i,
  ),
  planted(
    'the key of a storage account in a connection string',
    secrets,
    `${asked}`,
    {
      type: 'Compose',
      runAfter: { Tell_that_it_failed: ['Succeeded', 'Skipped'] },
      inputs:
        'DefaultEndpointsProtocol=https;AccountName=fabrikamdata;AccountKey=Zm9yIHRlc3RzIG9ubHksIG5vIGFjY291bnQgaGFzIHRoaXMga2V5LCBub3QgZXZlbiBvbmUgb2Ygb3VycyE=;EndpointSuffix=core.windows.net',
    },
    'error',
    /key|secret|connection string/i,
    [`${asked}/inputs`],
  ),
  planted(
    'a connector that only the maker’s environment has',
    'review of templates: every connector has to be there for everybody',
    '/properties/connectionReferences/shared_teams/id',
    '/providers/Microsoft.PowerApps/apis/shared_fabrikam-20desk-5f1e2a3b4c5d6e7f80-5f7c0d1e2f3a4b5c6d',
    'error',
    /custom|own|certif|public/i,
    ['/properties/connectionReferences/shared_teams/id', '/properties/connectionReferences/shared_teams'],
  ),
]
