import type { Message } from './finding.ts'

/**
 * Fills the `{name}` places of a message template. Names without a value stay as they are, and filled-in text is
 * never read as a template again.
 */
export function fillMessage(template: Message, values: Readonly<Record<string, string | number>>): Message {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
  return { what: fill(template.what), why: fill(template.why), fix: fill(template.fix) }
}
