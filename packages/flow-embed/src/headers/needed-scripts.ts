import { mendedAddress } from '../data/known-hosts.ts'
import type { EmbedSubject } from '../engine/embed-subject.ts'
import { type EmbedEdition, sdkPath, widgetHosts } from '../hosts.ts'
import type { HtmlPage, PageElement } from '../page/html-page.ts'
import { kindOf, namedScripts } from '../page/named-scripts.ts'
import { namesSdk } from '../page/names-sdk.ts'

/** A script without which nothing is embedded. */
export interface NeededScript {
  readonly role: 'sdk' | 'sign-in' | 'own'
  /** Where it is to come from once everything else that was found is mended; own ones as the page names them. */
  readonly address: string
  /** Where the page loads it from today; undefined where it does not load it yet. */
  readonly now: string | undefined
  readonly nonce: string | undefined
  /** A script puts it in, which hands on the trust that it has itself. */
  readonly isPutIn: boolean
}

/** Libraries that pages sign people in with, by the names of their files. */
const signInLibrary = /(?:^|[/@._-])(?:msal|adal|teams-js|microsoftteams)(?![a-z])[^/]*/i

/** Every script that embedding needs, each once: Microsoft's, libraries for signing in, and those that show the widget. */
export function neededScripts(subject: EmbedSubject, edition: EmbedEdition): readonly NeededScript[] {
  const scripts = [...sdkScripts(subject, edition), ...otherScripts(subject)]
  return [...new Map(scripts.map((one) => [`${one.address} ${one.now} ${one.nonce}`, one])).values()]
}

function sdkScripts({ page }: EmbedSubject, edition: EmbedEdition): readonly NeededScript[] {
  const right = widgetHosts[edition] + sdkPath
  const scripts = page.sdkReferences.map(
    ({ address, element }): NeededScript => ({
      role: 'sdk',
      address: mendedAddress(address, edition, sdkPath),
      now: address,
      nonce: nonceOf(element),
      isPutIn: element === undefined,
    }),
  )
  for (const { by, options } of page.creations) {
    const host = options?.kind === 'object' ? options.entries.get('host')?.value : options
    if (by !== 'wrapper' || host?.kind !== 'text') continue
    const address = mendedAddress(host.text, edition, '') + sdkPath
    scripts.push({ role: 'sdk', address, now: undefined, nonce: undefined, isPutIn: true })
  }
  const isToBeAdded = page.sdkCopies.length > 0 || page.creations.some(({ by }) => by === 'microsoft')
  if (scripts.length === 0 && isToBeAdded && page.pages.length > 0)
    scripts.push({ role: 'sdk', address: right, now: undefined, nonce: undefined, isPutIn: false })
  return scripts
}

function otherScripts({ page }: EmbedSubject): readonly NeededScript[] {
  const shows = new Set([...page.creations, ...page.renderings].map(({ script }) => script.file.path))
  return page.pages.flatMap((document) => {
    const own = new Set(
      namedScripts(document)
        .filter(({ paths }) => paths.some((path) => shows.has(path)))
        .map(({ address }) => address),
    )
    return document.elements.flatMap((element): NeededScript[] => {
      const source = element.attributes.get('src')
      if (element.name !== 'script' || source === undefined || kindOf(element) === 'data') return []
      const now = source.value.trim()
      const role = own.has(now) ? 'own' : isSignIn(now) ? 'sign-in' : undefined
      if (role === undefined || namesSdk(now)) return []
      const address = role === 'own' ? now : now.replace(/^(?:http:)?\/\//i, 'https://')
      return [{ role, address, now, nonce: nonceOf(element), isPutIn: false }]
    })
  })
}

/** Of other hosts alone: what the page brings along itself goes with its other scripts. */
function isSignIn(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address) && signInLibrary.test(address.split(/[?#]/, 1)[0] ?? '')
}

/** Elements of a page whose own text shows a widget. */
export function showingInline({ page }: EmbedSubject): readonly PageElement[] {
  const starts = new Map<string, number[]>()
  for (const { at } of [...page.creations, ...page.renderings]) {
    const known = starts.get(at.file.path)
    if (known === undefined) starts.set(at.file.path, [at.start])
    else known.push(at.start)
  }
  return page.pages.flatMap(({ file, elements }: HtmlPage) => {
    const sorted = (starts.get(file.path) ?? []).sort((left, right) => left - right)
    let next = 0
    // Scripts stand in the order of the file and never in each other: one walk over both is enough.
    return elements.filter(({ name, attributes, inner }) => {
      if (name !== 'script' || attributes.has('src')) return false
      while (next < sorted.length && (sorted[next] ?? 0) < inner.start) next++
      return (sorted[next] ?? Number.POSITIVE_INFINITY) < inner.end
    })
  })
}

/** The nonce of an element; undefined where it has none. */
export function nonceOf(element: PageElement | undefined): string | undefined {
  return element?.attributes.get('nonce')?.value
}
