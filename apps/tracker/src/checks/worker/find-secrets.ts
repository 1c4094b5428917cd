import { type CheckResult, ruleFamilies } from '@sevenstep/certification-rules'
import { createLineTable, type DraftFinding } from '@sevenstep/findings'

const secretRules: ReadonlySet<string> = new Set(
  ruleFamilies.flatMap(({ rules }) => Object.keys(rules).filter((rule) => rules[rule]?.isSecret === true)),
)

/** Shorter texts are found everywhere and tell nothing. */
const shortestSecret = 4

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
  // The longest first: one may be part of another.
  return [...values].sort((left, right) => right.length - left.length)
}

/** A secret as it stands in a file, in a JSON pointer, and in a drawing, which writes the blanks of names as blanks. */
export function waysOfWriting(secret: string): readonly string[] {
  const inPointer = secret.replaceAll('~', '~0').replaceAll('/', '~1')
  const inDrawing = secret.replaceAll('_', ' ').replace(/\s+/g, ' ').trim()
  return [...new Set([secret, inPointer, inDrawing])].filter(({ length }) => length >= shortestSecret)
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
export function withoutSecrets<Value>(value: Value, secrets: readonly string[]): Value {
  if (secrets.length === 0) return value
  const json = JSON.stringify(value)
  const written = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  if (!written.some((secret) => json.includes(secret))) return value
  // Of the same shape: texts become texts, and all else stays.
  return hiddenIn(value, secrets, '') as Value
}

function hiddenIn(value: unknown, secrets: readonly string[], key: string): unknown {
  if (typeof value === 'string') return wordsOfOurs.has(key) ? value : hide(value, secrets)
  if (Array.isArray(value)) return value.map((one) => hiddenIn(one, secrets, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hiddenIn(one, secrets, name)]))
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '•'.repeat(Math.min(secret.length, 12))), text)
}
