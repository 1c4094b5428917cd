import { type Citation, type ItemState, itemById, type Text } from '@sevenstep/onboarding'
import type { Texts } from '../../texts/index.ts'
import { Disclosure } from '../components/guidance.tsx'

/** A text in the language of the page. */
export function say(text: Text, texts: Texts): string {
  return text[texts.language]
}

/** Why an item stands as it does. What a check found is told in English whatever the page's language, and says so. */
export function ItemBecause({ item, texts }: { readonly item: ItemState; readonly texts: Texts }) {
  const { en, nl } = item.because
  const finding = texts.language !== 'en' && en === nl && itemById(item.id)?.verification.by === 'automatic'
  return finding ? <span lang="en">{en}</span> : say(item.because, texts)
}

/** The title of an item in the language of the page. */
export function titleOf(item: ItemState, texts: Texts): string {
  const definition = itemById(item.id)
  return definition === undefined ? item.id : say(definition.title, texts)
}

interface CitedProps {
  readonly citation: Citation
  readonly label: string
  readonly texts: Texts
}

/** The page and place a statement rests on, with its date; a link where the page has an address. */
export function Cited({ citation, label, texts }: CitedProps) {
  return (
    <p class="row-note">
      {label} <SourceName citation={citation} texts={texts} />, <span lang="en">{citation.place}</span> (
      {texts.goals.dated(texts.format.date(citation.dated))})
    </p>
  )
}

interface SourcesProps {
  readonly citations: readonly Citation[]
  readonly label: string
  readonly texts: Texts
}

/** What several statements rest on, each source once with its places, folded away. */
export function Sources({ citations, label, texts }: SourcesProps) {
  if (citations.length === 0) return null
  const bySource = new Map<string, Citation[]>()
  for (const citation of citations) {
    const key = `${citation.source} ${citation.dated}`
    bySource.set(key, [...(bySource.get(key) ?? []), citation])
  }
  return (
    <Disclosure summary={label}>
      <ul class="stack">
        {[...bySource.values()].map((cited) => {
          const [first] = cited
          return (
            first !== undefined && (
              <li class="row-note">
                <SourceName citation={first} texts={texts} /> ({texts.goals.dated(texts.format.date(first.dated))}):{' '}
                <span lang="en">{[...new Set(cited.map(({ place }) => place))].join('; ')}</span>
              </li>
            )
          )
        })}
      </ul>
    </Disclosure>
  )
}

/** The title of a source in the language of the page where there is one. */
export function SourceName({ citation, texts }: { readonly citation: Citation; readonly texts: Texts }) {
  const { source, inEnglish, url } = citation
  const isDutch = texts.language === 'nl' && inEnglish !== undefined
  const title = <cite lang={isDutch ? 'nl' : 'en'}>{isDutch ? source : (inEnglish ?? source)}</cite>
  if (url === undefined) return title
  return (
    <a class="link" href={url} rel="noreferrer">
      {title}
    </a>
  )
}
