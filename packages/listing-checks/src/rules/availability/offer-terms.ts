import { limitOf } from '../../data/field-limits.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { entriesAt, textAt } from '../fields.ts'

/** What customers agree to. */
export const offerTerms = defineRuleFamily({
  id: 'offer-terms',
  group: 'Availability',
  rules: {
    'terms-present': {
      title: 'There are terms: Microsoft’s standard contract, or the vendor’s own.',
      setting: 'error',
      sources: ['dataverse-properties', 'saas-plan'],
      messages: {
        found: {
          what: 'The offer has no terms.',
          why: 'Customers have to agree to some.',
          fix: 'Set "terms.standardContract", or add "terms.url" or "terms.text". The standard contract cannot be taken back.',
        },
      },
    },
    'terms-one-kind': {
      title: 'Terms are of one kind.',
      setting: 'error',
      exceptions: [{ editions: ['2018-02'], setting: 'off', because: 'there was no standard contract' }],
      sources: ['saas-plan'],
      messages: {
        found: {
          what: 'The offer has Microsoft’s standard contract and terms of its own.',
          why: 'Partner Center takes one or the other, and the choice of the standard contract stands for ever.',
          fix: 'Keep one of them; what differs from the standard contract goes into "amendments".',
        },
        amendments: {
          what: 'There are amendments, and no standard contract that they amend.',
          why: 'They would be dropped.',
          fix: 'Set "standardContract", or put the text into your own terms.',
        },
      },
    },
    'terms-amendments-count': {
      title: 'At most ten amendments of the standard contract.',
      setting: 'error',
      sources: ['saas-plan'],
      messages: {
        found: {
          what: 'There are {count} amendments, where {limit} are taken.',
          why: 'Partner Center has no place for more.',
          fix: 'Join some of them.',
        },
      },
    },
  },
  check({ subject: { offer }, edition, report }) {
    const { root } = offer
    const isStandard = root.find('terms', 'standardContract')?.value === true
    const own = textAt(root, 'terms', 'url') ?? textAt(root, 'terms', 'text')
    if (!isStandard && own === undefined) report('terms-present', root.nearest('terms'))
    if (isStandard && own !== undefined) report('terms-one-kind', own.node)
    const amendments = entriesAt(root, 'terms', 'amendments')
    const limit = limitOf('amendments', edition)
    const at = root.nearest('terms', 'amendments')
    if (amendments.length > 0 && !isStandard) report('terms-one-kind', at, { message: 'amendments' })
    if (amendments.length > limit) report('terms-amendments-count', at, { data: { count: amendments.length, limit } })
  },
})
