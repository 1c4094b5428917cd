import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultEntrance } from '../seed/default-seed.ts'
import { carsConnector, carsDefinition, carsFlow, flowPlane, inDefault, powerApps } from './fixtures/cars.ts'
import { environment, startedEmulator, type Visitor, visitorOf } from './fixtures/visitor.ts'

let admin: Visitor

beforeAll(async () => {
  admin = visitorOf(await startedEmulator(), { user: defaultEntrance.user })
})

const version = 'api-version=2016-11-01'
const flows = `${flowPlane}/environments/${environment}/flows?${version}`
const packages = `https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/environments/${environment}`

/** Any JSON in place of one member of a body that would be taken. */
function broken(body: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const paths = pathsOf(body, [])
  return fc.tuple(fc.constantFrom(...paths), fc.jsonValue()).map(([path, value]) => replaced(body, path, value))
}

function pathsOf(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))]
}

function replaced(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by
  const copy: Record<string, unknown> = { ...Object(value) }
  copy[name] = replaced(copy[name], rest, by)
  return copy
}

const resources = {
  flow: {
    type: 'Microsoft.Flow/flows',
    selectedCreationType: 'New',
    details: { displayName: 'X' },
    dependsOn: ['api'],
  },
  api: { type: 'Microsoft.PowerApps/apis', id: '/providers/Microsoft.PowerApps/apis/shared_office365' },
}

describe('no body breaks the emulator', () => {
  it.each([
    ['a connector', 'POST', `${powerApps}/apis?${inDefault}`, carsConnector()],
    [
      'a definition',
      'POST',
      `${powerApps}/objectIds/me/validateApiSwagger?${version}&enableConnectorCertificationRules=true`,
      carsDefinition,
    ],
    [
      'a connection',
      'PUT',
      `${powerApps}/apis/shared_sql/connections/00ab?${inDefault}`,
      {
        properties: {
          environment: { name: environment },
          connectionParameters: { server: 's', username: 'u', password: 'p' },
          connectionParametersSet: { name: 'x', values: { token: { value: 'v' } } },
        },
      },
    ],
    ['a flow', 'POST', flows, carsFlow('shared_office365', 'x')],
    [
      'what is asked of a package',
      'POST',
      `${packages}/listPackageResources?${version}`,
      { baseResourceIds: ['/providers/Microsoft.Flow/flows/x'] },
    ],
    [
      'an export',
      'POST',
      `${packages}/exportPackage?${version}`,
      { includedResourceIds: ['/providers/Microsoft.Flow/flows/x'], details: { displayName: 'x' }, resources },
    ],
    [
      'an import',
      'POST',
      `${packages}/validateImportPackage?${version}`,
      { details: { displayName: 'x' }, packageLink: { value: 'https://a.blob.core.windows.net/b/c.zip' }, resources },
    ],
    [
      'shares',
      'POST',
      `${powerApps}/apis/shared_office365/connections/none/modifyPermissions?${inDefault}`,
      { put: [{ properties: { roleName: 'CanView', principal: { id: 'x', type: 'User' } } }], delete: [{ id: 'x' }] },
    ],
    [
      'an environment',
      'POST',
      'https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/validateEnvironmentDetails?api-version=2023-06-01',
      {
        location: 'europe',
        properties: { displayName: 'x', environmentSku: 'Sandbox', linkedEnvironmentMetadata: { domainName: 'a' } },
      },
    ],
    [
      'licences',
      'POST',
      'https://graph.microsoft.com/v1.0/users/member@fabrikam.example/assignLicense',
      { addLicenses: [{ skuId: 'x' }], removeLicenses: ['y'] },
    ],
  ])('%s', async (_name, method, address, body) => {
    await fc.assert(
      fc.asyncProperty(broken(body), async (wrong) => {
        const { status, body: answer } = await admin.ask(method, address, wrong)
        expect(status, JSON.stringify(answer)).toBeLessThan(500)
      }),
      { numRuns: 40 },
    )
  })

  it('what was taken can be read back', async () => {
    for (const address of [
      flows,
      `${powerApps}/apis?${inDefault} and IsCustomApi eq 'True'`,
      `${powerApps}/connections?${inDefault}`,
    ]) {
      expect((await admin.ask('GET', address)).status).toBe(200)
    }
  })
})
