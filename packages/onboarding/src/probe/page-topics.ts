import type { ProbedAddress } from './address-facts.ts'
import type { PageTopic } from './probe-rule.ts'

/** Words by which pages of a topic are known, in the languages that vendors’ sites are mostly in. */
const signs: Readonly<Record<PageTopic, RegExp>> = {
  help: /\b(?:help|hulp|hilfe|aide|ayuda|docs?|documentation|documentatie|guides?|manual|handleiding|faq)\b/,
  privacy: /priva[ct]|datenschutz|confidentialit|gegevensbescherming/,
  support: /support|\b(?:help|hulp|hilfe|contact|kontakt|ondersteuning|assistance|soporte)\b/,
  terms: /\b(?:terms|conditions|eula|licen[cs]e|agreement|legal|voorwaarden|agb|nutzungsbedingungen|tos)\b/,
}

/** Whether an address or the title of its page says that it is about a topic. */
export function isAbout({ address, seen }: ProbedAddress, topic: PageTopic): boolean {
  const said = [pathOf(address), pathOf(seen?.finalAddress ?? ''), seen?.title ?? '']
  // Words of an address are held together by hyphens and underscores.
  return signs[topic].test(
    said
      .join(' ')
      .toLowerCase()
      .replaceAll(/[_\-/.+%]/g, ' '),
  )
}

/** Host and path; what stands behind the question mark says nothing reliable. */
function pathOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const { hostname, pathname } = new URL(address)
  return `${hostname} ${pathname}`
}
