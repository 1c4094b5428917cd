import { isPlaceholder } from './placeholder.ts'
import { contextAnchor, runAnchor, type SecretPattern, secretPatterns } from './secret-patterns.ts'

/** A secret in a text. */
export interface FoundSecret {
  readonly kind: string
  readonly start: number
  readonly end: number
}

const shortestRun = 20
const contextLength = 48
const longestRun = 8000
const backslash = 92
const keyFrame = 'PRIVATE KEY'
/** Searched for in its stead: a short word that begins with a rare letter is found several times faster. */
const keyWord = 'KEY'

/**
 * Secrets in a text, in its order. Linear: only every twentieth character is looked at until one stands in a run of
 * token characters, and each run is judged once.
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  const found = [...findPrivateKeys(text), ...findPasswordsInAddresses(text)]
  for (let at = shortestRun - 1; at < text.length; at += shortestRun) {
    if (!isTokenCharacter(text.charCodeAt(at))) continue
    let start = at
    while (start > 0 && at - start < shortestRun && isTokenCharacter(text.charCodeAt(start - 1))) start--
    // The letter of an escape, as in "\\n", is no part of what follows.
    if (text.charCodeAt(start - 1) === backslash) start++
    let end = at + 1
    while (end < text.length && isTokenCharacter(text.charCodeAt(end))) end++
    if (end - start >= shortestRun) {
      const secret = judgeRun(text, start, Math.min(end, start + longestRun))
      if (secret !== undefined) found.push(secret)
    }
    at = end
  }
  return found.sort((left, right) => left.start - right.start)
}

function judgeRun(text: string, start: number, end: number): FoundSecret | undefined {
  if (!hasDigitAndLetter(text, start, end)) return undefined
  const run = text.slice(start, end)
  const before = text.slice(Math.max(0, start - contextLength), start)
  if (!runAnchor.test(run) && !contextAnchor.test(before)) return undefined
  for (const pattern of secretPatterns) {
    const secret = matchPattern(pattern, run, before)
    if (secret === undefined || isPlaceholder(secret) || isExample(pattern.kind, secret)) continue
    const from = start + run.indexOf(secret)
    return { kind: pattern.kind, start: from, end: from + secret.length }
  }
  return findPassword(text, start, run)
}

function matchPattern({ form, before }: SecretPattern, run: string, context: string): string | undefined {
  if (before !== undefined && !before.test(context)) return undefined
  const match = form.exec(run)
  return match?.groups?.secret ?? match?.[0]
}

/** Secrets that documentation everywhere shows, and Basic credentials that are none. */
function isExample(kind: string, secret: string): boolean {
  if (kind.startsWith('user name')) {
    const decoded = decodeBase64(secret)
    return (
      !/^[\x20-\x7e]{1,100}:[\x21-\x7e]{4,100}$/.test(decoded) ||
      isPlaceholder(decoded) ||
      /user|pass|test/i.test(decoded)
    )
  }
  if (kind.startsWith('access token')) return isSampleToken(secret)
  if (kind === 'client secret' || kind === 'bearer token') return !/\d/.test(secret) || !/[a-z]/i.test(secret)
  return false
}

/** The tokens of jwt.io and of tutorials name their sample person. */
function isSampleToken(token: string): boolean {
  const payload = decodeBase64((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
  return /John Doe|Jane Doe|1234567890|example|sample/i.test(payload)
}

function decodeBase64(text: string): string {
  try {
    return atob(text)
  } catch {
    return ''
  }
}

function findPrivateKeys(text: string): FoundSecret[] {
  const found: FoundSecret[] = []
  for (let word = text.indexOf(keyWord); word >= 0; word = text.indexOf(keyWord, word + keyWord.length)) {
    const at = word + keyWord.length - keyFrame.length
    if (at < 0 || !text.startsWith(keyFrame, at)) continue
    const opening = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}$/.exec(text.slice(Math.max(0, at - 60), at))
    // Only the frame, or dots in it, is documentation.
    const isFilled = /^(?: BLOCK)?-----(?:\\[nr]|\s){0,8}[A-Za-z0-9+/][A-Za-z0-9+/:=, -]{15}/.test(
      text.slice(at + keyFrame.length, at + keyFrame.length + 60),
    )
    if (opening !== null && isFilled) {
      const start = at - opening[0].length
      found.push({ kind: 'private key', start, end: at + keyFrame.length })
    }
  }
  return found
}

/** `https://user:password@host` */
function findPasswordsInAddresses(text: string): FoundSecret[] {
  const found: FoundSecret[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const from = Math.max(0, at - 120)
    if (text.charAt(at - 1) === '"' || !text.slice(from, at).includes('://')) continue
    const match = /[a-z]{2,10}:\/\/[\w.~%+-]{1,50}:([^\s:/?#@"'<>{}[\]\\]{4,80})$/i.exec(text.slice(from, at))
    const password = match?.[1]
    if (
      password === undefined ||
      isPlaceholder(password) ||
      /^(?:pass|pw|secret|token|key|port|api|\d+$)/i.test(password)
    )
      continue
    found.push({ kind: 'password in a web address', start: at - password.length, end: at })
  }
  return found
}

/** `Server=…;Password=…`, of which the run is a part. */
function findPassword(text: string, start: number, run: string): FoundSecret | undefined {
  const at = run.indexOf('assword=')
  if (at < 0) return undefined
  const from = start + at + 'assword='.length
  const around = text.slice(Math.max(0, from - 300), from)
  const password = /^[^\s;"'\\&<>]{6,100}/.exec(text.slice(from, from + 100))?.[0]
  if (password === undefined || isPlaceholder(password) || /^(?:pass|pw|secret)/i.test(password)) return undefined
  if (!/(?:Server|Data Source|Host|User Id|Uid)\s?=[^;"]{1,100};/i.test(around)) return undefined
  return { kind: 'password of a connection string', start: from, end: from + password.length }
}

function hasDigitAndLetter(text: string, start: number, end: number): boolean {
  let digits = 0
  let letters = 0
  for (let at = start; at < end && (digits < 2 || letters < 2); at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) digits++
    else if ((code | 32) >= 97 && (code | 32) <= 122) letters++
  }
  return digits >= 2 && letters >= 2
}

const tokenCharacters = tokenTable()

/** Letters, digits and what stands between them in tokens, signatures and addresses. */
function isTokenCharacter(code: number): boolean {
  return code < 128 && tokenCharacters[code] === 1
}

function tokenTable(): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~+/=%&?;')
    table[character.charCodeAt(0)] = 1
  return table
}
