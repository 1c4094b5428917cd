import type { JsonNode } from '@sevenstep/located-json'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { Field } from '../../registration/field-paths.ts'
import { addressOf } from '../../registration/read-app-registration.ts'

const links: readonly (readonly [field: Field, rule: string])[] = [
  ['terms', 'info-terms-link'],
  ['privacy', 'info-privacy-link'],
  ['support', 'info-support-link'],
]

const why = 'Administrators look for it on the consent page, and a consent page without it looks like a trap.'

function link(title: string, what: string) {
  return {
    title,
    setting: 'warning',
    sources: ['graph-manifest', 'old-manifest'],
    messages: {
      found: { what: `The registration names no ${what}.`, why, fix: `Add the https address of your ${what}.` },
      address: {
        what: `"{address}" is no https address of a ${what}.`,
        why,
        fix: `Write the https address of your ${what}.`,
      },
    },
  } as const
}

/** Whether people who are asked for consent can read what they agree to. */
export const infoLinks = defineRuleFamily({
  id: 'info-links',
  group: 'Trust',
  rules: {
    'info-terms-link': link('The registration names the terms of service.', 'page with the terms of service'),
    'info-privacy-link': link('The registration names the privacy statement.', 'privacy statement'),
    'info-support-link': link('The registration names where to get help.', 'support page'),
  },
  check({ subject: { registration }, report }) {
    for (const [field, rule] of links) {
      const node = registration.field(field)
      if (node === undefined || node.value === '') {
        report(rule, registration.member('info') ?? registration.member('informationalUrls') ?? registration.root)
      } else if (!isHttps(node)) report(rule, node, { message: 'address', data: { address: String(node.value) } })
    }
  },
})

function isHttps(node: JsonNode): boolean {
  return node.kind === 'string' && addressOf(String(node.value))?.protocol === 'https:'
}
