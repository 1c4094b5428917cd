import type { FetchPolicy } from './fetch-policy.ts'
import { type FetchProblem, problemOf } from './fetch-problem.ts'

const ordinaryPorts: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 }

/** Judges an address by what is written in it; where its name leads is judged after it was looked up. */
export function judgeUrl(
  text: string,
  { schemes, ports }: FetchPolicy,
): { readonly url: URL } | { readonly problem: FetchProblem } {
  if (!URL.canParse(text)) return { problem: problemOf('address-malformed') }
  const url = new URL(text)
  if (!schemes.some((scheme) => scheme === url.protocol)) {
    const allowed = schemes.map((scheme) => `"${scheme}"`).join(' and ')
    return { problem: problemOf('scheme-refused', { scheme: url.protocol, allowed }) }
  }
  if (url.username !== '' || url.password !== '') return { problem: problemOf('credentials-refused') }
  const port = url.port === '' ? (ordinaryPorts[url.protocol] ?? 0) : Number(url.port)
  if (ports !== 'any' && !ports.includes(port)) return { problem: problemOf('port-refused', { port }) }
  url.hash = ''
  return { url }
}
