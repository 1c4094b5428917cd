import { defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { visibleText } from './visible-operation.ts'

/** What makers read about a trigger. */
export const triggerTexts = defineRuleFamily({
  id: 'trigger-texts',
  rules: {
    'op-trigger-summary-when': {
      title: 'A trigger’s summary starts with "When".',
      profiles: certifiedProfiles,
      deviation: 'no mend: the rest of the sentence has to be worded anew',
      messages: {
        found: {
          what: 'The summary "{summary}" of the trigger "{operation}" does not start with "When".',
          why: 'Makers read a flow from its trigger: "When a car is returned" says what starts it.',
          fix: 'Begin with "When" and name the event.',
        },
      },
    },
    'op-trigger-description': {
      title: 'A trigger’s description says what fires it.',
      profiles: certifiedProfiles,
      deviation: 'no mend: only the author knows what fires it',
      messages: {
        found: {
          what: 'The description of the trigger "{operation}" does not say what fires it.',
          why: 'Makers have to know which event starts their flow, and which does not.',
          fix: 'Write a sentence such as "This operation triggers when a car is returned."',
        },
      },
    },
  },
  check({ report }) {
    return {
      operation(operation) {
        if (!operation.isTrigger) return
        const summary = visibleText(operation, 'summary')
        if (summary !== undefined && !/^when\b/i.test(summary.text)) {
          report('op-trigger-summary-when', summary.node, {
            data: { operation: operation.label, summary: summary.text },
          })
        }
        const description = visibleText(operation, 'description')
        if (description !== undefined && !/\b(when|whenever|trigger(s|ed)?|fires|fired)\b/i.test(description.text)) {
          report('op-trigger-description', description.node, { data: { operation: operation.label } })
        }
      },
    }
  },
})
