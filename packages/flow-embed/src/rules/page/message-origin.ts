import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { MessageHandler } from '../../page/host-page.ts'
import { lastNameOf, nodesOf } from '../../script/script-nodes.ts'
import { noteNothingShown, noteUnseen } from '../looking.ts'

/** Whether messages of other windows are taken from those alone that are meant. */
export const messageOrigin = defineRuleFamily({
  id: 'message-origin',
  group: 'The page',
  rules: {
    'embed-message-origin': {
      title: 'A handler for messages looks at the origin they come from.',
      setting: 'warning',
      sources: ['html-standard'],
      messages: {
        found: {
          what: 'This handler takes messages of every origin.',
          why: 'Any page that frames this one, or is framed in it, can make it do what it does for widgets.',
          fix: "Begin with: if (event.origin !== 'https://…') return.",
        },
        ends: {
          what: 'The origin is compared by its end "{end}", without a dot or scheme before it.',
          why: 'evil{end}, which anybody may register, ends so too.',
          fix: 'Compare the whole origin with ===, or put a dot before the domain.',
        },
      },
    },
  },
  check(context) {
    const { subject, report, notChecked } = context
    const { page } = subject
    const rules = ['embed-message-origin']
    if (page.messageHandlers.length === 0) noteNothingShown(context, rules)
    else noteUnseen(context, rules)
    for (const handler of page.messageHandlers) {
      const { looks, isHandedOn, end } = lookAt(handler)
      if (end !== undefined) report('embed-message-origin', end.at, { message: 'ends', data: { end: end.text } })
      else if (looks) continue
      else if (isHandedOn)
        notChecked('embed-message-origin', `${handler.at.file.path}: the message is handed on to another function.`)
      else report('embed-message-origin', handler.at)
    }
  },
})

function lookAt({ node, script }: MessageHandler): {
  readonly looks: boolean
  readonly isHandedOn: boolean
  readonly end?: { readonly text: string; readonly at: MessageHandler['at'] }
} {
  const event = node.params[0]
  let looks =
    event?.type === 'ObjectPattern' &&
    event.properties.some((one) => one.type === 'Property' && lastNameOf(one.key) === 'origin')
  let isHandedOn = false
  for (const inner of nodesOf(node.body)) {
    if (inner.type === 'MemberExpression' && (lastNameOf(inner) === 'origin' || lastNameOf(inner) === 'source'))
      looks = true
    if (inner.type === 'CallExpression' && event?.type === 'Identifier') {
      isHandedOn ||= inner.arguments.some((one) => one.type === 'Identifier' && one.name === event.name)
      const [first] = inner.arguments
      const isOrigin = inner.callee.type === 'MemberExpression' && lastNameOf(inner.callee.object) === 'origin'
      const isEnd =
        lastNameOf(inner.callee) === 'endsWith' && first?.type === 'Literal' && typeof first.value === 'string'
      if (isOrigin && isEnd && !/^(\.|https?:\/\/)/.test(String(first.value)))
        return { looks: true, isHandedOn, end: { text: String(first.value), at: script.placeOf(first) } }
    }
  }
  return { looks, isHandedOn }
}
