import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isMailAddress, isPhoneNumber } from '../../text/text-checks.ts'
import { textAt } from '../fields.ts'

const contacts = [
  ['support', 'support', true],
  ['engineering', 'engineering', true],
  ['cloudSolutionProvider', 'Cloud Solution Provider programme', false],
] as const

/** The people whom customers and Microsoft call. */
export const offerContacts = defineRuleFamily({
  id: 'offer-contacts',
  group: 'People',
  rules: {
    'contact-present': {
      title: 'Support and engineering contacts have name, mail and phone.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing', 'listing-criteria'],
      messages: {
        found: {
          what: 'The {who} contact has no {what}.',
          why: 'Partner Center demands it; the report of the review goes to the engineering contact.',
          fix: 'Add it under "contacts.{key}".',
        },
      },
    },
    'contact-email': {
      title: 'Every contact’s mail address has the form of one.',
      setting: 'error',
      sources: ['dataverse-listing'],
      messages: {
        found: {
          what: '"{email}" is no mail address.',
          why: 'Mail to it is lost, that of reviewers too.',
          fix: 'Write an address that several people of yours read.',
        },
      },
    },
    'contact-phone': {
      title: 'Every contact’s phone number can be dialled.',
      setting: 'error',
      sources: ['dataverse-listing'],
      messages: {
        found: {
          what: '"{phone}" is no phone number.',
          why: 'Reviewers and customers cannot call.',
          fix: 'Write the number with its country code, such as "+44 20 7946 0123".',
        },
        country: {
          what: '"{phone}" has no country code.',
          why: 'Customers call from other countries.',
          fix: 'Begin it with "+" and the code of your country.',
        },
      },
      severityByMessage: { country: 'info' },
    },
  },
  check({ subject: { offer }, report }) {
    const { root } = offer
    for (const [key, who, isNeeded] of contacts) {
      const contact = root.find('contacts', key)
      if (contact === undefined && !isNeeded) continue
      for (const [field, what] of [
        ['name', 'name'],
        ['email', 'mail address'],
        ['phone', 'phone number'],
      ] as const) {
        if (textAt(root, 'contacts', key, field) !== undefined) continue
        report('contact-present', root.nearest('contacts', key), { data: { who, what, key } })
      }
      const email = textAt(root, 'contacts', key, 'email')
      if (email !== undefined && !isMailAddress(email.text)) {
        report('contact-email', email.node, { data: { email: email.text } })
      }
      const phone = textAt(root, 'contacts', key, 'phone')
      if (phone === undefined) continue
      const data = { phone: phone.text }
      if (!isPhoneNumber(phone.text)) report('contact-phone', phone.node, { data })
      else if (!/^\s*(\+|00)/.test(phone.text)) report('contact-phone', phone.node, { message: 'country', data })
    }
  },
})
