import type { JsonNode } from '@sevenstep/located-json'
import type { Offer } from '../offer/offer.ts'
import { entriesAt, textAt, textsAt } from '../rules/fields.ts'
import { addressOf } from '../text/text-checks.ts'
import { descriptionHtml, marked } from './description-html.ts'
import { dataAddress, escapeText } from './escape-text.ts'
import { previewStyles, previewStylesHash } from './preview-styles.ts'

const mostImageBytes = 8 * 1024 * 1024

/**
 * Draws the listing as a customer would see it, for looking at it before submitting: one HTML page that holds everything,
 * for desktop and phone, light and dark. It runs no script, loads nothing, and everything of the offer in it is escaped;
 * what is missing or waits for somebody is marked. It is our drawing, and says so, not Microsoft's page.
 */
export function previewOffer(offer: Offer): string {
  const { root } = offer
  const name = textAt(root, 'listing', 'name')?.text ?? 'Listing without a name'
  const language = textAt(root, 'language')?.text ?? 'en-us'
  const policy = `default-src 'none'; img-src data:; style-src '${previewStylesHash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${escapeText(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeText(name)} – preview</title>
<style>${previewStyles}</style>
</head>
<body>
<main>
<p class="note" lang="en">A drawing of your listing by Sevenstep, not Microsoft’s page. Marked places still wait for you.</p>
<div class="page">
${heading(offer)}
<div class="columns">
<div class="stack">
${overview(offer)}
${screenshots(offer)}
${videos(offer)}
${searchResult(offer)}
</div>
<aside class="stack">
${details(offer)}
</aside>
</div>
</div>
</main>
</body>
</html>
`
}

const missing = (what: string): string => `<span class="missing" lang="en">${escapeText(what)}</span>`
const shown = (root: JsonNode, what: string, ...path: readonly string[]): string => {
  const text = textAt(root, ...path)?.text
  return text === undefined ? missing(what) : marked(text)
}

const buttons: Readonly<Record<string, string>> = {
  getItNow: 'Get it now',
  freeTrial: 'Free trial',
  contactMe: 'Contact me',
  sellThroughMicrosoft: 'Buy now',
  licenceManagement: 'Get it now',
}

function heading({ root, ...offer }: Offer): string {
  const option = textAt(root, 'listingOption')?.text ?? ''
  const button = Object.hasOwn(buttons, option) ? buttons[option] : undefined
  return `<header>
<div class="logo">${logo({ root, ...offer })}</div>
<div class="title">
<h1>${shown(root, 'No name', 'listing', 'name')}</h1>
<p class="by">${shown(root, 'No publisher', 'publisherName')}</p>
<p class="by">${shown(root, 'No summary', 'listing', 'summary')}</p>
${button === undefined ? missing('No way to get it') : `<span class="button">${escapeText(button)}</span>`}
</div>
</header>`
}

/** The image a path names, as part of the page; or why it is not shown. */
function image(offer: Offer, path: string | undefined, alternative: string): string {
  if (path === undefined) return missing('No image')
  const bytes = offer.files.get(path)
  const facts = offer.image(path)
  if (bytes === undefined || facts === undefined) return missing(`No file ${path}`)
  if (!facts.isPng || facts.fault !== undefined) return missing(`${path} is no whole PNG`)
  if (bytes.length > mostImageBytes) return missing(`${path} is too large to be shown here`)
  const size = `width="${facts.width}" height="${facts.height}"`
  const note = facts.isPlaceholder && alternative !== '' ? missing('To be replaced') : ''
  return `${note}<img src="${dataAddress(bytes, 'image/png')}" ${size} alt="${escapeText(alternative)}">`
}

function logo(offer: Offer): string {
  return image(offer, textAt(offer.root, 'media', 'logos', 'large')?.text, '')
}

function overview({ root }: Offer): string {
  const description = textAt(root, 'listing', 'description')?.text
  const started = textAt(root, 'listing', 'gettingStarted')?.text
  const begin =
    started === undefined
      ? ''
      : `<section><h2>Getting started</h2><div class="text">${descriptionHtml(started)}</div></section>`
  const text = description === undefined ? missing('No description') : descriptionHtml(description)
  return `<section><h2>Overview</h2><div class="text">${text}</div></section>${begin}`
}

