import { type Citation, type ItemState, itemById, type Text } from '@sevenstep/onboarding'
import type { Texts } from '../../texts/index.ts'

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
  const { source, place, url, dated } = citation
  return (
    <p class="row-note">
      {label}{' '}
      {url === undefined ? (
        <cite>{source}</cite>
      ) : (
        <a class="link" href={url} rel="noreferrer">
          <cite>{source}</cite>
        </a>
      )}
      , <span lang="en">{place}</span> ({texts.goals.dated(texts.format.date(dated))})
    </p>
  )
}
