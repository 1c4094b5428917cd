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
  return neutralise(text).replace(/[&<>"'`]/g, (character) => entities[character] ?? '')
}
