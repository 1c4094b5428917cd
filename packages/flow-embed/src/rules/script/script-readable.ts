import { defineRuleFamily } from '../../engine/rule-family.ts'
import { noteUnseen } from '../looking.ts'

/** Whether scripts can be read by a browser. */
export const scriptReadable = defineRuleFamily({
  id: 'script-readable',
  group: 'Microsoft’s script',
  rules: {
    'embed-script-readable': {
      title: 'Scripts of the page have no syntax errors.',
      setting: 'error',
      sources: [],
      deviation: 'Ours: what a browser cannot read shows no widget, and nothing in it can be checked.',
      messages: {
        found: {
          what: 'This script cannot be read: {fault}.',
          why: 'A browser drops the whole script, and with it the widget; a translator refuses it.',
          fix: 'Mend the syntax here. Where a tool fills the file in before it is served, check what comes out.',
        },
      },
    },
  },
  check(context) {
    const rule = 'embed-script-readable'
    const { page } = context.subject
    if (!noteUnseen(context, [rule]) && page.scripts.length === 0)
      context.notChecked(rule, 'There is no script among the files.', 'Hand in the page with its scripts.')
    for (const { place, fault } of page.unread)
      if (fault !== undefined) context.report(rule, place, { data: { fault } })
  },
})
