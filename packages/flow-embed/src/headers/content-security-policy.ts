/** A policy as a browser reads it: directives by name, each with its sources. */
export type ContentSecurityPolicy = ReadonlyMap<string, readonly string[]>

/** Directives that another one stands in for where they are missing, nearest first. */
const fallbacks: Readonly<Record<string, readonly string[]>> = {
  'script-src-elem': ['script-src', 'default-src'],
  'script-src': ['default-src'],
  'frame-src': ['child-src', 'default-src'],
  'connect-src': ['default-src'],
}

/** A directive that embedding depends on. */
export type Directive = 'script-src-elem' | 'frame-src' | 'connect-src'

/** The name of the directive that counts for another: itself, or the nearest that stands in for it. */
export function directiveInForce(policy: ContentSecurityPolicy, directive: Directive): string | undefined {
  return [directive, ...(fallbacks[directive] ?? [])].find((one) => policy.has(one))
}

/** The sources that count for a directive; undefined where the policy does not limit it. */
export function sourcesOf(policy: ContentSecurityPolicy, directive: Directive): readonly string[] | undefined {
  const name = directiveInForce(policy, directive)
  return name === undefined ? undefined : policy.get(name)
}

/** Whether scripts are trusted by nonce alone, and hand trust on. */
export function trustsByNonce(policy: ContentSecurityPolicy): boolean {
  return sourcesOf(policy, 'script-src-elem')?.some((source) => source.toLowerCase() === "'strict-dynamic'") === true
}

/** Whether a script that stands in the page itself may run; undefined where that takes its hash. */
export function allowsInline(policy: ContentSecurityPolicy, nonce: string | undefined): boolean | undefined {
  const sources = sourcesOf(policy, 'script-src-elem')?.map((source) =>
    /^'nonce-/i.test(source) ? source : source.toLowerCase(),
  )
  if (sources === undefined || (nonce !== undefined && sources.includes(`'nonce-${nonce}'`))) return true
  if (sources.some((source) => /^'sha\d+-/.test(source))) return undefined
  const isStrict = sources.some((source) => /^'nonce-/i.test(source) || source === "'strict-dynamic'")
  return !isStrict && sources.includes("'unsafe-inline'")
}

/** Reads the value of one header, which may hold several policies; all of them count. */
export function readPolicies(value: string): readonly ContentSecurityPolicy[] {
  return value
    .split(',')
    .map((text) => {
      const directives = new Map<string, readonly string[]>()
      for (const part of text.split(';')) {
        const [name, ...sources] = part.trim().split(/\s+/)
        const key = (name ?? '').toLowerCase()
        if (key !== '' && !directives.has(key)) directives.set(key, sources)
      }
      return directives
    })
    .filter((policy) => policy.size > 0)
}

/** Whether an address may be used as a directive says; `selfOrigin` is the page's own, `nonce` that of a script element. */
export function allows(
  policy: ContentSecurityPolicy,
  directive: Directive,
  address: string,
  { selfOrigin, nonce }: { readonly selfOrigin?: string; readonly nonce?: string } = {},
): boolean {
  const sources = sourcesOf(policy, directive)
  if (sources === undefined) return true
  const isScript = directive === 'script-src-elem'
  if (isScript && nonce !== undefined && sources.includes(`'nonce-${nonce}'`)) return true
  // Trust is handed on from script to script then, and hosts in the list are not looked at.
  if (isScript && trustsByNonce(policy)) return false
  return sources.some((source) => matches(source, address, selfOrigin))
}

function matches(source: string, address: string, selfOrigin: string | undefined): boolean {
  const url = new URL(address)
  const lower = source.toLowerCase()
  if (lower === "'self'") return url.origin === selfOrigin
  if (lower.startsWith("'")) return false
  if (lower === '*') return url.protocol === 'https:' || url.protocol === 'http:'
  if (/^[a-z][a-z0-9+.-]*:$/.test(lower)) return url.protocol === lower
  const [, scheme, host = '', port, path] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/[^?#]*)?/i.exec(source) ?? []
  if (
    scheme !== undefined &&
    `${scheme.toLowerCase()}:` !== url.protocol &&
    !(scheme === 'http' && url.protocol === 'https:')
  )
    return false
  const usual = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  if (port === undefined ? url.port !== '' : port !== '*' && port !== usual) return false
  if (!matchesHost(host.toLowerCase(), url.hostname)) return false
  if (path === undefined || path === '/') return true
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path
}

function matchesHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host
}
