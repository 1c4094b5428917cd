import { decodeBody, type FetchAnswer, type FetchOptions, type FetchOutcome, safeFetch } from '@sevenstep/safe-fetch'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { LinkFact, ListingFacts } from '../engine/listing-facts.ts'
import { linksOf } from '../offer/links-of.ts'
import type { Offer } from '../offer/offer.ts'
import { addressOf } from '../text/text-checks.ts'

/** How addresses are asked. */
export interface GatherOptions {
  /** Passed on with each question: policy, resolver, signal. */
  readonly fetchOptions?: FetchOptions
  /** Asks an address; the fetcher of `@sevenstep/safe-fetch` when left out. */
  readonly fetch?: (url: string, options: FetchOptions) => Promise<FetchOutcome>
  /** Told of each address that answered or did not. */
  readonly onProgress?: (done: number, total: number) => void
}

const atOnce = 4
const mostAddresses = 60

/**
 * Opens the addresses of an offer that customers open, the landing page among them, and says what they answered. Nothing
 * but public addresses is reached; no cookies or credentials are sent. Never throws: what goes wrong is the fact.
 */
export async function gatherListingFacts(offer: Offer, options: GatherOptions = {}): Promise<ListingFacts> {
  const page = offer.root.find('technical', 'landingPageUrl')?.value
  const site = addressOf(offer.root.find('listing', 'websiteUrl')?.value)?.href
  const texts = [...linksOf(offer).map(({ value }) => value), page]
  const wanted = [...new Set(texts.flatMap((text) => addressOf(text)?.href ?? []))].slice(0, mostAddresses)
  const links: LinkFact[] = []
  const waiting = wanted.entries()
  const work = async (): Promise<void> => {
    for (const [at, url] of waiting) {
      links[at] = await ask(url, url === site, options)
      options.onProgress?.(Object.keys(links).length, wanted.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { links }
}

async function ask(url: string, withTitle: boolean, options: GatherOptions): Promise<LinkFact> {
  const fetch = options.fetch ?? safeFetch
  const shared = { ...options.fetchOptions, accept: 'text/html,*/*;q=0.5' }
  const outcome = await fetch(url, shared)
  if (outcome.ok) return factOf(url, outcome.answer, withTitle)
  if (outcome.problem.code === 'too-large') {
    // A long page is a page all the same: its head tells whether it is there.
    const head = await fetch(url, { ...shared, method: 'HEAD' })
    if (head.ok) return factOf(url, head.answer, false)
  }
  return { url, problem: outcome.problem.what }
}

function factOf(url: string, answer: FetchAnswer, withTitle: boolean): LinkFact {
  const contentType = answer.headers['content-type']
  const title = withTitle && (contentType ?? '').includes('html') ? pageTitle(decodeBody(answer)) : undefined
  return {
    url,
    status: answer.status,
    ...(answer.url !== url && { finalUrl: answer.url }),
    ...(contentType !== undefined && { contentType }),
    ...(title !== undefined && { title }),
  }
}

/** The words of the first title of a page, at most 300 characters of them; undefined where there is none. */
export function pageTitle(html: string): string | undefined {
  const head = html.slice(0, 200_000)
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = [...parse(head).childNodes]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node.nodeName === 'title' && 'childNodes' in node) {
      const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
      return text.replace(/\s+/g, ' ').trim().slice(0, 300) || undefined
    }
    // A title stands in the head: the body's thousands of elements need no visit.
    if ('childNodes' in node && node.nodeName !== 'body') waiting.push(...node.childNodes)
  }
  return undefined
}
