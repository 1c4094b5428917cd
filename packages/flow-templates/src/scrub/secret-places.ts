import type { JsonNode } from '@sevenstep/located-json'
import { mayHoldExpressions } from '../expressions/parse-template.ts'
import { removed } from './text-leaks.ts'

/** The name under which a value is a secret, when the value is one; nothing else. */
export function secretNameOf(node: JsonNode): string | undefined {
  const { value, key, parent } = node
  if (typeof value !== 'string' || key === undefined || parent?.kind !== 'object') return undefined
  // The name is asked first: the same few come again and again.
  if (!namesBeside.has(key) && !isSecretName(key)) return undefined
  if (!looksSecret(value)) return undefined
  if (key === 'defaultValue' && /^secure/i.test(parent.text('type') ?? '')) return parent.key
  // A variable that is set, a header that is written as a pair: the name stands beside the value.
  const name = key === 'value' ? parent.text('name') : undefined
  if (name !== undefined && isSecretName(name)) return name
  // A step that keeps a value is named for it.
  if (key === 'inputs' && parent.text('type') === 'Compose' && isSecretName(parent.key ?? '')) return parent.key
  return isSecretName(key) ? key : undefined
}

/** Keys of values whose name stands beside or above them. */
const namesBeside: ReadonlySet<string> = new Set(['defaultValue', 'value', 'inputs'])

/** A longer name is a view into its file's text, and to keep it would keep all of that. */
const longestKept = 12
const mostKnown = 2000
const knownNames = new Map<string, boolean>()

function isSecretName(name: string): boolean {
  if (name.length > longestKept) return secretName.test(name)
  let isSecret = knownNames.get(name)
  if (isSecret === undefined) {
    isSecret = secretName.test(name)
    if (knownNames.size >= mostKnown) knownNames.clear()
    knownNames.set(name, isSecret)
  }
  return isSecret
}

const secretName =
  /(?:^|[/_. -])(?:password|passwd|pwd|secret|clientsecret|client[_ -]secret|api[_ -]?key|functions[_ -]key|subscription[_ -]key|access[_ -]?key|account[_ -]?key|shared[_ -]?key|private[_ -]?key|authorization|auth[_ -]?token|access[_ -]?token|refresh[_ -]?token|bearer[_ -]?token|connection[_ -]?string|pfx)$/i

/** False for expressions, placeholders and words too short to keep anything. */
function looksSecret(value: string): boolean {
  if (value.length < 6 || value === removed || mayHoldExpressions(value)) return false
  return !/^(?:[<{[].*[>}\]]|x+|\*+|\.+|your.*|string|securestring|todo.*|none|enter .*)$/i.test(value)
}
