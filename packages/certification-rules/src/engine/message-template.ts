import type { Message } from '@sevenstep/findings'
import type { MessageData } from './rule-family.ts'

const compiled = new Map<string, readonly string[]>()
const longestValue = 120

/** Fills the holes of a message; a hole without a value stays visible, so that a test can catch it. */
export function fillMessage(message: Message, data: MessageData): Message {
  return { what: fill(message.what, data), why: fill(message.why, data), fix: fill(message.fix, data) }
}

function fill(template: string, data: MessageData): string {
  if (template.indexOf('{') < 0) return template
  let parts = compiled.get(template)
  if (parts === undefined) {
    parts = template.split(/\{([A-Za-z]+)\}/)
    compiled.set(template, parts)
  }
  let text = ''
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    text += at % 2 === 0 ? part : textFor(part, data)
  }
  return text
}

/** Values come from files; what is long is cut, so that a message stays one line. */
function textFor(name: string, data: MessageData): string {
  if (!Object.hasOwn(data, name)) return `⟨${name}?⟩`
  const value = String(data[name]).replace(/\s+/g, ' ')
  return value.length <= longestValue ? value : `${value.slice(0, longestValue - 1)}…`
}
