import { widgetHosts } from '@sevenstep/flow-embed'
import { type HostHeaders, hostHeaders } from '@sevenstep/flow-embed/checks'
import type { EmbedHeadersFlags } from '../commands/embed-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

/**
 * `sevenstep embed headers`: what a page that embeds Power Automate has to be sent with.
 *
 * @throws Failure for a host or source that is none.
 */
export function printHostHeaders(flags: EmbedHeadersFlags, console: Console): ExitCode {
  const headers = headersFor(flags)
  const lines = Object.entries(headers).map(([name, value]: [string, string]) => {
    if (flags.format === 'nginx') return `add_header ${name} ${quoted(value)} always;`
    if (flags.format === 'apache') return `Header always set ${name} ${quoted(value)}`
    return `${name}: ${value}`
  })
  console.out(flags.format === 'json' ? `${JSON.stringify(headers, undefined, 2)}\n` : `${lines.join('\n')}\n`)
  return exitCodes.fine
}

function headersFor({ edition, host, shows, signIn, regionalPortal, allow = [] }: EmbedHeadersFlags): HostHeaders {
  try {
    return hostHeaders({
      host: host ?? widgetHosts[edition],
      shows,
      enablesRegionalPortal: regionalPortal,
      own: ownSources(allow),
      ...(signIn !== undefined && { signIn: new URL(signIn).origin }),
    })
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error
    throw new Failure(
      exitCodes.usage,
      'No policy can be made of this.',
      error.message,
      'Give origins such as https://cdn.example, and sources as --allow script-src=https://cdn.example.',
    )
  }
}

function ownSources(allow: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const own: Record<string, string[]> = {}
  for (const given of allow) {
    const [, directive, source] = /^([a-z-]+)=(.+)$/.exec(given) ?? []
    if (directive === undefined || source === undefined)
      throw new RangeError(`"${given}" names no directive and source.`)
    own[directive] = [...(own[directive] ?? []), source]
  }
  return own
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`
}
