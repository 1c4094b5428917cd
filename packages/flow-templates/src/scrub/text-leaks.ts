import type { LeakRule } from './leak.ts'

/** A kind of thing that leaks in a text wherever it stands. */
export interface TextDetector {
  readonly rule: LeakRule
  readonly message: string
  /** As they are written in practice: a file with none of them has nothing for the detector, which spares it a closer look. */
  readonly hints: readonly string[]
  /** Up to three of what is found, to be shown; empty for secrets. */
  readonly found: (text: string) => readonly string[] | undefined
  /** The text with something harmless in its place, in which the detector finds nothing. */
  readonly clean: (text: string) => string
}

/** What stands in the place of a secret. */
export const removed = 'REMOVED'
/** What stands in the place of an address of a person. */
const someone = 'someone@example.com'
/** An id that is nobody's. */
export const zeroId = '00000000-0000-0000-0000-000000000000'

const anyCaseGuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** In this order a text is cleaned: secrets first, since they may hold what looks like the rest. */
export const textDetectors: readonly TextDetector[] = [
  secret('flow-no-sas', 'found', ['sig='], /(?<=(?:^|[?&;"'\s])sig=)(?!REMOVED)[\w%+/=-]{20,}/g),
  secret(
    'flow-no-sas',
    'function',
    ['code='],
    /(?<=azurewebsites\.net[^\s"'<>]{0,500}[?&]code=)(?!REMOVED)[\w%+/=-]{20,}/gi,
  ),
  secret('flow-no-secret', 'token', ['eyJ'], /(?<![\w-])eyJ[\w-]{10,}\.[\w-]{10,}\.?[\w-]*/g),
  secret(
    'flow-no-secret',
    'key',
    ['AccessKey=', 'AccountKey='],
    /(?<=(?:AccountKey|SharedAccessKey)=)(?!REMOVED)[\w+/=]{20,}/g,
  ),
  secret('flow-no-secret', 'key', ['PRIVATE KEY'], /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?!REMOVED)[^-]{0,20000}/g),
  secret(
    'flow-no-secret',
    'token',
    ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'xox', 'AKIA', 'sk-'],
    /(?<!\w)(?:gh[pousr]_\w{30,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|sk-\w{20,})/g,
  ),
  secret(
    'flow-no-secret',
    'webhook',
    ['hooks.slack.com', 'webhook.office.com'],
    /(?<=hooks\.slack\.com\/services\/|webhook\.office\.com\/webhookb2\/)(?!REMOVED)[\w@/-]{20,}/gi,
  ),
  replacing(
    'flow-no-tenant-id',
    'environment',
    ['Default-'],
    new RegExp(`Default-(?!${zeroId})${anyCaseGuid}`, 'g'),
    `Default-${zeroId}`,
  ),
  replacing(
    'flow-no-tenant-id',
    'address',
    ['login.'],
    new RegExp(`(?<=login\\.(?:microsoftonline|windows)\\.(?:com|us|net|cn)/)(?!${zeroId})${guid}`, 'gi'),
    zeroId,
  ),
  { rule: 'flow-no-mail-address', message: 'found', hints: ['@', '%40'], found: mailsIn, clean: cleanMails },
  {
    rule: 'flow-no-site-address',
    message: 'found',
    hints: ['.sharepoint.', '.SharePoint.', '.dynamics.', '.Dynamics.', '.onmicrosoft.', '.OnMicrosoft.'],
    found: sitesIn,
    clean: cleanSites,
  },
]

const secretRules: ReadonlySet<LeakRule> = new Set(['flow-no-sas', 'flow-no-secret'])
const secretDetectors = textDetectors.filter(({ rule }) => secretRules.has(rule))

/** A sentence that may quote the package, with no secret in it. */
export function withoutSecrets(sentence: string): string {
  let clean = sentence
  for (const detector of secretDetectors) if (detector.found(clean) !== undefined) clean = detector.clean(clean)
  return clean
}

/** The detectors that may find something in a file, by its text as it is written. */
export function detectorsFor(fileText: string): readonly TextDetector[] {
  // Escapes may hide any letter.
  if (fileText.includes('\\u')) return textDetectors
  const wanted = rareHint.test(fileText) ? textDetectors : usualDetectors
  return wanted.filter(({ hints }) => hints.some((hint) => fileText.includes(hint)))
}

/** What most files hold something for; the hints of all others are looked for in one pass, which finds none as a rule. */
const usualDetectors = textDetectors.filter(({ found }) => found === mailsIn || found === sitesIn)
const rareHint = new RegExp(
  textDetectors
    .filter((detector) => !usualDetectors.includes(detector))
    .flatMap(({ hints }) => hints.map((hint) => hint.replaceAll('.', '\\.')))
    .join('|'),
)

/** A text without anything any detector finds. Cleaning one thing may leave what looks like another: again until none is. */
export function cleanText(text: string): string {
  let cleaned = text
  for (let round = 0; round < rounds; round++) {
    const before = cleaned
    for (const { found, clean } of textDetectors) if (found(cleaned) !== undefined) cleaned = clean(cleaned)
    if (cleaned === before) break
  }
  return cleaned
}

/** More than any text needs; there for what nobody thought of. */
const rounds = 20

function secret(rule: LeakRule, message: string, hints: readonly string[], pattern: RegExp): TextDetector {
  return {
    rule,
    message,
    hints,
    found: (text) => (mayHold(text, hints, pattern) && matches(pattern, text) ? [] : undefined),
    clean: (text) => text.replace(pattern, removed),
  }
}

function replacing(
  rule: LeakRule,
  message: string,
  hints: readonly string[],
  pattern: RegExp,
  by: string,
): TextDetector {
  return {
    rule,
    message,
    hints,
    found: (text) => (mayHold(text, hints, pattern) ? atMostThree(text.match(pattern) ?? []) : undefined),
    clean: (text) => text.replace(pattern, by),
  }
}

/** Every match holds one of the hints, in the letters it is written in or in any, as the pattern has it; most texts hold none. */
function mayHold(text: string, hints: readonly string[], { ignoreCase }: RegExp): boolean {
  if (!ignoreCase) return hints.some((hint) => text.includes(hint))
  const lower = text.toLowerCase()
  return hints.some((hint) => lower.includes(hint))
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

const noStretches: readonly Stretch[] = []

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Addresses of people in a text, up to three. */
export function mailsIn(text: string): readonly string[] | undefined {
  return atMostThree(mailStretches(text).map(({ start, end }) => text.slice(start, end)))
}

function cleanMails(text: string): string {
  let cleaned = text
  for (let round = 0; round < rounds && mailStretches(cleaned).length > 0; round++) cleaned = withoutMails(cleaned)
  return cleaned
}

function withoutMails(text: string): string {
  let cleaned = ''
  let from = 0
  for (const { start, end } of mailStretches(text)) {
    const sign = text.slice(start, end).includes('@') ? '@' : '%40'
    cleaned += text.slice(from, start) + someone.replace('@', sign)
    from = end
  }
  return cleaned + text.slice(from)
}

/** Found outward from the sign, so that a long text without one costs nothing. */
function mailStretches(text: string): readonly Stretch[] {
  if (!text.includes('@') && !text.includes('%40')) return noStretches
  const found: Stretch[] = []
  let from = 0
  // Each of the two is searched once through the text, and the one that comes first is looked at.
  let plain = text.indexOf('@')
  let encoded = text.indexOf('%40')
  while (plain >= 0 || encoded >= 0) {
    const isPlain = encoded < 0 || (plain >= 0 && plain < encoded)
    const index = isPlain ? plain : encoded
    const sign = isPlain ? '@' : '%40'
    if (isPlain) plain = text.indexOf('@', plain + 1)
    else encoded = text.indexOf('%40', encoded + 1)
    if (index < from) continue
    let start = index
    while (start > from && index - start < 64 && isMailbox(text.charCodeAt(start - 1))) start--
    if (start === index) continue
    domainForm.lastIndex = index + sign.length
    const domain = domainForm.exec(text)?.[0]
    if (domain === undefined || isPlaceholderDomain(domain)) continue
    const end = index + sign.length + domain.length
    found.push({ start, end })
    from = end
  }
  return found
}

/** What may stand before the sign: letters and digits of ASCII and `_ . ! # $ & * + ~ -`. */
function isMailbox(code: number): boolean {
  return code < 128 && mailbox[code] === 1
}

const mailbox = new Uint8Array(128)
for (let code = 0; code < 128; code++) if (/[\w.!#$&*+~-]/.test(String.fromCharCode(code))) mailbox[code] = 1

const domainForm = /(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}[a-z]{2,24}(?![\w(-])/iy

/** Domains nobody has, and the made-up companies of Microsoft's samples. */
function isPlaceholderDomain(domain: string): boolean {
  return /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|(?:contoso|fabrikam|adatum|northwindtraders)\.com)$/i.test(
    domain,
  )
}

const sitePattern =
  /(?:(?<=%2f|%252f)|(?<![a-z0-9%-]))([a-z0-9-]{1,63})((?:\.[a-z0-9-]{1,20}){0,2}\.(?:sharepoint\.(?:com|us|cn|de)|dynamics\.com|onmicrosoft\.(?:com|us)))((?:\/|%2f|%252f)(?:sites|teams|personal)(?:\/|%2f|%252f))?([^\s/%"'?#&)}\\\]<>,;]{1,200})?/gi

/** Hosts in a text that are one tenant's own, up to three; an example's are nobody's. */
export function sitesIn(text: string): readonly string[] | undefined {
  if (!/\.(?:sharepoint|dynamics|onmicrosoft)\./i.test(text)) return undefined
  return atMostThree([...text.matchAll(sitePattern)].flatMap((match) => (siteCleaned(match) ? [hostOf(match)] : [])))
}

function cleanSites(text: string): string {
  return text.replace(sitePattern, (...match) => siteCleaned(match) ?? String(match[0]))
}

/** The whole match with nobody's names in it; nothing when there were none. */
function siteCleaned(match: readonly unknown[]): string | undefined {
  const [whole, label, host, folder, name] = match.map((part) => (typeof part === 'string' ? part : undefined))
  if (whole === undefined || label === undefined || host === undefined) return undefined
  const isOwn = !placeholderLabels.has(label.toLowerCase()) && !sharedHosts.has(`${label}${host}`.toLowerCase())
  const my = label.toLowerCase().endsWith('-my') ? '-my' : ''
  // Without a folder the name is only what happens to stand behind the host.
  const site = folder === undefined ? (name ?? '') : name === undefined ? folder : `${folder}example`
  const cleaned = isOwn ? `example${my}${host}${site}` : whole
  return cleaned === whole ? undefined : cleaned
}

function hostOf(match: readonly unknown[]): string {
  return `${match[1]}${match[2]}`
}

const placeholderLabels = new Set(
  'example example-my contoso contoso-my fabrikam yourtenant your-tenant tenant tenantname mytenant yourorg org'.split(
    ' ',
  ),
)
/** Hosts of the service itself. */
const sharedHosts = new Set(['globaldisco.crm.dynamics.com', 'home.dynamics.com', 'admin.powerplatform.dynamics.com'])

function atMostThree(found: readonly string[]): readonly string[] | undefined {
  return found.length === 0 ? undefined : [...new Set(found)].slice(0, 3)
}
