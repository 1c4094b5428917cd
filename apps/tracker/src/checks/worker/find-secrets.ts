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

/** A value of any shape with dots in place of every secret in its texts; the very same value where there is none. */
export function withoutSecrets<Value>(value: Value, secrets: readonly string[]): Value {
  if (secrets.length === 0) return value
  const json = JSON.stringify(value)
  const written = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  if (!written.some((secret) => json.includes(secret))) return value
  return JSON.parse(json, (_, inside: unknown) => (typeof inside === 'string' ? hide(inside, secrets) : inside))
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '•'.repeat(Math.min(secret.length, 12))), text)
}
