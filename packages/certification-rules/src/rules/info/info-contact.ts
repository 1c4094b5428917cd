import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { judgeAddress } from '../texts/web-address.ts'

/** Whom makers turn to: `info.contact`. */
export const infoContact = defineRuleFamily({
  id: 'info-contact',
  rules: {
    'info-contact-required': {
      title: 'The definition names a contact.',
      profiles: certifiedProfiles,
      deviation: 'no mend: name, address and mailbox are the author’s to give',
      messages: {
        found: {
          what: 'The definition names no contact.',
          why: 'Makers and reviewers need somebody to write to; every connector accepted since 2021 has one.',
          fix: 'Add "contact" to "info" with "name", "url" and "email" of your support.',
        },
      },
    },
    'info-contact-name': {
      title: 'The contact has a name.',
      profiles: certifiedProfiles,
      deviation: 'no mend: the name is the author’s to give',
      messages: {
        found: {
          what: 'The contact has no name.',
          why: 'The name is shown on the connector’s page beside the address.',
          fix: 'Add "name": your company or its support team.',
        },
      },
    },
    'info-contact-url': {
      title: 'The contact has a web address.',
      profiles: certifiedProfiles,
      deviation: 'no mend: the address is the author’s to give',
      messages: {
        found: {
          what: 'The contact has no web address.',
          why: 'The connector’s page links to it for support.',
          fix: 'Add "url": the page of your support.',
        },
      },
    },
    'info-contact-email': {
      title: 'The contact has a mail address.',
      profiles: certifiedProfiles,
      deviation: 'no mend: the mailbox is the author’s to give',
      messages: {
        found: {
          what: 'The contact has no mail address.',
          why: 'Reviewers write to it, and so do makers when something breaks.',
          fix: 'Add "email": a mailbox that somebody reads.',
        },
      },
    },
    'info-contact-email-valid': {
      title: 'The contact’s mail address is one.',
      messages: {
        found: {
          what: 'The contact’s mail address is "{text}".',
          why: 'Mail cannot be sent there.',
          fix: 'Write one address in plain letters, such as support@example.com.',
        },
      },
    },
    'info-contact-url-valid': {
      title: 'The contact’s web address is absolute.',
      messages: {
        found: {
          what: 'The contact’s web address is "{text}".',
          why: 'Only an absolute address can be opened from the connector’s page.',
          fix: 'Write the whole address, starting with https://.',
        },
      },
    },
    'info-contact-url-https': {
      title: 'The contact’s web address uses https.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The contact’s web address uses plain http.',
          why: 'Browsers warn before opening it.',
          fix: 'Use https, after checking that the page answers there.',
        },
      },
    },
  },
  check(context) {
    return {
      definition({ info }) {
        if (info === undefined) return
        const contact = info.member('contact')
        if (contact?.kind !== 'object') context.report('info-contact-required', contact ?? info)
        else checkContact(context, contact)
      },
    }
  },
  mends: {
    'info-contact-url-https': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, String(node.value).replace(/^http:/i, 'https:'))
    },
  },
})

function checkContact({ report }: CheckContext, contact: JsonNode): void {
  const text = (key: string): string | undefined => {
    const value = contact.text(key)?.trim()
    if (value === undefined || value === '') report(`info-contact-${key}`, contact.member(key) ?? contact)
    return value === '' ? undefined : value
  }
  text('name')
  const url = text('url')
  const urlNode = contact.member('url')
  if (url !== undefined && urlNode !== undefined) {
    const verdict = judgeAddress(url)
    if (verdict === 'invalid') report('info-contact-url-valid', urlNode, { data: { text: url } })
    else if (verdict === 'http') report('info-contact-url-https', urlNode)
  }
  const email = text('email')
  const emailNode = contact.member('email')
  if (
    email !== undefined &&
    emailNode !== undefined &&
    !/^[\x21-\x3f\x41-\x7e]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(email)
  ) {
    report('info-contact-email-valid', emailNode, { data: { text: email } })
  }
}
