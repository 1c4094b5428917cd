import { zip } from '../../init/make-package.ts'
import { appPackage } from '../../testing/given-offer.ts'
import { testRuleFamily } from '../../testing/offer-room.ts'
import { appsourcePackage } from './appsource-package.ts'

testRuleFamily(appsourcePackage, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'appsource content types',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              '[Content_Types].xml':
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="zip" ContentType="application/octet-stream" /><Default Extension="xml" ContentType="application/octet-stream" /><Default Extension="png" ContentType="application/octet-stream" /><Default Extension="html" ContentType="application/octet-stream" /></Types>\n',
            },
          }),
        },
      },
    },
    {
      name: 'appsource solution managed',
      given: { offer: {}, kind: 'dataverse', files: { 'package/fleet-desk.zip': appPackage({ managed: '1' }) } },
    },
  ],
  fails: [
    {
      name: 'appsource package present',
      given: { offer: { package: { file: null } }, kind: 'dataverse' },
      finds: [{ rule: 'appsource-package-present', at: '/package' }],
    },
    {
      name: 'appsource package readable',
      given: { offer: {}, kind: 'dataverse', files: { 'package/fleet-desk.zip': 'no archive\n' } },
      finds: [{ rule: 'appsource-package-readable', file: 'package/fleet-desk.zip' }],
    },
    {
      name: 'appsource package nested',
      given: {
        offer: {},
        kind: 'dataverse',
        files: { 'package/fleet-desk.zip': zip({ 'AppSource/input.xml': '<PvsPackageData />\n' }) },
      },
      finds: [{ rule: 'appsource-package-nested', file: 'package/fleet-desk.zip' }],
    },
    {
      name: 'appsource package files',
      given: {
        offer: {},
        kind: 'dataverse',
        files: { 'package/fleet-desk.zip': zip({ 'Input.xml': '<PvsPackageData />\n' }) },
      },
      finds: [
        { rule: 'appsource-package-files', file: 'package/fleet-desk.zip' },
        { rule: 'appsource-package-files', file: 'package/fleet-desk.zip' },
        { rule: 'appsource-package-files', file: 'package/fleet-desk.zip' },
        { rule: 'appsource-package-files', file: 'package/fleet-desk.zip' },
        { rule: 'appsource-package-files', file: 'package/fleet-desk.zip' },
      ],
    },
    {
      name: 'appsource content types',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              '[Content_Types].xml':
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="zip" ContentType="application/octet-stream" /><Default Extension="xml" ContentType="application/octet-stream" /><Default Extension="png" ContentType="application/octet-stream" /></Types>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'appsource-content-types', file: 'package/fleet-desk.zip' }],
    },
    {
      name: 'appsource solution managed',
      given: { offer: {}, kind: 'dataverse', files: { 'package/fleet-desk.zip': appPackage({ managed: '0' }) } },
      finds: [
        {
          rule: 'appsource-solution-managed',
          file: 'package/fleet-desk.zip/package.zip/PkgFolder/FleetDesk_managed.zip',
          what: 'The solution "FleetDesk" is unmanaged.',
        },
      ],
    },
    {
      name: 'an inner archive that lacks two of its parts',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: { 'package.zip': zip({ 'PkgFolder/ImportConfig.xml': '<configdatastorage />\n' }) },
          }),
        },
      },
      finds: [
        {
          rule: 'appsource-package-files',
          file: 'package/fleet-desk.zip/package.zip',
          what: 'package.zip has no "[Content_Types].xml".',
        },
        {
          rule: 'appsource-package-files',
          file: 'package/fleet-desk.zip/package.zip',
          what: 'package.zip has no assembly (.dll).',
        },
        { rule: 'appsource-solution-managed', file: 'package/fleet-desk.zip/package.zip' },
      ],
    },
    {
      name: 'a solution that does not say',
      given: { offer: {}, kind: 'dataverse', files: { 'package/fleet-desk.zip': appPackage({ managed: 'yes' }) } },
      finds: [
        {
          rule: 'appsource-solution-managed',
          file: 'package/fleet-desk.zip/package.zip/PkgFolder/FleetDesk_managed.zip',
        },
      ],
    },
    {
      name: 'a solution that is no archive',
      given: {
        offer: {},
        kind: 'dataverse',
        files: { 'package/fleet-desk.zip': appPackage({ solutionArchive: new Uint8Array([1, 2, 3]) }) },
      },
      finds: [
        {
          rule: 'appsource-package-readable',
          file: 'package/fleet-desk.zip/package.zip/PkgFolder/FleetDesk_managed.zip',
        },
      ],
    },
  ],
})
