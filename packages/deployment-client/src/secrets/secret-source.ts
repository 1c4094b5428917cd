import { resolve } from 'node:path'
import { readFileBounded } from '@sevenstep/connector-schema/node'
import { TargetFailure } from '../target/target-failure.ts'
import { type DescribedValue, isReference, printReference, type SecretReference } from './secret-reference.ts'

const maxSecretBytes = 1024 * 1024

/**
 * Where secrets come from. What it has looked at it also recognises, so that no text that leaves this package carries
 * one.
 */
export interface SecretSource {
  /** @throws TargetFailure when the secret is not where the reference says. */
  read(reference: SecretReference): string
  /** Whether it is there, without giving it out. */
  has(reference: SecretReference): boolean
  /** The text with every secret that was looked at replaced. */
  hide(text: string): string
}

/** Secrets from the environment and from files. */
export function secretSource(
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SecretSource {
  const given = new Set<string>()
  const find = (reference: SecretReference): string | undefined => {
    const text = 'env' in reference ? environment[reference.env] : readSecretFile(resolve(folder, reference.file))
    if (text === undefined || text === '') return undefined
    given.add(text)
    return text
  }
  return {
    has: (reference) => find(reference) !== undefined,
    read(reference) {
      const secret = find(reference)
      if (secret === undefined) throw notThere(reference)
      return secret
    },
    hide(text) {
      let hidden = text
      // Longest first: one may be the beginning of another, whose rest would be left. Secrets of a few characters occur
      // in ordinary text by chance.
      const secrets = [...given].filter(({ length }) => length >= 6).sort((one, other) => other.length - one.length)
      for (const secret of secrets) hidden = hideOne(hidden, secret)
      return hidden
    },
  }
}

/** The text of a value; secrets are read. */
export function valueText(value: DescribedValue, secrets: SecretSource): string {
  return isReference(value) ? secrets.read(value) : String(value)
}

function hideOne(text: string, secret: string): string {
  const escaped = JSON.stringify(secret).slice(1, -1)
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1)
  const base64 = Buffer.from(secret).toString('base64')
  const forms = new Set([secret, escaped, encodeURIComponent(secret), inForm, base64])
  let hidden = text
  for (const form of forms) hidden = hidden.replaceAll(form, '(secret)')
  return hidden
}

/** A line end behind the secret is the editor's. */
function readSecretFile(path: string): string | undefined {
  const reading = readFileBounded(path, maxSecretBytes)
  return reading.ok ? new TextDecoder().decode(reading.bytes).replace(/\r?\n$/, '') : undefined
}

function notThere(reference: SecretReference): TargetFailure {
  return new TargetFailure({
    code: 'secret-not-there',
    what: `The secret ${printReference(reference)} is not there.`,
    why: 'The description names it, and what needs it cannot be made without it.',
    fix:
      'env' in reference ? `Set the variable ${reference.env} and run it again.` : `Write the file ${reference.file}.`,
  })
}
