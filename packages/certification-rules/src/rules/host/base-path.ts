import { defineRuleFamily } from '../../engine/rule-family.ts'

/** What stands before every path: `basePath`. */
export const basePath = defineRuleFamily({
  id: 'base-path',
  rules: {
    'host-base-path-slash': {
      title: 'The base path starts with a slash.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The base path "{path}" does not start with a slash.',
          why: 'Host and base path are joined as they stand, so the address runs together.',
          fix: 'Put a slash in front.',
        },
      },
    },
    'host-base-path-no-trailing-slash': {
      title: 'The base path does not end in a slash.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The base path "{path}" ends in a slash.',
          why: 'Every path starts with one, so requests go to an address with two; most servers forgive it, some do not.',
          fix: 'Remove the last slash, unless your service tells the two apart.',
        },
      },
    },
  },
  check({ report }) {
    return {
      definition({ node }) {
        const member = node.member('basePath')
        if (member?.kind !== 'string') return
        const path = String(member.value)
        if (!path.startsWith('/')) report('host-base-path-slash', member, { data: { path } })
        if (path.length > 1 && path.endsWith('/'))
          report('host-base-path-no-trailing-slash', member, { data: { path } })
      },
    }
  },
  mends: {
    'host-base-path-slash': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, `/${String(node.value).trim()}`)
    },
    'host-base-path-no-trailing-slash': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, String(node.value).replace(/\/+$/, '') || '/')
    },
  },
})
