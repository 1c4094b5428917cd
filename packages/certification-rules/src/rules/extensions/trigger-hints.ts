import { defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isCutOff } from '../cut-off.ts'

/** The hint that tells makers how to make a trigger fire. */
export const triggerHints = defineRuleFamily({
  id: 'trigger-hints',
  rules: {
    'ext-trigger-hint-present': {
      title: 'A trigger says how to make it fire.',
      profiles: certifiedProfiles,
      deviation: 'No mend: what makes the trigger fire is for the author to say.',
      messages: {
        found: {
          what: 'The trigger "{operation}" has no "x-ms-trigger-hint".',
          why: 'Makers who test a flow wait for something to happen and are not told what to do.',
          fix: 'Add "x-ms-trigger-hint" with one sentence, such as what to add or change in your product.',
        },
      },
    },
    'ext-trigger-hint-on-trigger': {
      title: 'Only triggers have a trigger hint.',
      mend: 'automatic',
      messages: {
        found: {
          what: '"{operation}" has a trigger hint but is no trigger.',
          why: 'The hint is shown nowhere; perhaps "x-ms-trigger" was forgotten.',
          fix: 'Remove the hint, or add "x-ms-trigger" if it is a trigger.',
        },
      },
    },
  },
  check({ connector, report }) {
    return {
      operation(operation) {
        const { node } = operation
        const hint = node.member('x-ms-trigger-hint')
        const data = { operation: operation.label }
        if (operation.isTrigger) {
          if (hint === undefined && !operation.isInternal && !isCutOff(connector, node))
            report('ext-trigger-hint-present', node, { data })
        } else if (hint !== undefined && !isCutOff(connector, node))
          report('ext-trigger-hint-on-trigger', hint, { onKey: true, data })
      },
    }
  },
  mends: {
    'ext-trigger-hint-on-trigger': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})
