import type { Message } from '@sevenstep/findings'
import type { MessageData } from './rule-family.ts'

const longestValue = 300

/** A sentence with holes: texts and names of holes by turns, or one text without any. */
type Sentence = string | readonly string[]

/** A message taken apart once, to be filled many times. */
export interface MessageTemplate {
  readonly what: Sentence
  readonly why: Sentence
  readonly fix: Sentence
}

/** Takes the sentences of a message apart at their `{holes}`. */
export function compileMessage(message: Message): MessageTemplate {
  return { what: compile(message.what), why: compile(message.why), fix: compile(message.fix) }
}

/** Fills the holes of a message; a hole without a value stays visible, so that a test can catch it. */
export function fillTemplate(template: MessageTemplate, data: MessageData): Message {
  return { what: fill(template.what, data), why: fill(template.why, data), fix: fill(template.fix, data) }
}

function compile(sentence: string): Sentence {
  const parts = sentence.split(/\{([A-Za-z]+)\}/)
  return parts.length === 1 ? sentence : parts
}

function fill(sentence: Sentence, data: MessageData): string {
  if (typeof sentence === 'string') return sentence
  let text = sentence[0] ?? ''
  for (let at = 1; at < sentence.length; at += 2) {
    text += textFor(sentence[at] ?? '', data)
    text += sentence[at + 1] ?? ''
  }
  return text
}

/** Values come from files; what is long is cut, so that a message stays one line. */
function textFor(name: string, data: MessageData): string {
  if (!Object.hasOwn(data, name)) return `⟨${name}?⟩`
  const given = String(data[name])
  const value = isOneLine(given) ? given : given.replace(/\s+/g, ' ')
  return value.length <= longestValue ? value : `${value.slice(0, longestValue - 1)}…`
}

/** True when a text surely has no white space but single blanks; most have, and need no searching then. */
function isOneLine(text: string): boolean {
  if (text.length > longestValue) return false
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 126 || code < 32 || (code === 32 && before === 32)) return false
    before = code
  }
  return true
}
