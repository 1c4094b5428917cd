import { limitOf } from '../../data/field-limits.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { lengthOf } from '../../text/text-checks.ts'
import { textAt } from '../fields.ts'

/** The sentence in lists of search results. */
export const listingSummary = defineRuleFamily({
  id: 'listing-summary',
  group: 'Texts',
  rules: {
    'summary-length': {
      title: 'The search summary has at most 100 characters.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        missing: {
          what: 'The listing has no search summary.',
          why: 'It is all that lists of results show beside the name.',
          fix: 'Say in one sentence what customers gain.',
        },
        found: {
          what: 'The search summary has {length} characters, where {limit} are taken.',
          why: 'Partner Center refuses a longer one.',
          fix: 'Shorten it to one sentence.',
        },
      },
    },
    'summary-one-line': {
      title: 'The search summary is one line of one sentence.',
      setting: 'error',
      sources: ['dataverse-listing'],
      messages: {
        found: {
          what: 'The search summary has a line break.',
          why: 'It is shown as one line; a break is refused.',
          fix: 'Write it as one sentence on one line.',
        },
        sentences: {
          what: 'The search summary has more than one sentence.',
          why: 'One is asked for; lists cut off what follows.',
          fix: 'Keep the sentence that says what customers gain.',
        },
      },
      severityByMessage: { sentences: 'warning' },
    },
  },
  check({ subject: { offer }, edition, report }) {
    const at = offer.root.nearest('listing', 'summary')
    const summary = textAt(offer.root, 'listing', 'summary')
    if (summary === undefined) {
      report('summary-length', at, { message: 'missing' })
      return
    }
    const limit = limitOf('summary', edition)
    const length = lengthOf(summary.text)
    if (length > limit) report('summary-length', at, { data: { length, limit } })
    if (/[\r\n]/.test(summary.text.trim())) report('summary-one-line', at)
    else if (/[.!?]\s+\p{Lu}/u.test(summary.text)) report('summary-one-line', at, { message: 'sentences' })
  },
})
