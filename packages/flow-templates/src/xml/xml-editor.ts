import type { JsonTextEdit } from '@sevenstep/located-json'
import type { XmlElement } from './xml-element.ts'

/** Collects changes of an XML text as edits that leave every other character alone. */
export class XmlEditor {
  readonly #text: string
  readonly #edits: JsonTextEdit[] = []

  constructor(text: string) {
    this.#text = text
  }

  get edits(): readonly JsonTextEdit[] {
    return this.#edits
  }

  /** Replaces everything between the tags. */
  setText(element: XmlElement, value: string): void {
    this.#setContent(element, element.contentStart, escapeText(value))
  }

  /** Adds XML, which has to be well-formed by itself, behind everything an element holds. */
  append(element: XmlElement, xml: string): void {
    this.#setContent(element, element.contentEnd, xml)
  }

  /** Adds XML, which has to be well-formed by itself, at a place between elements. */
  insert(at: number, xml: string): void {
    this.#edits.push({ start: at, end: at, text: xml })
  }

  #setContent(element: XmlElement, start: number, text: string): void {
    if (element.contentStart < element.end) {
      this.#edits.push({ start, end: element.contentEnd, text })
      return
    }
    const tag = this.#text.slice(element.start, element.end).replace(/(?<!\s)\s*\/>$/, '>')
    this.#edits.push({ start: element.start, end: element.end, text: `${tag}${text}</${element.name}>` })
  }

  /** Sets an attribute, whatever the case of its letters; it is added when it is not there. */
  setAttribute(element: XmlElement, name: string, value: string): void {
    const written = `"${escapeAttribute(value)}"`
    for (const found of this.#text.slice(element.start, element.contentStart).matchAll(attribute)) {
      const [whole, key = '', quoted = ''] = found
      if (key.toLowerCase() !== name.toLowerCase()) continue
      const end = element.start + found.index + whole.length
      this.#edits.push({ start: end - quoted.length, end, text: written })
      return
    }
    const at = element.start + 1 + element.name.length
    this.#edits.push({ start: at, end: at, text: ` ${name}=${written}` })
  }
}

const attribute = /\s([^\s=/>"'<]+)\s*=\s*("[^"]*"|'[^']*')/g

/** Text as it may stand between tags. Characters that XML cannot hold at all are left out. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(notXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;')
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;')
}

const notXml = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/gu
