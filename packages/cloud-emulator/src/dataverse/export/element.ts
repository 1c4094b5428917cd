import { escaped } from '../work/import-log.ts'

/** An XML element with text, or with elements already written inside. */
export function element(name: string, content: unknown, attributes: Readonly<Record<string, unknown>> = {}): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  if (Array.isArray(content)) return `<${name}${written}>${content.join('')}</${name}>`
  const text = content === null || content === undefined ? '' : escaped(String(content))
  return text === '' ? `<${name}${written} />` : `<${name}${written}>${text}</${name}>`
}
