import { disarmHashes } from '../build-commands.ts'
import { neutralise } from '../text/display-text.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Foreign text for HTML content and quoted attributes; controls and turned text become visible signs. */
export function escapeHtml(text: string): string {
  const escaped = neutralise(text).replace(/[&<>"'`]/g, (character) => entities[character] ?? '')
  return disarmHashes(escaped, '&#35;')
}
