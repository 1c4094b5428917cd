import { isMethod, type PathItem } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

/** What stands under a path. */
export const pathItem = defineRuleFamily({
  id: 'path-item',
  rules: {
    'path-no-ref': {
      title: 'No path refers to another by $ref.',
      messages: {
        found: {
          what: 'The path "{path}" is a reference.',
          why: 'References are followed for parameters, responses and schemas only.',
          fix: 'Write the operations out under the path.',
        },
      },
    },
    'path-item-keys': {
      title: 'Under a path stand methods, parameters and extensions only.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{key}" does not belong under a path.',
          why: 'Methods are get, put, post, delete, options, head and patch in lower case; the validator refuses other keys.',
          fix: 'Correct the key, or move what it holds to where it belongs.',
        },
      },
    },
    'path-not-empty': {
      title: 'Every path has an operation.',
      messages: {
        found: {
          what: 'The path "{path}" has no operation.',
          why: 'It offers makers nothing; reviewers ask for empty paths to be removed.',
          fix: 'Add the operation, or remove the path.',
        },
        webhookOnly: {
          what: 'The path "{path}" describes a notification but has no operation.',
          why: 'The payload belongs beside the operation that subscribes to it.',
          fix: 'Move "x-ms-notification-content" beside the operation that subscribes.',
        },
      },
    },
  },
  check(context) {
    return { pathItem: (item) => checkItem(context, item) }
  },
  mends: {
    'path-item-keys': ({ node, edit }) => {
      const lower = node?.key?.toLowerCase() ?? ''
      if (node !== undefined && isMethod(lower) && node.parent?.member(lower) === undefined) edit.rename(node, lower)
    },
  },
})

function checkItem({ report }: CheckContext, item: PathItem): void {
  const reference = item.node.member('$ref')
  if (reference !== undefined) {
    report('path-no-ref', reference, { data: { path: item.path } })
    return
  }
  let hasOther = false
  for (const child of item.node.children) {
    const key = child.key ?? ''
    if (isMethod(key) || key === 'parameters' || key.startsWith('x-')) continue
    hasOther = true
    report('path-item-keys', child, { data: { key }, onKey: true })
  }
  if (item.operations.length > 0 || hasOther) return
  const message = item.notificationContent === undefined ? 'found' : 'webhookOnly'
  report('path-not-empty', item.node, { message, data: { path: item.path } })
}
