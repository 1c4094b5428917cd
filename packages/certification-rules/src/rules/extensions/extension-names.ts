import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { nearestWord } from '../texts/nearest-word.ts'

/** Extensions the platform or its tools know, wherever they stand; the last group is of the plug-in era of 2023. */
const knownNames: ReadonlySet<string> = new Set([
  'x-ms-api-annotation',
  'x-ms-capabilities',
  'x-ms-connector-metadata',
  'x-ms-deployment-version',
  'x-ms-docs',
  'x-ms-dynamic-list',
  'x-ms-dynamic-properties',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-tree',
  'x-ms-dynamic-values',
  'x-ms-editor',
  'x-ms-editor-options',
  'x-ms-enum',
  'x-ms-enum-values',
  'x-ms-keywords',
  'x-ms-localizeDefaultValue',
  'x-ms-media-kind',
  'x-ms-no-generic-test',
  'x-ms-notification',
  'x-ms-notification-content',
  'x-ms-notification-url',
  'x-ms-operation-context',
  'x-ms-pageable',
  'x-ms-parameter-location',
  'x-ms-safe-operation',
  'x-ms-skip-url-encoding',
  'x-ms-summary',
  'x-ms-test-value',
  'x-ms-trigger',
  'x-ms-trigger-hint',
  'x-ms-trigger-metadata',
  'x-ms-trigger-value',
  'x-ms-url-encoding',
  'x-ms-visibility',
  'x-ms-openai-data',
  'x-ms-openai-manifest',
  'x-ms-openai-published-to-copilots',
  'x-ms-require-user-confirmation',
])

/** Names of extensions. */
export const extensionNames = defineRuleFamily({
  id: 'extension-names',
  rules: {
    'ext-known-x-ms': {
      title: 'Every extension that starts with "x-ms-" is one the platform knows.',
      mend: 'proposed',
      deviation:
        'The extensions of the plug-in era of 2023 (x-ms-openai-…) count as known: one in ten recent accepted connectors has them.',
      messages: {
        found: {
          what: '"{name}" is not an extension the platform knows.',
          why: 'Names that start with "x-ms-" are Microsoft’s; one that is not known has no effect.',
          fix: 'Remove it, or rename it to start with "x-" and a word of your own.',
        },
        misspelt: {
          what: '"{name}" is not an extension the platform knows; "{meant}" is.',
          why: 'The misspelt one has no effect: a label stays missing, or something hidden is shown.',
          fix: 'Write "{meant}".',
        },
      },
    },
  },
  check(context) {
    const look = (node: JsonNode | undefined): void => checkNames(context, node)
    return {
      definition({ node, info, pathItems }) {
        look(node)
        look(info)
        for (const item of pathItems) {
          look(item.node)
          look(item.notificationContent)
        }
      },
      operation: ({ node }) => look(node),
      parameter: (parameter) => {
        if (parameter.isBody) look(parameter.node)
      },
      response: ({ site }) => look(site),
      schema: ({ node }) => look(node),
    }
  },
  mends: {
    'ext-known-x-ms': ({ node, data, edit }) => {
      if (node !== undefined && data.meant !== undefined) edit.rename(node, String(data.meant))
    },
  },
})

function checkNames({ report }: CheckContext, node: JsonNode | undefined): void {
  if (node?.kind !== 'object') return
  for (const child of node.children) {
    const { key } = child
    // Most keys are told apart by their second character, which costs less than looking them up.
    if (key === undefined || (key[1] !== '-' && key[1] !== '_') || knownNames.has(key)) continue
    const name = key.toLowerCase()
    if (!name.startsWith('x-ms') && !name.startsWith('x_ms')) continue
    const meant = nearestWord(key, knownNames)
    if (meant !== undefined && node.member(meant) === undefined)
      report('ext-known-x-ms', child, { message: 'misspelt', onKey: true, data: { name: key, meant } })
    else report('ext-known-x-ms', child, { onKey: true, data: { name: key } })
  }
}
