import type { Context } from 'hono'
import type { EmulatedAccount, TenantScope } from '../directory.ts'
import { EntraError, entraErrors } from '../entra-error.ts'
import { AccountPicker } from '../pages/account-picker.tsx'
import { showPage } from '../pages/show-page.tsx'
import { readParameters } from '../parameters.ts'
import type { Services } from '../services.ts'
import type { CloudIdentity } from './cloud-identity.ts'
import { consentPage } from './consent-page.tsx'
import { type DeviceCode, deviceCodeLifetime } from './device-codes.ts'
import { DeviceCodeForm, DeviceDone } from './pages.tsx'

/**
 * Begins a sign-in on a device.
 *
 * @throws EntraError where the application is not known or not a public client.
 */
export async function beginDeviceCode(
  c: Context,
  services: Services,
  cloud: CloudIdentity,
  version: 1 | 2,
): Promise<Response> {
  const parameters = readParameters(new URLSearchParams(await c.req.text()))
  const clientId = parameters.need('client_id')
  const application = services.directory.application(clientId)
  if (application === undefined) throw entraErrors.applicationNotFound(clientId)
  const code = cloud.deviceCodes.begin({
    clientId: application.clientId,
    tenant: c.req.param('tenant') ?? 'organizations',
    scope: version === 2 ? parameters.need('scope') : parameters.get('scope'),
    resource: version === 1 ? parameters.need('resource') : undefined,
  })
  const { interval } = cloud.deviceCodes
  const message = `To sign in, open ${cloud.verificationUri} in a web browser and enter the code ${code.userCode}.`
  const common = { user_code: code.userCode, device_code: code.deviceCode, message }
  c.header('cache-control', 'no-store')
  if (version === 1) {
    const times = { expires_in: String(deviceCodeLifetime), interval: String(interval) }
    return c.json({ ...common, verification_url: cloud.verificationUri, ...times })
  }
  return c.json({ ...common, verification_uri: cloud.verificationUri, expires_in: deviceCodeLifetime, interval })
}

/** The page where a person enters a device's code and then chooses who they are. */
export function showDevicePage(c: Context, services: Services, cloud: CloudIdentity): Response | Promise<Response> {
  const query = new URL(c.req.url).searchParams
  const given = query.get('user_code')
  const code = given === null ? undefined : cloud.deviceCodes.byUserCode(given)
  const application = code && services.directory.application(code.clientId)
  if (code === undefined || application === undefined) {
    return showPage(c, { address: new URL(c.req.url), query, status: given === null ? 200 : 400 }, (language) => (
      <DeviceCodeForm unknown={given !== null} language={language} />
    ))
  }
  return showPage(c, { address: new URL(c.req.url), query }, (language) => (
    <AccountPicker
      application={application.name}
      accounts={services.directory.accountsFor(scopeOf(services, code), application)}
      tenantName={(tenantId) => services.directory.tenant(tenantId)?.name ?? tenantId}
      preferred={undefined}
      action={`deviceauth?user_code=${code.userCode}`}
      language={language}
    />
  ))
}

/** What the page sends: who it is, or that nobody signs in. */
export async function answerDevicePage(c: Context, services: Services, cloud: CloudIdentity): Promise<Response> {
  const code = cloud.deviceCodes.byUserCode(new URL(c.req.url).searchParams.get('user_code') ?? '')
  const application = code && services.directory.application(code.clientId)
  if (code === undefined || application === undefined) return showDevicePage(c, services, cloud)
  const form = await c.req.parseBody()
  if (form.account === undefined) return done(c, code, 'declined')
  const account = services.directory
    .accountsFor(scopeOf(services, code), application)
    .find(({ objectId }) => objectId === form.account)
  if (account === undefined) throw entraErrors.accountNotAllowed(String(form.account))
  try {
    const page = consentPage(c, services, {
      request: { application, scope: code.scope, resource: code.resource },
      account,
      decision: form.decision,
      action: `deviceauth?user_code=${code.userCode}`,
    })
    return (await page) ?? done(c, code, account)
  } catch (error) {
    if (error instanceof EntraError) code.outcome = 'declined'
    throw error
  }
}

function done(c: Context, code: DeviceCode, outcome: 'declined' | EmulatedAccount): Response | Promise<Response> {
  code.outcome = outcome
  return showPage(c, { address: new URL(c.req.url), query: new URLSearchParams() }, (language) => (
    <DeviceDone declined={outcome === 'declined'} language={language} />
  ))
}

function scopeOf(services: Services, code: DeviceCode): TenantScope {
  return services.directory.scopeOf(code.tenant) ?? { kind: 'any', alias: 'organizations' }
}
