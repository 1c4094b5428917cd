import type { DraftFinding } from '@sevenstep/findings'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import type { SourceText } from './source-text.ts'

/** Names of values that are secrets whatever they are called around it. */
const secretName =
  /(?:^|[^a-z])(?:pass(?:word|wd|phrase)|pwd|secret|api[-_ ]?key|access[-_ ]?key|account[-_ ]?key|subscription[-_ ]?key|private[-_ ]?key|connection[-_ ]?string|bearer|(?:access|refresh|auth|sas|api|id)[-_ ]?token|credentials?)$/i

/** What names a secret only where values go into a connection: elsewhere a key may be any key. */
const connectionSecretName = /(?:^|[^a-z])(?:token|key|code|sas|authori[sz]ation|signature)$/i

/** Whether a value of this name has to be given by reference. */
function isSecretName(name: string, path: readonly PropertyKey[] = []): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
  return secretName.test(words) || (path.at(-1) === 'parameters' && connectionSecretName.test(words))
}

/** Every value in a description that stands there although its name says that it is a secret; the finding hides it. */
export function literalSecrets(source: SourceText): DraftFinding[] {
  const findings: DraftFinding[] = []
  walk(source.value, [], (path, name) => {
    const location = source.locate(path)
    findings.push({
      ...deploymentFinding('secret-by-reference', location, { name }),
      ...(location.range !== undefined && { hides: location.range }),
    })
  })
  return findings
}

type Found = (path: readonly PropertyKey[], name: string) => void

function walk(value: unknown, path: readonly PropertyKey[], found: Found): void {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) walk(one, [...path, index], found)
  } else if (typeof value === 'object' && value !== null) {
    const variable = namedValue(value)
    if (variable !== undefined) found([...path, 'value'], variable)
    for (const [key, one] of Object.entries(value)) {
      const isLiteral = (typeof one === 'string' && one !== '') || typeof one === 'number'
      // `env` and `file` name where a secret is; `kind` and `type` name what it is.
      if (isLiteral && isSecretName(key, path)) found([...path, key], key)
      else walk(one, [...path, key], found)
    }
  }
}

/** `{ name: contoso_ApiKey, value: text }`: the name of the secret stands beside it. */
function namedValue(value: object): string | undefined {
  if (!('name' in value) || !('value' in value)) return undefined
  const { name, value: given } = value
  return typeof name === 'string' && isSecretName(name) && typeof given === 'string' && given !== '' ? name : undefined
}
