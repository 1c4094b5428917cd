import { exportKeys } from '../../fixtures/sample-export.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { personalData } from './personal-data.ts'

const variablePath = 'environmentvariabledefinitions/cts_site/environmentvariabledefinition.xml'
const variable = (value: string) =>
  `<environmentvariabledefinition schemaname="cts_site">\n  <defaultvalue>${value}</defaultvalue>\n  <type>100000000</type>\n</environmentvariabledefinition>`

const keep = (inputs: unknown) => ({ definition: { actions: { Keep: { type: 'Compose', inputs } } } })
const at = '/properties/definition/actions/Keep/inputs'
const mail = 'flow-no-mail-address'
const site = 'flow-no-site-address'
const connection = {
  [exportKeys.connection]: {
    type: 'Microsoft.PowerApps/apis/connections',
    details: { displayName: 'ada@fleetdesk.io' },
    dependsOn: [exportKeys.api],
  },
}

testRuleFamily(personalData, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    ...[
      'someone@example.com',
      'ada@contoso.com and ada@cars.test',
      "@{outputs('a')}@{utcNow()}",
      'a@b',
      '@ada on the chat',
      'x@y.toString()',
      'https://contoso.sharepoint.com/sites/cars',
      'https://example-my.sharepoint.com/personal/example',
      'https://fleetdesk.example/sharepoint',
      'node@5.1.2',
    ].map((text) => ({ name: text, given: keep(text) })),
    { name: 'creator as exports write it', given: { details: { creator: 'N/A' } } },
  ],
  fails: [
    {
      name: 'in the name of a step',
      given: { definition: { actions: { 'Send_to_ada@fleetdesk.io': { type: 'Compose', inputs: 1 } } } },
      finds: [
        {
          rule: 'flow-no-mail-address',
          at: '/properties/definition/actions/Send_to_ada@fleetdesk.io',
          what: 'A mail address is left in the name of a step: Send_to_ada@fleetdesk.io.',
        },
      ],
    },
    {
      name: 'a recipient',
      given: keep('ada.lovelace+cars@mail.fleetdesk.io;'),
      finds: [{ rule: mail, at, what: 'A mail address is left here: ada.lovelace+cars@mail.fleetdesk.io.' }],
      mended: keep('someone@example.com;'),
    },
    {
      name: 'an encoded recipient and one in an expression',
      given: keep("@concat('/users/ada%40fleetdesk.io', 'bob@fleetdesk.io')"),
      finds: [{ rule: mail, at }],
      mended: keep("@concat('/users/someone%40example.com', 'someone@example.com')"),
    },
    {
      name: 'a connection',
      given: { resources: connection },
      finds: [{ rule: mail, at: `/resources/${exportKeys.connection}/details/displayName`, file: 'manifest.json' }],
      mended: {
        resources: {
          [exportKeys.connection]: {
            ...connection[exportKeys.connection],
            details: { displayName: 'Office 365 Outlook' },
          },
        },
      },
    },
    {
      name: 'sites, encoded too',
      given: keep({
        a: 'https://fleetdesk.sharepoint.com/sites/Sales/Lists/Cars',
        b: "/datasets/@{encodeURIComponent('https%3a%2f%2ffleetdesk-my.sharepoint.com%2fpersonal%2fada_fleetdesk_io%2fDocuments')}",
      }),
      finds: [
        { rule: site, at: `${at}/a` },
        { rule: site, at: `${at}/b` },
      ],
      mended: keep({
        a: 'https://example.sharepoint.com/sites/example/Lists/Cars',
        b: "/datasets/@{encodeURIComponent('https%3a%2f%2fexample-my.sharepoint.com%2fpersonal%2fexample%2fDocuments')}",
      }),
    },
    {
      name: 'an environment of Dataverse',
      given: keep('https://org1a2b3c4d.crm4.dynamics.com/api/data'),
      finds: [
        { rule: site, at, what: 'The address of a tenant’s own site is left here: org1a2b3c4d.crm4.dynamics.com.' },
      ],
      mended: keep('https://example.crm4.dynamics.com/api/data'),
    },
    {
      name: 'a creator in the definition',
      given: { definition: { metadata: { creator: { id: '1', tenantId: '2' }, other: 1 } } },
      finds: [{ rule: 'flow-no-creator', at: '/properties/definition/metadata/creator' }],
      mended: { definition: { metadata: { other: 1 } } },
    },
    {
      name: 'the default value of a variable',
      given: {
        kind: 'solution',
        files: { [variablePath]: variable('https://fleetdesk.sharepoint.com/sites/a&amp;b') },
      },
      finds: [{ rule: site, file: variablePath, line: 2 }],
    },
    {
      name: 'a creator in the manifest',
      given: { details: { creator: 'Ada Lovelace' } },
      finds: [{ rule: 'flow-no-creator', at: '/details/creator', file: 'manifest.json' }],
      mended: { details: { creator: 'N/A' } },
    },
  ],
})
