import { escapeHtml } from './escape-html.ts'

/** A picture of something that was checked. */
export interface ReportDrawing {
  /** What it shows, in a few words. */
  readonly name: string
  /** A whole `<svg>` element. It is shown as an image, so nothing in it can act on the page or load anything. */
  readonly svg: string
  /** The same in words, a line each, for those who do not see it. */
  readonly words: string
}

/** Drawings as figures, folded, each with its words. */
export function printHtmlDrawings(drawings: readonly ReportDrawing[]): string {
  if (drawings.length === 0) return ''
  const figures = drawings.map(({ name, svg, words }) => {
    const shown = escapeHtml(name)
    return `<figure><figcaption>${shown}</figcaption>
<div class="scroll drawing"><img alt="Drawing of ${shown}; the same in words follows." src="data:image/svg+xml;base64,${base64(svg)}"></div>
<details><summary>In words</summary>
<pre>${escapeHtml(words)}</pre></details></figure>
`
  })
  const title = drawings.length === 1 ? 'Drawing' : `${drawings.length} drawings`
  return `<details class="notes"><summary>${title}</summary>\n${figures.join('')}</details>\n`
}

/** By parts, since a call takes no more arguments than its stack holds. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
