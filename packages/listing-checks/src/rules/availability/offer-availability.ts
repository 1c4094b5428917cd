import { countryCodes } from '../../data/markets.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { entriesAt, textAt, textsAt } from '../fields.ts'

/** Who can get the offer, where, and how. */
export const offerAvailability = defineRuleFamily({
  id: 'offer-availability',
  group: 'Availability',
  rules: {
    'market-present': {
      title: 'The offer, or each of its plans, is for one market at least.',
      setting: 'error',
      sources: ['dataverse-availability', 'saas-plan'],
      messages: {
        found: {
          what: 'There is no market.',
          why: 'Nobody could see it.',
          fix: 'List the countries and regions under "markets", by two-letter code.',
        },
      },
    },
    'market-known': {
      title: 'Every market is a two-letter code of a country or region.',
      setting: 'error',
      sources: ['dataverse-availability'],
      messages: {
        found: {
          what: '"{market}" is no code of a country or region.',
          why: 'The market could not be chosen.',
          fix: 'Write the two letters in capitals{guess}.',
        },
      },
    },
    'listing-option': {
      title: 'The offer says how customers get it, in a way its kind knows.',
      setting: 'error',
      sources: ['saas-plan', 'dataverse-plan'],
      messages: {
        missing: {
          what: 'The offer does not say how customers get it.',
          why: 'The button on the listing depends on it, and some choices stand for ever.',
          fix: 'Set "listingOption": {known}.',
        },
        kind: {
          what: 'An offer of this kind cannot have the option "{option}".',
          why: 'Partner Center does not show it for this kind.',
          fix: 'Use one of: {known}.',
        },
        trial: {
          what: 'A trial of {months} months is not offered.',
          why: 'Partner Center knows one, three and six months.',
          fix: 'Set "trialMonths" to 1, 3 or 6.',
        },
      },
    },
    'hide-key-pattern': {
      title: 'The preview opens with a key of small letters and digits.',
      setting: 'error',
      exceptions: [{ profiles: ['saas'], setting: 'off', because: 'their preview is opened by accounts' }],
      sources: ['dataverse-availability'],
      messages: {
        missing: {
          what: 'There is no key for the preview.',
          why: 'Nobody could look at the listing before customers do.',
          fix: 'Choose one of small letters and digits as "preview.hideKey".',
        },
        found: {
          what: '"{key}" cannot open a preview.',
          why: 'The key becomes part of an address and takes small letters and digits only.',
          fix: 'Choose such a key.',
        },
      },
    },
    'hide-key-gone': {
      title: 'An offer that is live has no key for a preview.',
      setting: 'error',
      exceptions: [{ profiles: ['saas'], setting: 'off', because: 'their preview is opened by accounts' }],
      sources: ['dataverse-availability'],
      messages: {
        found: {
          what: 'The offer is live and still has a key.',
          why: 'With the key, the listing stays hidden from customers who do not have it.',
          fix: 'Remove "preview.hideKey", here and in Partner Center, before you go live.',
        },
      },
    },
    'campaign-parameters': {
      title: 'Parameters of campaign links have at most 16 letters, digits, hyphens and underscores.',
      setting: 'warning',
      sources: ['listing-practices'],
      messages: {
        found: {
          what: 'The campaign parameter "{key}" is "{value}".',
          why: 'Links with other signs, or more than 16, are not counted.',
          fix: 'Use up to 16 letters, digits, hyphens and underscores.',
        },
      },
    },
  },
  check(context) {
    judgeMarkets(context)
    judgeOption(context)
    const { subject, profile, report, notChecked } = context
    const { root } = subject.offer
    const key = textAt(root, 'preview', 'hideKey')
    const isLive = root.text('status') === 'live'
    if (key === undefined) {
      if (!isLive && profile === 'dataverse') {
        report('hide-key-pattern', root.nearest('preview'), { message: 'missing' })
      }
    } else {
      if (!/^[a-z0-9]+$/.test(key.text)) report('hide-key-pattern', key.node, { data: { key: key.text } })
      if (isLive) report('hide-key-gone', key.node)
    }
    const campaign = ['src', 'mktcmpid'].map((name) => [name, textAt(root, 'campaign', name)] as const)
    if (campaign.every(([, value]) => value === undefined)) {
      notChecked('campaign-parameters', 'The offer names no campaign parameter.', 'Add those you use under "campaign".')
    }
    for (const [name, value] of campaign) {
      if (value === undefined || /^[A-Za-z0-9_-]{1,16}$/.test(value.text)) continue
      report('campaign-parameters', value.node, { data: { key: name, value: value.text } })
    }
  },
})

const meant: Readonly<Record<string, string>> = { UK: 'GB', EN: 'GB', EL: 'GR', USA: 'US', GER: 'DE' }

function judgeMarkets({ subject, report }: CheckContext): void {
  const { root } = subject.offer
  const plans = entriesAt(root, 'plans')
  const own = textsAt(root, 'markets')
  const lists = plans.map((plan) => ({ plan, markets: textsAt(plan, 'markets') }))
  if (own.length === 0 && plans.length === 0) report('market-present', root.nearest('markets'))
  for (const { plan, markets } of lists) {
    if (markets.length === 0 && own.length === 0) report('market-present', plan)
  }
  for (const { node, text } of [...own, ...lists.flatMap(({ markets }) => markets)]) {
    if (countryCodes.has(text)) continue
    const upper = text.toUpperCase()
    const code = countryCodes.has(upper) ? upper : meant[upper]
    const guess = code === undefined ? '' : `; "${code}" may be meant`
    report('market-known', node, { data: { market: text, guess } })
  }
}

const options = {
  saas: ['getItNow', 'freeTrial', 'contactMe', 'sellThroughMicrosoft'],
  dataverse: ['getItNow', 'freeTrial', 'contactMe', 'licenceManagement'],
} as const

function judgeOption({ subject, profile, report }: CheckContext): void {
  const { root } = subject.offer
  const option = textAt(root, 'listingOption')
  const allowed: readonly string[] = options[profile]
  const known = allowed.join(', ')
  if (option === undefined) {
    report('listing-option', root.nearest('listingOption'), { message: 'missing', data: { known } })
  } else if (!allowed.includes(option.text)) {
    report('listing-option', option.node, { message: 'kind', data: { option: option.text, known } })
  }
  const months = root.member('trialMonths')
  if (months === undefined || option?.text !== 'freeTrial') return
  if (typeof months.value === 'number' && [1, 3, 6].includes(months.value)) return
  report('listing-option', months, { message: 'trial', data: { months: String(months.value) } })
}
