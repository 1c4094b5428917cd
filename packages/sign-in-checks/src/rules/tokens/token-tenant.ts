import { addressOf } from '../../registration/read-app-registration.ts'
import { defineTokenFamily, tokenPlace } from '../../token/token-subject.ts'
import { isGuid } from '../guid.ts'

/** The directory that all personal accounts belong to. */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Where Entra's clouds issue tokens. */
const issuerHosts: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'sts.windows.net',
  'login.microsoftonline.us',
  'sts.chinacloudapi.cn',
  'login.chinacloudapi.cn',
  'login.partner.microsoftonline.cn',
])

/** Whether the token is of the tenant whose user is meant, and issued by it. */
export const tokenTenant = defineTokenFamily({
  id: 'token-tenant',
  group: 'Tokens',
  rules: {
    'token-tenant': {
      title: 'The token is of the tenant that is meant.',
      setting: 'error',
      severityByMessage: { personal: 'warning' },
      sources: ['access-tokens', 'landing-page'],
      messages: {
        found: {
          what: 'The token is of the tenant {tenant}, not of {wanted}.',
          why: 'It reaches the flows of another organisation, or none.',
          fix: 'Sign in with the tenant’s own authority, or with an account of it.',
        },
        missing: {
          what: 'The token names no tenant.',
          why: 'Tokens of Entra always do; without it nobody can tell whose data may be shown.',
          fix: 'Take the access token that your sign-in library gives for the API.',
        },
        personal: {
          what: 'The token is of a personal account.',
          why: 'Personal accounts have the free plan alone, and no environment of an organisation.',
          fix: 'Sign in with a work or school account.',
        },
      },
    },
    'token-issuer': {
      title: 'The token was issued by Entra, for the tenant it names.',
      setting: 'error',
      severityByMessage: { host: 'warning' },
      sources: ['access-tokens'],
      messages: {
        found: {
          what: 'The issuer {issuer} is not that of the tenant {tenant}.',
          why: 'A token whose issuer and tenant differ was not made by Entra, or was changed.',
          fix: 'Get the token from the tenant’s own authority.',
        },
        host: {
          what: 'The issuer {issuer} is none of Entra’s that we know.',
          why: 'Power Automate takes tokens of Entra only; another identity provider’s are refused.',
          fix: 'Sign in with Entra; in a cloud that is not in our list, this note can be left out.',
        },
        missing: {
          what: 'The token names no issuer.',
          why: 'Nobody can tell who made it, so every API refuses it.',
          fix: 'Take the access token that your sign-in library gives for the API.',
        },
      },
    },
  },
  check({ subject: { token, expected }, report }) {
    if (!token.ok) return
    const { tenant, issuer } = token.claims
    const wanted = expected.tenant
    if (tenant === undefined) report('token-tenant', tokenPlace, { message: 'missing' })
    else if (wanted !== undefined && isGuid(wanted) && wanted.toLowerCase() !== tenant.toLowerCase()) {
      report('token-tenant', tokenPlace, { data: { tenant, wanted } })
    } else if (tenant === personalTenant && expected.api !== 'sign-in') {
      report('token-tenant', tokenPlace, { message: 'personal' })
    }
    if (issuer === undefined) report('token-issuer', tokenPlace, { message: 'missing' })
    else if (!issuerHosts.has(addressOf(issuer)?.hostname ?? '') && !isLoopback(issuer)) {
      report('token-issuer', tokenPlace, { message: 'host', data: { issuer } })
    } else if (tenant !== undefined && !issuer.toLowerCase().split('/').includes(tenant.toLowerCase())) {
      report('token-issuer', tokenPlace, { data: { issuer, tenant } })
    }
  },
})

/** Tokens of an emulator on this machine are looked at like the real ones. */
function isLoopback(issuer: string): boolean {
  const { hostname } = addressOf(issuer) ?? { hostname: '' }
  return hostname === 'localhost' || hostname === '127.0.0.1'
}
