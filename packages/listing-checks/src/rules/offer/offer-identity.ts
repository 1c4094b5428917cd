import { fieldLimits } from '../../data/field-limits.ts'
import { otherTypes } from '../../data/offer-types.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { textAt } from '../fields.ts'
import { fillInFirst, isUnfilled } from './unfilled.ts'

/** What an offer is, and the ids that nobody can change later. */
export const offerIdentity = defineRuleFamily({
  id: 'offer-identity',
  group: 'Offer',
  rules: {
    'offer-type-fits': {
      title: 'The offer is of a kind that suits an integration with Power Automate.',
      setting: 'error',
      sources: ['saas-plan', 'dataverse-plan'],
      messages: {
        found: {
          what: '"{type}" is no kind of offer that is checked here.',
          why: 'A web app that embeds flows is offered as "saas", a managed solution with flows as "dataverse".',
          fix: 'Write "saas" or "dataverse".',
        },
        other: {
          what: '"{type}" ({title}) does not offer what you built with Power Automate.',
          why: 'A web app that embeds flows is offered as "saas", a managed solution with flows as "dataverse".',
          fix: 'Write "saas" or "dataverse", or keep an offer of that kind out of this check.',
        },
        room: {
          what: 'An offer of connectors is no folder of this kind.',
          why: 'Connectors and templates go through certification: steps 1 and 4.',
          fix: 'Check the connector’s own folder, and keep an offer here only for your app.',
        },
        package: {
          what: 'The offer is "saas" and names a package.',
          why: 'Nothing of a SaaS offer is installed, so nobody looks into the package.',
          fix: 'Take "package" out, or write "dataverse" if customers install what you built.',
        },
      },
      severityByMessage: { package: 'warning' },
    },
    'offer-id-pattern': {
      title: 'The offer ID has only small letters, digits, hyphens and underscores, 50 at most.',
      setting: 'error',
      sources: ['dataverse-setup'],
      messages: {
        missing: {
          what: 'The offer has no ID.',
          why: 'It becomes part of the address customers see, and cannot be changed later.',
          fix: 'Choose one of small letters, digits, hyphens and underscores, such as "fleet-desk".',
        },
        found: {
          what: '"{id}" cannot be an offer ID.',
          why: 'Partner Center takes small letters, digits, hyphens and underscores only, and never lets it change.',
          fix: 'Use up to {limit} of these characters, such as "fleet-desk".',
        },
      },
    },
    'offer-alias': {
      title: 'The offer has an alias.',
      setting: 'warning',
      sources: ['dataverse-setup'],
      messages: {
        found: {
          what: 'The offer has no alias.',
          why: 'Partner Center asks for it first and never lets it change.',
          fix: 'Write the name your own people know the product by.',
        },
      },
    },
    'offer-version': {
      title: 'The offer names the version of the app.',
      setting: 'warning',
      exceptions: [{ profiles: ['dataverse'], setting: 'error', because: 'the form of these offers demands it' }],
      sources: ['dataverse-properties'],
      messages: {
        found: {
          what: 'The offer does not say which version of the app it is about.',
          why: 'Reviewers compare it with what they install.',
          fix: 'Add "appVersion", such as "1.0".',
        },
      },
    },
    'offer-test-label': {
      title: 'An offer made to try the process says so in its name.',
      setting: 'error',
      sources: ['policies'],
      messages: {
        found: {
          what: 'The offer is for testing, and its name does not say so.',
          why: 'Unlabelled test offers are sent back, because customers could take them for real.',
          fix: 'Put "MS Test Offer" into the name, and keep the offer private.',
        },
        looks: {
          what: 'The name "{name}" looks like that of a test.',
          why: 'Offers that look like tests are sent back unless they are labelled and private.',
          fix: 'Give it its real name, or set "isTestOffer" and put "MS Test Offer" into the name.',
        },
      },
      severityByMessage: { looks: 'warning' },
    },
  },
  check({ subject: { offer }, report, notChecked }) {
    const { root } = offer
    const type = root.text('offerType') ?? ''
    if (offer.profile === undefined) {
      const other = otherTypes.find(({ api }) => api === type)
      const message = other === undefined ? 'found' : other.fit === 'another room' ? 'room' : 'other'
      report('offer-type-fits', root.nearest('offerType'), { message, data: { type, title: other?.title ?? '' } })
    } else if (isUnfilled(root)) {
      notChecked('offer-type-fits', 'Nobody said yet what is offered, so that no kind suits it.', fillInFirst)
    }
    const names = textAt(root, 'package', 'file')
    if (offer.profile === 'saas' && names !== undefined) report('offer-type-fits', names.node, { message: 'package' })
    const id = textAt(root, 'offerId')
    const limit = fieldLimits.offerId.current
    if (id === undefined) report('offer-id-pattern', root.nearest('offerId'), { message: 'missing' })
    else if (!/^[a-z0-9_-]+$/.test(id.text) || id.text.length > limit) {
      report('offer-id-pattern', id.node, { data: { id: id.text, limit } })
    }
    if (textAt(root, 'alias') === undefined) report('offer-alias', root.nearest('alias'))
    if (textAt(root, 'appVersion') === undefined) report('offer-version', root.nearest('appVersion'))
    const name = textAt(root, 'listing', 'name')?.text ?? ''
    const isLabelled = /ms test offer/i.test(name)
    if (root.member('isTestOffer')?.value === true) {
      if (!isLabelled) report('offer-test-label', root.nearest('listing', 'name'))
    } else if (!isLabelled && /\b(test|demo|dummy|sample)\b/i.test(name)) {
      report('offer-test-label', root.nearest('listing', 'name'), { message: 'looks', data: { name } })
    }
  },
})
