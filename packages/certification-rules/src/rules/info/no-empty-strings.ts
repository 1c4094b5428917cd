import type { JsonNode } from '@sevenstep/located-json'
import { defineRuleFamily } from '../../engine/rule-family.ts'

const textKeys: ReadonlySet<string> = new Set(['summary', 'description', 'x-ms-summary', 'title'])

/** Texts that are there but say nothing. */
export const noEmptyStrings = defineRuleFamily({
  id: 'no-empty-strings',
  rules: {
    'no-empty-strings': {
      title: 'No summary, description or title is an empty text.',
      mend: 'automatic',
      messages: {
        found: {
          what: '"{key}" is an empty text.',
          why: 'An empty text hides the default that would be shown otherwise, and the validator reports it.',
          fix: 'Write the text, or leave the key out.',
        },
      },
    },
  },
  check({ report }) {
    const look = (value: JsonNode): void => {
      if (value.value === '') report('no-empty-strings', value, { data: { key: value.key ?? '' } })
    }
    const lookIn = (node: JsonNode | undefined): void => {
      for (const child of node?.children ?? []) if (child.value === '' && textKeys.has(child.key ?? '')) look(child)
    }
    return {
      definition: ({ info }) => {
        // A missing title or description has rules of its own.
        for (const child of info?.children ?? [])
          if (child.key === 'x-ms-summary' || child.key === 'summary') look(child)
      },
      operation: ({ node }) => lookIn(node),
      // Non-body parameters arrive as schemas too; only the body's own texts are left.
      parameter: ({ node, isBody }) => {
        if (isBody) lookIn(node)
      },
      schemaKeyword: { summary: look, description: look, 'x-ms-summary': look, title: look },
    }
  },
  mends: {
    'no-empty-strings': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})
