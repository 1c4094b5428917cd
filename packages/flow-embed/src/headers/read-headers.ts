import type { FactsReading } from '@sevenstep/rule-engine'
import * as z from 'zod/mini'
import type { HostFacts } from '../engine/host-facts.ts'

/** How the headers of an answer were written down: as they were sent, as JSON, or in what a browser recorded. */
export type HeadersForm = 'text' | 'json' | 'har'

/** What such a file says of a page. */
export type ReadHeaders = FactsReading<Pick<HostFacts, 'headers' | 'pageAddress' | 'sdkAnswer'>>

type Header = readonly [name: string, value: string]

const headerLine = /^([!#$%&'*+.^_`|~\w-]+):(.*)$/
/** Names by which headers are told from any other list of names and values. */
const knownNames =
  /^(?:content-(?:security-policy(?:-report-only)?|type|length)|cross-origin-\w+-policy|permissions-policy|strict-transport-security|x-frame-options|referrer-policy|cache-control|x-content-type-options)$/i
const scriptPath = /\/msflowsdk[^/]*\.js$/i

const pair = z.tuple([z.string(), z.string()])
const named = z.object({ name: z.string(), value: z.string() })
const list = z.union([z.array(pair), z.array(named)])
const byName = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const jsonHeaders = z.union([list, byName])
const answer = z.object({
  request: z.object({ url: z.string(), headers: z.optional(z.array(named)) }),
  response: z.object({
    status: z.number(),
    headers: z.array(named),
    content: z.optional(z.object({ mimeType: z.optional(z.string()) })),
  }),
})
const recording = z.object({ log: z.object({ entries: z.array(answer) }) })

/** Tells whether a text is headers of an answer, and how they are written down; nothing for any other text. */
export function recogniseHeaders(text: string): HeadersForm | undefined {
  if (/^\s*[{[]/.test(text)) {
    const value = parsed(text)
    if (recording.safeParse(value).success) return 'har'
    return headersOfJson(value)?.some(([name]) => knownNames.test(name)) === true ? 'json' : undefined
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const isPlain = lines.every((line) => /^HTTP\/\d/i.test(line) || headerLine.test(line))
  const names = lines.map((line) => headerLine.exec(line)?.[1] ?? '')
  return isPlain && names.some((name) => knownNames.test(name)) ? 'text' : undefined
}

/**
 * Reads the headers that a page is sent with: a header to a line, as `curl --head` prints them (of several answers the
 * last, to which redirects led); JSON, as an object or a list of names and values; or a HAR file, in which a browser
 * recorded the answers for the page and for Microsoft's script. Never throws.
 */
export function readHeaders(text: string): ReadHeaders {
  if (!/^\s*[{[]/.test(text)) {
    const headers = headersOfLines(text)
    return headers.length > 0
      ? { ok: true, facts: { headers } }
      : nothing('There is no line such as "content-security-policy: …" in it.')
  }
  const value = parsed(text)
  const har = recording.safeParse(value)
  if (har.success) return readRecording(har.data.log.entries)
  const headers = headersOfJson(value)
  if (headers !== undefined && headers.length > 0) return { ok: true, facts: { headers } }
  return nothing('It is JSON, but neither names with values nor what a browser recorded (HAR).')
}

function headersOfLines(text: string): readonly Header[] {
  const headers: Header[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = headerLine.exec(line) ?? []
    if (/^HTTP\/\d/i.test(line)) headers.length = 0
    else if (name !== undefined && value !== undefined) headers.push([name, value.trim()])
  }
  return headers
}

function headersOfJson(value: unknown): readonly Header[] | undefined {
  const given = jsonHeaders.safeParse(value)
  if (!given.success) return undefined
  if (!Array.isArray(given.data)) {
    return Object.entries(given.data).flatMap(([name, values]) => [values].flat().map((one): Header => [name, one]))
  }
  return given.data.map((one): Header => ('name' in one ? [one.name, one.value] : one))
}

type Answer = z.infer<typeof answer>

function readRecording(entries: readonly Answer[]): ReadHeaders {
  const script = entries.find(
    ({ request }) => URL.canParse(request.url) && scriptPath.test(new URL(request.url).pathname),
  )
  const page = pageOf(entries, script)
  if (page === undefined) return nothing('No answer in the recording is a page.')
  const { request, response } = page
  return {
    ok: true,
    facts: {
      pageAddress: request.url,
      headers: response.headers.map(({ name, value }): Header => [name, value]),
      ...(script !== undefined && { sdkAnswer: sdkAnswerOf(script) }),
    },
  }
}

/** The page that asked for the script, else the last page that was shown. */
function pageOf(entries: readonly Answer[], script: Answer | undefined): Answer | undefined {
  const pages = entries.filter(({ response }) => isPage(response) && response.status < 300)
  const referrer = script?.request.headers?.find(({ name }) => name.toLowerCase() === 'referer')?.value
  return pages.find(({ request }) => request.url === referrer) ?? pages.at(-1)
}

function isPage({ headers, content }: Answer['response']): boolean {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? content?.mimeType ?? ''
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)
}

function sdkAnswerOf({ request, response }: Answer): NonNullable<HostFacts['sdkAnswer']> {
  const contentType = response.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value
  return { address: request.url, status: response.status, ...(contentType !== undefined && { contentType }) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function nothing(what: string): ReadHeaders {
  const why = 'Which headers a page is sent with is judged only when they are there to be read.'
  const fix = 'Make the file with "curl --head ADDRESS", or save what the browser’s network tools recorded as HAR.'
  return { ok: false, problem: { line: 1, column: 1, what, why, fix } }
}
