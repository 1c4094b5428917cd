import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { infoContact } from './info-contact.ts'

const good = { name: 'Fleet Desk', url: 'https://fleetdesk.example/help', email: 'help@fleetdesk.example' }
const contact = (value: unknown) => ({ definition: { info: { title: 'Fleet', version: '1', contact: value } } })

testRuleFamily(infoContact, import.meta.url, {
  passes: [
    { name: 'all three', given: contact(good) },
    { name: 'plus signs and dots in the mailbox', given: contact({ ...good, email: 'a.b+c@mail.fleetdesk.example' }) },
    { name: 'own connectors need none', given: { definition: { info: { title: 'x' } }, profile: 'custom' } },
  ],
  fails: [
    {
      name: 'none',
      given: { definition: { info: { title: 'Fleet' } } },
      finds: [{ rule: 'info-contact-required', at: '/info' }],
    },
    { name: 'a text', given: contact('me'), finds: [{ rule: 'info-contact-required', at: '/info/contact' }] },
    {
      name: 'nothing filled in',
      given: contact({}),
      finds: [
        { rule: 'info-contact-name', at: '/info/contact' },
        { rule: 'info-contact-url', at: '/info/contact' },
        { rule: 'info-contact-email', at: '/info/contact' },
      ],
    },
    {
      name: 'an empty name',
      given: contact({ ...good, name: ' ' }),
      finds: [{ rule: 'info-contact-name', at: '/info/contact/name' }],
    },
    {
      name: 'no domain',
      given: contact({ ...good, email: 'help' }),
      finds: [{ rule: 'info-contact-email-valid', at: '/info/contact/email' }],
    },
    {
      name: 'a letter outside ASCII',
      given: contact({ ...good, email: 'hülfe@fleetdesk.example' }),
      finds: [{ rule: 'info-contact-email-valid', at: '/info/contact/email' }],
    },
    {
      name: 'a host alone',
      given: contact({ ...good, url: 'fleetdesk.example' }),
      finds: [{ rule: 'info-contact-url-valid', at: '/info/contact/url' }],
    },
    {
      name: 'http',
      given: contact({ ...good, url: 'http://fleetdesk.example/help' }),
      finds: [{ rule: 'info-contact-url-https', at: '/info/contact/url' }],
      mended: contact(good),
    },
  ],
})
