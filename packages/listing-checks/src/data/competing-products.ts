/** Products that do what Power Automate does, as their makers write them (seen 2026). */
const competitors =
  /\b(?:Zapier|IFTTT|Workato|MuleSoft|Tray\.(?:io|ai)|Integromat|Automate\.io|Make\.com|n8n|SnapLogic|Celigo|Boomi|Pipedream|UiPath|Automation Anywhere|Blue Prism)\b/

/** Words of a sentence about moving away from such a product: there its name belongs. */
const moving = /\b(?:migrat\w*|import\w*|mov(?:e|es|ing)|switch\w*|replac\w*|convert\w*)\b/i

/** The competing products that a text names, each once; a sentence about moving from them is left out. */
export function competitorsIn(text: string): readonly string[] {
  const found = text
    .split(/(?<=[.!?])\s|\n/)
    .filter((sentence) => !moving.test(sentence))
    .flatMap((sentence) => competitors.exec(sentence)?.[0] ?? [])
  return [...new Set(found)]
}
