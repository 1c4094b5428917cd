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
      name: 'an empty archive',
      given: { offer: {}, kind: 'dataverse', files: { 'package/fleet-desk.zip': zip({}) } },
      finds: Array.from({ length: 5 }, () => ({ rule: 'appsource-package-files', file: 'package/fleet-desk.zip' })),
    },
    {
      name: 'a file whose checksum is wrong',
      given: { offer: {}, kind: 'dataverse', files: { 'package/fleet-desk.zip': withWrongChecksum('input.xml') } },
      finds: [{ rule: 'appsource-package-readable', file: 'package/fleet-desk.zip' }],
    },
    {
      name: 'very many entries that climb out',
      given: {
        offer: {},
        kind: 'dataverse',
        files: { 'package/fleet-desk.zip': climbing(500) },
      },
      finds: [
        ...Array.from({ length: 4 }, () => ({ rule: 'appsource-package-files', file: 'package/fleet-desk.zip' })),
        ...Array.from({ length: 21 }, () => ({ rule: 'appsource-package-readable', file: 'package/fleet-desk.zip' })),
      ],
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

/** The faultless package with another checksum of one entry, in its header and in the list at the end. */
function withWrongChecksum(name: string): Uint8Array {
  const bytes = appPackage().slice()
  const view = new DataView(bytes.buffer)
  const letters = new TextEncoder().encode(name)
  for (let at = 0; at + 46 + letters.length < bytes.length; at++) {
    const [size, checksum] = view.getUint32(at, true) === 0x04034b50 ? [30, 14] : [46, 16]
    const isHeader = size === 30 || view.getUint32(at, true) === 0x02014b50
    if (isHeader && letters.every((letter, index) => bytes[at + size + index] === letter))
      view.setUint32(at + checksum, 1, true)
  }
  return bytes
}

/** An archive with entries that a writer of archives refuses to write. */
function climbing(count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, at) => [`xx/${at}`, 'x'] as const)
  const bytes = zip({ 'input.xml': '', ...Object.fromEntries(names) })
  for (let at = 0; at + 3 < bytes.length; at++) {
    if (bytes[at] === 0x78 && bytes[at + 1] === 0x78 && bytes[at + 2] === 0x2f) bytes.fill(0x2e, at, at + 2)
  }
  return bytes
}
