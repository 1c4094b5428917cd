import type { PathItem } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

/** How a path is written. */
export const pathShape = defineRuleFamily({
  id: 'path-shape',
  rules: {
    'path-starts-with-slash': {
      title: 'Every path starts with a slash.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The path "{path}" does not start with a slash.',
          why: 'Paths are joined to the base path as they stand; OpenAPI demands the slash.',
          fix: 'Put a slash in front.',
        },
      },
    },
    'path-no-query-or-fragment': {
      title: 'No path holds a query or fragment.',
      messages: {
        found: {
          what: 'The path "{path}" contains "{character}".',
          why: 'What stands behind ? or # is no part of a path; the validator refuses it.',
          fix: 'Describe what stands behind the "?" as query parameters. For two operations that differ only there, use a routerequesttoendpoint policy.',
        },
      },
    },
    'path-no-wildcard': {
      title: 'No path holds a wildcard.',
      messages: {
        found: {
          what: 'The path "{path}" contains "*".',
          why: 'A path names one address; wildcards are not supported.',
          fix: 'Replace the "*" by a path parameter in braces.',
        },
      },
    },
    'path-template-balanced': {
      title: 'Braces in a path come in pairs, within one segment.',
      messages: {
        found: {
          what: 'The braces in the path "{path}" do not come in pairs.',
          why: 'Nobody can tell where the parameter starts and ends.',
          fix: 'Write every parameter as {example}, without slashes or braces in it.',
        },
      },
    },
    'path-no-default-in-template': {
      title: 'No path gives a default inside braces.',
      messages: {
        found: {
          what: 'The path "{path}" gives a default inside braces.',
          why: 'The text behind "=" becomes part of the parameter’s name.',
          fix: 'Give the default in the parameter itself.',
        },
      },
    },
    'path-no-trailing-slash': {
      title: 'No path ends in a slash.',
      messages: {
        found: {
          what: 'The path "{path}" ends in a slash.',
          why: 'Servers that tell the two apart answer 404 to one of them.',
          fix: 'Remove the slash if your service answers without it.',
        },
      },
    },
    'path-no-double-slash': {
      title: 'No path holds two slashes in a row.',
      messages: {
        found: {
          what: 'The path "{path}" contains "//".',
          why: 'It is nearly always a slip, and some proxies fold the two into one.',
          fix: 'Write one slash.',
        },
      },
    },
  },
  check(context) {
    return { pathItem: (item) => checkShape(context, item) }
  },
  mends: {
    'path-starts-with-slash': ({ node, edit }) => {
      if (node?.key !== undefined) edit.rename(node, `/${node.key}`)
    },
  },
})

function checkShape({ report }: CheckContext, { node, path }: PathItem): void {
  const data = { path, example: '{id}' }
  if (!path.startsWith('/')) report('path-starts-with-slash', node, { data })
  const character = /[?#]/.exec(path)?.[0]
  if (character !== undefined) report('path-no-query-or-fragment', node, { data: { ...data, character } })
  if (path.includes('*')) report('path-no-wildcard', node, { data })
  if (!hasPairedBraces(path)) report('path-template-balanced', node, { data })
  if (/\{[^{}/=]*=[^{}/]*\}/.test(path)) report('path-no-default-in-template', node, { data })
  if (path.length > 1 && path.endsWith('/')) report('path-no-trailing-slash', node, { data })
  if (path.includes('//')) report('path-no-double-slash', node, { data })
}

function hasPairedBraces(path: string): boolean {
  const rest = path.replace(/\{[^{}/]+\}/g, '')
  return !rest.includes('{') && !rest.includes('}')
}
