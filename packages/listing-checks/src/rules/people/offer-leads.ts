import { leadDestinations } from '../../data/lead-destinations.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { addressFault, isMailAddress } from '../../text/text-checks.ts'
import { textAt, textsAt } from '../fields.ts'

/** Where people who are interested end up. */
export const offerLeads = defineRuleFamily({
  id: 'offer-leads',
  group: 'People',
  rules: {
    'lead-destination': {
      title: 'Leads go somewhere, where customers are asked to get in touch.',
      setting: 'error',
      sources: ['leads'],
      messages: {
        needed: {
          what: 'Leads have nowhere to go.',
          why: 'A destination is compulsory for "Contact me" and for a test drive.',
          fix: 'Name one under "leads.destination": {known}.',
        },
        advised: {
          what: 'Leads have nowhere to go.',
          why: 'Who gets the app is told to nobody then.',
          fix: 'Name one under "leads.destination": {known}.',
        },
        found: {
          what: '"{destination}" is no destination for leads.',
          why: 'Partner Center offers {known}.',
          fix: 'Use one of them; for another system let a flow take leads at an HTTPS endpoint.',
        },
      },
      severityByMessage: { advised: 'info' },
    },
    'lead-settings': {
      title: 'The destination for leads has everything it needs.',
      setting: 'error',
      sources: ['leads', 'ingestion-api'],
      messages: {
        missing: {
          what: 'Leads to {title} need "{field}".',
          why: 'Without it the connection cannot be made.',
          fix: 'Add it under "leads"; secrets are typed into Partner Center alone.',
        },
        address: {
          what: '"{field}" is no address that Microsoft can reach: {fault}.',
          why: 'Leads are sent over https.',
          fix: 'Write a public https address.',
        },
        email: {
          what: '"{email}" is no mail address.',
          why: 'Nobody hears of new leads.',
          fix: 'Write an address that is read.',
        },
      },
    },
    'lead-arrives': {
      title: 'A test lead arrives.',
      setting: 'error',
      sources: ['leads', 'publish-offer'],
      messages: {
        found: {
          what: 'The test lead did not arrive.',
          why: 'Publishing stops where leads cannot be delivered.',
          fix: 'Validate the connection in Partner Center, and look for the test lead in your system.',
        },
      },
    },
  },
  check({ subject: { offer, facts }, report, notChecked }) {
    const { root } = offer
    const known = Object.keys(leadDestinations).join(', ')
    const destination = textAt(root, 'leads', 'destination')
    const at = root.nearest('leads', 'destination')
    if (destination === undefined) {
      const isNeeded = root.text('listingOption') === 'contactMe' || root.member('testDrive') !== undefined
      report('lead-destination', at, { message: isNeeded ? 'needed' : 'advised', data: { known } })
      const lacking = 'The offer names no destination for leads.'
      const handIn = 'Name one under "leads.destination", with what it needs.'
      for (const rule of ['lead-settings', 'lead-arrives']) notChecked(rule, lacking, handIn)
      if (!isNeeded) notChecked('lead-destination', lacking, handIn)
      return
    }
    const settings = Object.hasOwn(leadDestinations, destination.text) ? leadDestinations[destination.text] : undefined
    if (settings === undefined) {
      report('lead-destination', destination.node, { data: { destination: destination.text, known } })
      for (const rule of ['lead-settings', 'lead-arrives']) notChecked(rule, 'Its destination for leads is not known.')
      return
    }
    for (const field of settings.needs) {
      const value = textAt(root, 'leads', field)
      if (value === undefined) {
        report('lead-settings', root.nearest('leads'), { message: 'missing', data: { title: settings.title, field } })
        continue
      }
      const fault = field.endsWith('Url') ? addressFault(value.text) : undefined
      if (fault !== undefined) report('lead-settings', value.node, { message: 'address', data: { field, fault } })
    }
    for (const { node, text } of textsAt(root, 'leads', 'contactEmails')) {
      if (!isMailAddress(text)) report('lead-settings', node, { message: 'email', data: { email: text } })
    }
    if (facts.testLead === undefined) {
      const handIn = 'Send one from Partner Center, and hand in whether it arrived.'
      notChecked('lead-arrives', 'Nobody said whether a test lead arrived.', handIn)
    } else if (!facts.testLead.arrived) report('lead-arrives', destination.node)
  },
})
