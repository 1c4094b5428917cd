import { limitOf } from '../../data/field-limits.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { addressOf, lengthOf, shownAddress } from '../../text/text-checks.ts'
import { textAt } from '../fields.ts'

/** The name that customers see. */
export const listingName = defineRuleFamily({
  id: 'listing-name',
  group: 'Texts',
  rules: {
    'listing-name-length': {
      title: 'The name has at most 200 characters (50 in 2018).',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        missing: {
          what: 'The listing has no name.',
          why: 'It is what customers see first.',
          fix: 'Write the name under which your own site shows the product.',
        },
        found: {
          what: 'The name has {length} characters, where {limit} are taken.',
          why: 'Partner Center refuses a longer one.',
          fix: 'Shorten it to the product’s name.',
        },
      },
    },
    'listing-name-no-emoji': {
      title: 'The name holds no emoji.',
      setting: 'error',
      sources: ['dataverse-listing'],
      messages: {
        found: {
          what: 'The name holds the sign "{sign}".',
          why: 'Names with emoji are refused; the signs ™ and © are fine.',
          fix: 'Write the name in letters.',
        },
      },
    },
    'listing-name-as-on-site': {
      title: 'The name is the one on the vendor’s public site.',
      setting: 'warning',
      sources: ['listing-criteria', 'policies'],
      messages: {
        found: {
          what: 'The page "{address}" is titled "{title}", in which "{name}" does not occur.',
          why: 'Reviewers compare the two, and send back offers under another name.',
          fix: 'Use the same name in both places.',
        },
        site: {
          what: 'The offer does not say where your own site shows the product.',
          why: 'Reviewers compare the names; so can we, when we know the page.',
          fix: 'Add its address as "listing.websiteUrl".',
        },
      },
      severityByMessage: { site: 'info' },
    },
  },
  check({ subject: { offer, facts }, edition, report, notChecked }) {
    const { root } = offer
    const name = textAt(root, 'listing', 'name')
    const at = root.nearest('listing', 'name')
    if (name === undefined) {
      report('listing-name-length', at, { message: 'missing' })
      const lacking = 'The listing has no name to compare.'
      notChecked('listing-name-as-on-site', lacking, 'Add "listing.name" and "listing.websiteUrl".')
      return
    }
    const limit = limitOf('name', edition)
    const length = lengthOf(name.text)
    if (length > limit) report('listing-name-length', at, { data: { length, limit } })
    const sign = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u.exec(name.text)?.[0]
    if (sign !== undefined) report('listing-name-no-emoji', at, { data: { sign } })
    const site = textAt(root, 'listing', 'websiteUrl')?.text
    const address = addressOf(site)?.href
    if (address === undefined) {
      report('listing-name-as-on-site', root.nearest('listing', 'websiteUrl'), { message: 'site' })
      const lacking = 'The offer does not say where your own site shows the product.'
      notChecked('listing-name-as-on-site', lacking, 'Add its address as "listing.websiteUrl".')
      return
    }
    const fact = facts.links?.find(({ url }) => addressOf(url)?.href === address)
    if (fact?.title === undefined) {
      const handIn = 'Have the page opened, or hand in what it answered.'
      notChecked('listing-name-as-on-site', 'The title of your own page was not looked up.', handIn)
    } else if (!plain(fact.title).includes(plain(name.text))) {
      report('listing-name-as-on-site', at, {
        data: { address: shownAddress(address), title: fact.title, name: name.text },
      })
    }
  },
})

/** Letters and digits alone: marks such as ™ and the kinds of blanks and hyphens do not matter. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
