import { testRuleFamily } from '../../testing/offer-room.ts'
import { packageAccess } from './package-access.ts'

testRuleFamily(packageAccess, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'a whole day more than a month',
      given: { offer: { package: { access: { expires: '2026-12-21' } } }, kind: 'dataverse' },
    },
    {
      name: 'package address',
      given: {
        offer: { package: { url: 'https://fleetdesk.blob.core.windows.net/appsource/fleet-desk.zip' } },
        kind: 'dataverse',
      },
    },
    {
      name: 'package access read only',
      given: { offer: { package: { access: { permissions: 'r' } } }, kind: 'dataverse' },
    },
    {
      name: 'package access expiry',
      given: { offer: { package: { access: { expires: '2027-02-01' } } }, kind: 'dataverse', today: '2026-11-20' },
    },
    {
      name: 'package licence model',
      given: { offer: { package: { baseLicenceModel: 'Resource' } }, kind: 'dataverse' },
    },
  ],
  fails: [
    {
      name: 'package address',
      given: { offer: { package: { url: 'https://fleetdesk.example/fleet-desk.zip' } }, kind: 'dataverse' },
      finds: [{ rule: 'package-address', at: '/package/url' }],
    },
    {
      name: 'package access read only',
      given: { offer: { package: { access: { permissions: 'rwd' } } }, kind: 'dataverse' },
      finds: [{ rule: 'package-access-read-only', at: '/package/access/permissions' }],
    },
    {
      name: 'package access expiry',
      given: { offer: { package: { access: { expires: '2026-12-01' } } }, kind: 'dataverse', today: '2026-11-20' },
      finds: [{ rule: 'package-access-expiry', at: '/package/access/expires' }],
    },
    {
      name: 'package licence model',
      given: { offer: { package: { baseLicenceModel: null } }, kind: 'dataverse' },
      finds: [{ rule: 'package-licence-model', at: '/package' }],
    },
    {
      name: 'package configuration blank',
      given: { offer: { package: { configurationUrl: 'https://fleetdesk.example/config' } }, kind: 'dataverse' },
      finds: [{ rule: 'package-configuration-blank', at: '/package/configurationUrl' }],
    },
    {
      name: 'no address and no end',
      given: { offer: { package: { url: null, access: null } }, kind: 'dataverse' },
      finds: [
        { rule: 'package-address', at: '/package' },
        { rule: 'package-access-expiry', at: '/package' },
      ],
    },
    {
      name: 'an end in the past',
      given: { offer: { package: { access: { expires: '2026-11-01' } } }, kind: 'dataverse' },
      finds: [
        { rule: 'package-access-expiry', at: '/package/access/expires', what: 'The access ended on 2026-11-01.' },
      ],
    },
    {
      name: 'no date',
      given: { offer: { package: { access: { expires: 'soon' } } }, kind: 'dataverse' },
      finds: [{ rule: 'package-access-expiry', at: '/package/access/expires' }],
    },
    {
      name: 'no zip',
      given: { offer: { package: { url: 'https://fleetdesk.blob.core.windows.net/appsource' } }, kind: 'dataverse' },
      finds: [{ rule: 'package-address', at: '/package/url' }],
    },
    {
      name: 'what the address itself says',
      given: {
        offer: {
          package: {
            url: 'https://fleetdesk.blob.core.windows.net/a/p.zip?sp=rw&se=2026-11-30T00:00:00Z',
            access: null,
          },
        },
        kind: 'dataverse',
      },
      finds: [
        { rule: 'package-access-read-only', at: '/package/url' },
        { rule: 'package-access-expiry', at: '/package/url' },
      ],
    },
  ],
})
