import { type CheckResult, ruleFamilies } from '@sevenstep/certification-rules'
import { createLineTable, type DraftFinding } from '@sevenstep/findings'
import { type SecretIndex, shortestSecret } from './secret-index.ts'

const secretRules: ReadonlySet<string> = new Set(
  ruleFamilies.flatMap(({ rules }) => Object.keys(rules).filter((rule) => rules[rule]?.isSecret === true)),
)

/** True for a finding that says a value in the file is secret. */
export function isSecretFinding({ ruleId, hides }: Pick<DraftFinding, 'ruleId' | 'hides'>): boolean {
  return hides !== undefined || secretRules.has(ruleId)
}

/** The values themselves, to make sure that none of them is passed on. They never leave the worker. */
export function secretValues(
  findings: CheckResult['subject']['findings'],
  textOf: (file: string) => string | undefined,
): readonly string[] {
  const values = new Set<string>()
  for (const { file, hides } of findings) {
    const text = hides === undefined ? undefined : textOf(file)
    if (text === undefined || hides === undefined) continue
    const lines = createLineTable(text)
    const stretch = text.slice(lines.offsetAt(hides.start), lines.offsetAt(hides.end))
    for (const value of [stretch, stretch.replace(/^"|"$/g, '')]) if (value.length >= shortestSecret) values.add(value)
  }
  return [...values]
}

/** A secret as it stands in a file, in a JSON pointer, and in a drawing, which writes the blanks of names as blanks. */
export function waysOfWriting(secret: string): readonly string[] {
  const inPointer = secret.replaceAll('~', '~0').replaceAll('/', '~1')
  const inDrawing = secret.replaceAll('_', ' ').replace(/\s+/g, ' ').trim()
  return [secret, inPointer, inDrawing]
}

/**
 * What programs compare: words of ours alone. Were they hidden as well, whoever writes a secret that reads like the name of a
 * rule could make that rule's findings nobody's.
 */
const wordsOfOurs: ReadonlySet<string> = new Set([
  'code',
  'codeConfidence',
  'documentation',
  'fingerprint',
  'kind',
  'mend',
  'outcome',
  'profile',
  'ruleId',
  'rules',
  'severity',
  'target',
])

/**
 * A value of any shape with dots in place of every secret in its texts, but for what programs compare; the very same value
 * where there is none.
 */
export function withoutSecrets<Value>(value: Value, secrets: SecretIndex): Value {
  // Of the same shape: texts become texts, and all else stays.
  return secrets.isEmpty ? value : (hiddenIn(value, secrets, '') as Value)
}

function hiddenIn(value: unknown, secrets: SecretIndex, key: string): unknown {
  if (typeof value === 'string') return wordsOfOurs.has(key) ? value : secrets.replaceIn(value, fewDots)
  if (Array.isArray(value)) {
    const parts = value.map((one) => hiddenIn(one, secrets, key))
    return parts.every((part, index) => part === value[index]) ? value : parts
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const parts = entries.map(([name, one]) => [name, hiddenIn(one, secrets, name)] as const)
  return parts.every(([, part], index) => part === entries[index]?.[1]) ? value : Object.fromEntries(parts)
}

/** So many that nobody counts the signs of a long one. */
function fewDots(secret: string): string {
  return '•'.repeat(Math.min(secret.length, 12))
}
