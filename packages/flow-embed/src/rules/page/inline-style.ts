import type { PageElement } from '../../page/html-page.ts'

/** A length in pixels from the style attribute of an element; undefined where it is not set so. */
export function inlinePixels({ attributes }: PageElement, property: string): number | undefined {
  for (const part of (attributes.get('style')?.value ?? '').split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0 || part.slice(0, colon).trim().toLowerCase() !== property) continue
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    const number = Number(value.endsWith('px') ? value.slice(0, -2) : Number.NaN)
    return Number.isFinite(number) ? number : undefined
  }
  return undefined
}