function screenshots(offer: Offer): string {
  const shots = entriesAt(offer.root, 'media', 'screenshots').map((shot) => {
    const caption = textAt(shot, 'caption')?.text
    const picture = image(offer, textAt(shot, 'file')?.text, caption ?? '')
    return `<figure>${picture}<figcaption>${caption === undefined ? missing('No caption') : marked(caption)}</figcaption></figure>`
  })
  return `<section><h2>Screenshots</h2><div class="shots">${shots.join('') || missing('No screenshots')}</div></section>`
}

function videos(offer: Offer): string {
  const films = entriesAt(offer.root, 'media', 'videos').map((video) => {
    const title = textAt(video, 'title')?.text ?? 'Video without a title'
    const picture = image(offer, textAt(video, 'thumbnail')?.text, '')
    return `<figure>${picture}<figcaption>▶ ${link(textAt(video, 'url')?.text, title)}</figcaption></figure>`
  })
  return films.length === 0 ? '' : `<section><h2>Videos</h2><div class="shots">${films.join('')}</div></section>`
}

function searchResult(offer: Offer): string {
  const { root } = offer
  return `<section><h2>In a list of results</h2><div class="result"><div class="logo">${logo(offer)}</div><div>
<strong>${shown(root, 'No name', 'listing', 'name')}</strong>
<span class="by">${shown(root, 'No publisher', 'publisherName')}</span>
<span>${shown(root, 'No summary', 'listing', 'summary')}</span></div></div></section>`
}

/** A link where the address is one that a browser may open; the words alone elsewhere. */
function link(address: string | undefined, words: string): string {
  const url = addressOf(address)
  if (url?.protocol !== 'https:') return `${marked(words)} ${missing('no https address')}`
  // What opens something is no part of a page that people pass around.
  url.username = ''
  url.password = ''
  return `<a href="${escapeText(url.href)}" rel="noopener noreferrer">${marked(words)}</a>`
}

function details(offer: Offer): string {
  const { root } = offer
  const tree = (path: string, inner: string) =>
    entriesAt(root, path).map((entry) => {
      const below = textsAt(entry, inner).map(({ text }) => text)
      const name = textAt(entry, 'name')?.text ?? ''
      return marked(below.length === 0 ? name : `${name}: ${below.join(', ')}`)
    })
  const products = [...textsAt(root, 'listing', 'applicableProducts'), ...textsAt(root, 'listing', 'products')]
  const documents = entriesAt(root, 'media', 'documents').map((one) => marked(textAt(one, 'title')?.text ?? 'Document'))
  const isStandard = root.find('terms', 'standardContract')?.value === true
  const terms = textAt(root, 'terms', 'url')?.text
  const links = [
    ...(textAt(root, 'listing', 'helpUrl') === undefined
      ? []
      : [link(textAt(root, 'listing', 'helpUrl')?.text, 'Help')]),
    link(textAt(root, 'listing', 'supportUrl')?.text, 'Support'),
    link(textAt(root, 'listing', 'privacyUrl')?.text, 'Privacy statement'),
    ...(isStandard ? ['Standard contract'] : terms === undefined ? [] : [link(terms, 'Terms of use')]),
    ...entriesAt(root, 'listing', 'usefulLinks').map((one) =>
      link(textAt(one, 'url')?.text, textAt(one, 'title')?.text ?? 'Link'),
    ),
  ]
  const boxes = [
    ['Categories', tree('categories', 'subcategories')],
    ['Industries', tree('industries', 'verticals')],
    ['Works with', products.map(({ text }) => marked(text))],
    ['Version', [shown(root, 'No version', 'appVersion')]],
    ['Links', links],
    ['Documents', documents],
    ['Keywords', textsAt(root, 'listing', 'keywords').map(({ text }) => marked(text))],
  ] as const
  const parts = boxes
    .filter(([, entries]) => entries.length > 0)
    .map(
      ([title, entries]) =>
        `<h3>${title}</h3><ul class="plain">${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul>`,
    )
  return `<div>${parts.join('')}</div>`
}
