import { applicableProducts } from '../../data/categories.ts'
import { limitOf } from '../../data/field-limits.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { readDescription } from '../../text/read-description.ts'
import { textAt, textsAt } from '../fields.ts'

/** How customers find the offer by words and products. */
export const offerSearch = defineRuleFamily({
  id: 'offer-search',
  group: 'Offer',
  rules: {
    'keywords-count': {
      title: 'At most three keywords.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        found: {
          what: 'There are {count} keywords, where {limit} are taken.',
          why: 'Partner Center has fields for {limit}.',
          fix: 'Keep those your customers search by.',
        },
      },
    },
    'keywords-in-description': {
      title: 'Every keyword stands in the description too.',
      setting: 'warning',
      sources: ['listing-practices'],
      messages: {
        none: {
          what: 'The offer has no keywords.',
          why: 'Customers then find it by its name and texts alone.',
          fix: 'Add up to three words that your customers search by.',
        },
        found: {
          what: 'The keyword "{keyword}" does not stand in the description.',
          why: 'The search trusts keywords more that the description bears out.',
          fix: 'Use the word in the description, or another keyword.',
        },
      },
      severityByMessage: { none: 'info' },
    },
    'products-count': {
      title: 'At most three products are named that the app works with.',
      setting: 'error',
      exceptions: [{ profiles: ['saas'], setting: 'off', because: 'offers of SaaS have no such list' }],
      sources: ['dataverse-listing'],
      messages: {
        found: {
          what: 'There are {count} products, where {limit} are taken.',
          why: 'Partner Center has fields for {limit}.',
          fix: 'Keep the {limit} that matter most.',
        },
      },
    },
    'products-power-automate': {
      title: 'Power Automate is among the products that an offer on Dataverse applies to.',
      setting: 'error',
      exceptions: [{ profiles: ['saas'], setting: 'off', because: 'offers of SaaS have no such list' }],
      sources: ['dataverse-properties', 'dataverse-plan'],
      messages: {
        missing: {
          what: 'The offer does not say that it applies to Power Automate.',
          why: 'Customers who look for it there do not find it.',
          fix: 'Add "Power Automate" to "listing.applicableProducts".',
        },
        unknown: {
          what: '"{name}" is none of the products of the marketplace’s list.',
          why: 'Only products of the list can be ticked.',
          fix: 'Use one of: {known}. Other products go under "products".',
        },
      },
    },
  },
  check({ subject: { offer }, edition, profile, report, notChecked }) {
    const { root } = offer
    const keywords = textsAt(root, 'listing', 'keywords')
    const limit = limitOf('keywords', edition)
    if (keywords.length > limit) {
      report('keywords-count', root.nearest('listing', 'keywords'), { data: { count: keywords.length, limit } })
    }
    if (keywords.length === 0) {
      report('keywords-in-description', root.nearest('listing', 'keywords'), { message: 'none' })
      notChecked('keywords-count', 'The offer has no keywords.', 'Add up to three under "listing.keywords".')
    }
    const description = textAt(root, 'listing', 'description')?.text
    if (description === undefined) {
      const lacking = 'The listing has no description in which keywords could stand.'
      notChecked('keywords-in-description', lacking, 'Add "listing.description".')
    } else {
      const words = readDescription(description).paragraphs.join('\n').toLowerCase()
      for (const { node, text } of keywords) {
        if (words.includes(text.trim().toLowerCase())) continue
        report('keywords-in-description', node, { data: { keyword: text } })
      }
    }
    if (profile !== 'dataverse') return
    const products = textsAt(root, 'listing', 'products')
    const most = limitOf('products', edition)
    if (products.length > most) {
      report('products-count', root.nearest('listing', 'products'), { data: { count: products.length, limit: most } })
    }
    const applicable = textsAt(root, 'listing', 'applicableProducts')
    // The product's earlier name is what the list of 2018 had.
    if (!applicable.some(({ text }) => text === 'Power Automate' || text === 'Microsoft Flow')) {
      report('products-power-automate', root.nearest('listing', 'applicableProducts'), { message: 'missing' })
    }
    for (const { node, text } of applicable) {
      if (applicableProducts.includes(text) || text === 'Microsoft Flow') continue
      report('products-power-automate', node, {
        message: 'unknown',
        data: { name: text, known: applicableProducts.join(', ') },
      })
    }
  },
})
