import type { JsonNode } from '@sevenstep/located-json'
import { mayHoldExpressions } from '../expressions/parse-template.ts'
import { removed } from './text-leaks.ts'

/** The name under which a value is a secret, when the value is one; nothing else. */
export function secretNameOf(node: JsonNode): string | undefined {
  const { value, key, parent } = node
  if (typeof value !== 'string' || key === undefined || parent?.kind !== 'object' || !looksSecret(value))
    return undefined
  if (key === 'defaultValue' && /^secure/i.test(parent.text('type') ?? '')) return parent.key
  // A variable that is set, a header that is written as a pair: the name stands beside the value.
  const name = key === 'value' ? parent.text('name') : undefined
  if (name !== undefined && secretName.test(name)) return name
  // A step that keeps a value is named for it.
  if (key === 'inputs' && parent.text('type') === 'Compose' && secretName.test(parent.key ?? '')) return parent.key
  return secretName.test(key) ? key : undefined
}

const secretName =
  /(?:^|[/_. -])(?:password|passwd|pwd|secret|clientsecret|client[_ -]secret|api[_ -]?key|functions[_ -]key|subscription[_ -]key|access[_ -]?key|account[_ -]?key|shared[_ -]?key|private[_ -]?key|authorization|auth[_ -]?token|access[_ -]?token|refresh[_ -]?token|bearer[_ -]?token|connection[_ -]?string|pfx)$/i

/** False for expressions, placeholders and words too short to keep anything. */
function looksSecret(value: string): boolean {
  if (value.length < 6 || value === removed || mayHoldExpressions(value)) return false
  return !/^(?:[<{[].*[>}\]]|x+|\*+|\.+|your.*|string|securestring|todo.*|none|enter .*)$/i.test(value)
}
