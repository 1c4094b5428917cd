import type { Definition } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

const rootKeys: ReadonlySet<string> = new Set([
  'swagger',
  'info',
  'host',
  'basePath',
  'schemes',
  'consumes',
  'produces',
  'paths',
  'definitions',
  'parameters',
  'responses',
  'securityDefinitions',
  'security',
  'tags',
  'externalDocs',
])
const infoKeys: ReadonlySet<string> = new Set([
  'title',
  'version',
  'description',
  'termsOfService',
  'contact',
  'license',
])

/** The outermost object of the definition. */
export const swaggerRoot = defineRuleFamily({
  id: 'swagger-root',
  rules: {
    'swagger-version-2': {
      title: 'The definition is OpenAPI 2.0.',
      messages: {
        found: {
          what: 'The definition does not say "swagger": "2.0".',
          why: 'Connectors are described in OpenAPI 2.0; nothing else is read.',
          fix: 'Write "swagger": "2.0" as a text.',
        },
        newer: {
          what: 'The definition is OpenAPI {version}.',
          why: 'Connectors are described in OpenAPI 2.0; nothing newer is read.',
          fix: 'Convert the definition to OpenAPI 2.0 first; several converters do this.',
        },
      },
    },
    'swagger-root-keys': {
      title: 'The top level holds keys of OpenAPI 2.0 and extensions only.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{key}" does not belong at the top level.',
          why: 'OpenAPI 2.0 knows no such key, and the validator refuses what it does not know.',
          fix: 'Correct its spelling, move it, or start its name with "x-".',
        },
      },
    },
    'info-known-keys': {
      title: '"info" holds keys of OpenAPI 2.0 and extensions only.',
      messages: {
        found: {
          what: '"{key}" does not belong in "info".',
          why: 'OpenAPI 2.0 knows no such key, and the validator refuses what it does not know.',
          fix: 'Correct its spelling, move it, or start its name with "x-".',
        },
      },
    },
    'swagger-tags-unique': {
      title: 'No tag is defined twice.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The tag "{name}" is defined twice.',
          why: 'Tags are looked up by name; the second definition is an error.',
          fix: 'Remove one of the two.',
        },
      },
    },
  },
  check(context) {
    return {
      definition(definition) {
        checkVersion(context, definition)
        checkKeys(context, definition)
        checkTags(context, definition)
      },
    }
  },
  mends: {
    'swagger-root-keys': ({ node, edit }) => {
      const lower = node?.key?.toLowerCase()
      const known = [...rootKeys].find((key) => key.toLowerCase() === lower)
      if (node !== undefined && known !== undefined && node.parent?.member(known) === undefined)
        edit.rename(node, known)
    },
    'swagger-tags-unique': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})

function checkVersion({ report }: CheckContext, { node, file }: Definition): void {
  const version = node.member('swagger')
  if (version?.value === '2.0') return
  const newer = node.text('openapi')
  if (version === undefined && newer !== undefined) {
    report('swagger-version-2', node.member('openapi') ?? node, { message: 'newer', data: { version: newer } })
  } else if (version !== undefined || file.json.isComplete) report('swagger-version-2', version ?? node)
}

function checkKeys({ report }: CheckContext, { node, info }: Definition): void {
  for (const child of node.children) {
    const key = child.key ?? ''
    if (!rootKeys.has(key) && !key.startsWith('x-') && key !== 'openapi')
      report('swagger-root-keys', child, { data: { key }, onKey: true })
  }
  for (const child of info?.children ?? []) {
    const key = child.key ?? ''
    if (!infoKeys.has(key) && !key.startsWith('x-')) report('info-known-keys', child, { data: { key }, onKey: true })
  }
}

function checkTags({ report }: CheckContext, { node }: Definition): void {
  const tags = node.member('tags')
  if (tags?.kind !== 'array') return
  const seen = new Map<string, (typeof tags.children)[number]>()
  for (const tag of tags.children) {
    const name = tag.text('name')
    if (name === undefined) continue
    const first = seen.get(name)
    if (first === undefined) seen.set(name, tag)
    else report('swagger-tags-unique', tag, { data: { name }, related: [{ at: first, note: 'first defined here' }] })
  }
}
