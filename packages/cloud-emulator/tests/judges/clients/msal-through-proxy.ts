import { ConfidentialClientApplication } from '@azure/msal-node'

// Runs alone, configured as for Microsoft itself: only the environment names a proxy and an authority.
const { clientId, clientSecret, tenant } = Object(JSON.parse(process.env.ENTRANCE ?? '{}'))
const authority = `https://login.microsoftonline.com/${tenant}`
const client = new ConfidentialClientApplication({ auth: { clientId, clientSecret, authority } })
const result = await client.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] })
const users = await fetch('https://graph.microsoft.com/v1.0/users', {
  headers: { authorization: `Bearer ${result?.accessToken}` },
})
console.log(JSON.stringify({ status: users.status, users: Object(await users.json()).value }))
