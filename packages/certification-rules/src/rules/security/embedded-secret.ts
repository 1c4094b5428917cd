import { jsonFilesOf, type Policy, type TextFile, textFilesOf } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type Place } from '../../engine/rule-family.ts'
import { findSecrets } from './find-secrets.ts'
import { isPlaceholder } from './placeholder.ts'

/** Keys, tokens and passwords in the connector's files. */
export const embeddedSecret = defineRuleFamily({
  id: 'embedded-secret',
  rules: {
    'security-no-embedded-secret': {
      title: 'No file holds a key, token or password.',
      isSecret: true,
      messages: {
        found: {
          what: 'Here stands what looks like a secret: {kind}, "{masked}".',
          why: 'The repository is public and is searched for secrets, by Microsoft and by others.',
          fix: 'Withdraw it where it was given out, then remove it or write a placeholder.',
        },
      },
    },
  },
  check(context) {
    return {
      connector(connector) {
        for (const file of textFilesOf(connector)) {
          const root = jsonFilesOf(connector).find((one) => one.path === file.path)?.json.root
          for (const { kind, start, end } of findSecrets(file.text))
            reportSecret(context, placeOf(file, root, start, end), kind, file.text.slice(start, end))
        }
      },
      policy: (policy) => checkHeader(context, policy),
      schemaKeyword: {
        default: (value, schema) => checkValue(context, schema.parameter?.name ?? schema.name ?? '', value),
      },
    }
  },
})

/** Names of headers, parameters and fields whose value is a secret. */
const secretName =
  /(?:^authorization|api[-_]?key|access[-_]?token|subscription[-_]?key|client[-_]?secret|^x-functions-key)$/i

function checkHeader(context: CheckContext, { templateId, parameters }: Policy): void {
  if (templateId !== 'setheader' && templateId !== 'setqueryparameter') return
  const value = parameters?.member('x-ms-apimTemplateParameter.value')
  if (value !== undefined) checkValue(context, parameters?.text('x-ms-apimTemplateParameter.name') ?? '', value)
}

/** A key that goes into every request has no form of its own, but a name that gives it away. */
function checkValue(context: CheckContext, name: string, value: JsonNode): void {
  if (typeof value.value !== 'string' || value.value.length < 16 || !secretName.test(name)) return
  const secret = value.value.replace(/^(?:Basic|Bearer|Token|ApiKey)\s+/i, '')
  if (/[@{]/.test(secret) || !/^[\w~.+/=-]{16,2000}$/.test(secret) || !/\d/.test(secret) || isPlaceholder(secret))
    return
  // What has a form of its own was found in the file's text.
  if (findSecrets(value.value).length === 0) reportSecret(context, value, `the value of "${name}"`, secret)
}

function reportSecret({ report }: CheckContext, at: Place, kind: string, secret: string): void {
  const visible = Math.min(4, Math.floor(secret.length / 4))
  report('security-no-embedded-secret', at, { data: { kind, masked: `${secret.slice(0, visible)}…` } })
}

/** The value that holds the place, in a file that has values; else the place itself. */
function placeOf(file: TextFile, root: JsonNode | undefined, start: number, end: number): Place {
  let node = root
  let inside = root
  while (inside !== undefined && inside.children.length > 0) {
    inside = inside.children.find(
      (child) => (child.keyStart >= 0 ? child.keyStart : child.start) <= start && child.end >= end,
    )
    node = inside ?? node
  }
  return node !== undefined && node.children.length === 0 ? node : { file, start, end }
}
