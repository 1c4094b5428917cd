import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Credential } from '../../registration/app-registration.ts'

const soonDays = 30
const laterDays = 60
const millisecondsOfDay = 86_400_000

/** Whether secrets and certificates are valid, and stay so for a while. */
export const credentialExpiry = defineRuleFamily({
  id: 'credential-expiry',
  group: 'Trust',
  rules: {
    'credential-not-expired': {
      title: 'No secret or certificate has run out.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      messages: {
        found: {
          what: 'The {kind} "{label}" ran out on {day}.',
          why: 'Sign-ins with it end with AADSTS7000222, and a list of old keys hides the one that counts.',
          fix: 'Remove it; where it is still in use, add a new one first.',
        },
      },
    },
    'credential-not-expiring': {
      title: 'No secret or certificate runs out soon.',
      setting: 'warning',
      severityByMessage: { later: 'info' },
      sources: ['graph-manifest', 'old-manifest'],
      messages: {
        found: {
          what: 'The {kind} "{label}" runs out on {day}.',
          why: 'From that day on no customer can sign in until it is replaced everywhere.',
          fix: 'Add a new one now, roll it out, then remove this one.',
        },
        later: {
          what: 'The {kind} "{label}" runs out on {day}.',
          why: 'From that day on no customer can sign in until it is replaced everywhere.',
          fix: 'Plan its replacement.',
        },
      },
    },
    'credential-end-valid': {
      title: 'The last day of a secret or certificate is a date.',
      setting: 'warning',
      sources: ['graph-manifest', 'old-manifest'],
      messages: {
        found: {
          what: 'The last day of the {kind} "{label}" is no date.',
          why: 'Nobody can tell when sign-ins begin to fail.',
          fix: 'Export the manifest again; the directory writes a date such as 2027-10-01T00:00:00Z.',
        },
      },
    },
  },
  check(context) {
    const { registration, today } = context.subject
    const now = today === undefined ? Number.NaN : Date.parse(today)
    if (Number.isNaN(now) && registration.credentials.length > 0) {
      for (const rule of ['credential-not-expired', 'credential-not-expiring'])
        context.notChecked(rule, 'Nobody said which day it is.')
    }
    for (const credential of registration.credentials) checkEnd(context, credential, now)
  },
})

function checkEnd({ report }: CheckContext, { node, kind, label, ends }: Credential, now: number): void {
  if (ends === undefined) return
  const end = ends.kind === 'string' ? Date.parse(String(ends.value)) : Number.NaN
  const data = { kind, label, day: Number.isNaN(end) ? '' : new Date(end).toISOString().slice(0, 10) }
  const days = (end - now) / millisecondsOfDay
  if (Number.isNaN(end)) report('credential-end-valid', ends, { data })
  else if (days < 0) report('credential-not-expired', ends, { data, related: [{ at: node, note: 'This one.' }] })
  else if (days <= laterDays) {
    report('credential-not-expiring', ends, { data, ...(days > soonDays && { message: 'later' }) })
  }
}
