import { Client, GraphError } from '@microsoft/microsoft-graph-client'

// Runs alone: Microsoft's Graph client over TLS, with a host of its own in place of graph.microsoft.com.
const base = process.env.EMULATOR ?? ''
const client = Client.init({
  baseUrl: base,
  customHosts: new Set([new URL(base).hostname]),
  authProvider: (done) => done(null, process.env.TOKEN ?? ''),
})
const results: Record<string, unknown> = {}
results.me = await client.api('/me').get()
results.users = (await client.api('/users').select('id,userPrincipalName').top(2).get()).value
results.some = (await client.api('/users').filter("userPrincipalName eq 'maker@fabrikam.example'").get()).value
results.one = await client.api('/users/member@fabrikam.example').get()
results.skus = (await client.api('/subscribedSkus').get()).value
results.licences = (await client.api('/me/licenseDetails').get()).value
const sku = results.skus as { skuId: string }[]
await client
  .api('/users/member@fabrikam.example/assignLicense')
  .post({ addLicenses: [{ skuId: sku[1]?.skuId, disabledPlans: [] }], removeLicenses: [] })
results.assigned = (await client.api('/users/member@fabrikam.example/licenseDetails').get()).value
results.principals = (await client.api('/servicePrincipals').filter(`appId eq '${process.env.CLIENT_ID}'`).get()).value
results.grants = (await client.api('/oauth2PermissionGrants').get()).value
const vendor = Client.init({
  baseUrl: base,
  customHosts: new Set([new URL(base).hostname]),
  authProvider: (done) => done(null, process.env.VENDOR_TOKEN ?? ''),
})
const applications = (await vendor.api('/applications').get()).value
results.applications = applications
results.application = await vendor.api(`/applications/${applications[0].id}`).get()
results.missing = await client
  .api('/users/nobody@fabrikam.example')
  .get()
  .then(
    () => 'no error',
    (error: unknown) => (error instanceof GraphError ? { status: error.statusCode, code: error.code } : String(error)),
  )
console.log(JSON.stringify(results))
