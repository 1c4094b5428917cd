import { defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { visibleText } from './visible-operation.ts'

const suffix = '(deprecated)'
const maxSummary = 80

/** What makers read about an operation with `deprecated: true`. */
export const deprecatedOperation = defineRuleFamily({
  id: 'deprecated-operation',
  rules: {
    'op-deprecated-summary-suffix': {
      title: 'The summary of a deprecated operation says so.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The summary of the deprecated operation "{operation}" does not end in "(deprecated)".',
          why: 'In flows that already use it, the summary is all makers see of the deprecation.',
          fix: 'Add " (deprecated)" to the summary.',
        },
      },
    },
    'op-deprecated-description-suffix': {
      title: 'The description of a deprecated operation says so.',
      profiles: certifiedProfiles,
      mend: 'automatic',
      messages: {
        found: {
          what: 'The description of the deprecated operation "{operation}" does not say "(deprecated)".',
          why: 'The reference page lists the operation like any other, and makers choose it.',
          fix: 'Add "(deprecated)" to the description, and name the operation to use instead.',
        },
      },
    },
  },
  check({ report }) {
    return {
      operation(operation) {
        if (!operation.isDeprecated) return
        for (const key of ['summary', 'description'] as const) {
          const shown = visibleText(operation, key)
          if (shown !== undefined && !/\bdeprecated\b/i.test(shown.text)) {
            report(`op-deprecated-${key}-suffix`, shown.node, { data: { operation: operation.label } })
          }
        }
      },
    }
  },
  mends: {
    'op-deprecated-summary-suffix': ({ node, edit }) => {
      const summary = `${String(node?.value ?? '').trim()} ${suffix}`
      if (node !== undefined && summary.length <= maxSummary) edit.set(node, summary)
    },
    'op-deprecated-description-suffix': ({ node, edit }) => {
      const description = String(node?.value ?? '').trim()
      const end = /[.!?]$/.exec(description)?.[0] ?? ''
      if (node === undefined) return
      edit.set(node, `${description.slice(0, description.length - end.length)} ${suffix}${end || '.'}`)
    },
  },
})
