import assert from 'node:assert/strict'
import { startIdentityPlatform } from '@sevenstep/cloud-emulator'

const tenantId = 'aaaabbbb-0000-cccc-1111-dddd2222eeee'
const platform = await startIdentityPlatform({
  tenants: [{ tenantId, name: 'Contoso', domain: 'contoso.example' }],
  applications: [],
  accounts: [],
})
try {
  const answer = await fetch(`${platform.url}/contoso.example/v2.0/.well-known/openid-configuration`)
  const { issuer, jwks_uri } = await answer.json()
  assert.equal(issuer, `${platform.url}/${tenantId}/v2.0`)
  const { keys } = await (await fetch(jwks_uri)).json()
  assert.equal(keys.length, 1, 'one key signs')
} finally {
  await platform.stop()
}
