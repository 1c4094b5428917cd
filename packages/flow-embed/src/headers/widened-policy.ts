import { cloudOf, knownHostOf } from '../data/known-hosts.ts'
import { type EmbedEdition, widgetHosts } from '../hosts.ts'
import { type ContentSecurityPolicy, type Directive, directiveInForce } from './content-security-policy.ts'

/** Longer ones are not worth writing anew. */
const longestDirective = 400

/** How many sources are named where there are more than fit. */
const mostNamed = 5

/**
 * A directive of a policy with further sources: written out whole, because one that only stands in for it would otherwise no
 * longer count.
 */
export function widened(policy: ContentSecurityPolicy, directive: Directive, sources: readonly string[]): string {
  const inForce = directiveInForce(policy, directive)
  const name = directive === 'script-src-elem' && inForce !== directive ? 'script-src' : directive
  const given = inForce === undefined ? [] : (policy.get(inForce) ?? [])
  const kept = given.filter((source) => source.toLowerCase() !== "'none'" && !isPlainHttp(source))
  const whole = [name, ...new Set([...kept, ...sources])].join(' ')
  if (whole.length <= longestDirective) return whole
  const added = [...new Set(sources)].slice(0, mostNamed).join(' ')
  return inForce === undefined ? `${name} ${added}` : `${name} (the sources of its ${inForce}) ${added}`
}

/** Microsoft's hosts answer by https alone. */
function isPlainHttp(source: string): boolean {
  return /^http:\/\//i.test(source) && knownHostOf(source.toLowerCase().replace(/^http:/, 'https:')) !== undefined
}

/** The options of `sevenstep embed headers` for such a page, each after a blank. */
export function headersOptions(
  edition: EmbedEdition,
  {
    frames,
    libraries,
    isRegional,
    isGallery,
  }: {
    readonly frames: readonly string[]
    readonly libraries: readonly string[]
    readonly isRegional: boolean
    readonly isGallery: boolean
  },
): string {
  const host = frames.find((origin) => origin !== widgetHosts[edition])
  return [
    ...(edition === 'current' ? [] : [`--edition ${edition}`]),
    ...(host === undefined ? [] : [`--host ${host}`]),
    ...(isGallery ? ['--shows gallery'] : []),
    ...(isRegional ? ['--regional-portal'] : []),
    ...libraries.slice(0, mostNamed).map((origin) => `--allow script-src=${origin}`),
  ]
    .map((option) => ` ${option}`)
    .join('')
}

/** Where pages of these frames' clouds ask for tokens: for each cloud any one of a list. */
export function signInOf(frames: readonly string[]): readonly ReturnType<typeof cloudOf>[] {
  return [...new Set(frames.length === 0 ? [cloudOf('')] : frames.map(cloudOf))]
}
