import { SaxesParser } from 'saxes'
import { bareAmpersandIn } from './bare-ampersand.ts'

/** An element of an XML text, with its place. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, without that of the elements in it. */
  readonly text: string
  /** From the opening bracket to behind the element. */
  readonly start: number
  readonly end: number
  /** Behind the opening tag. */
  readonly tagEnd: number
}

/** An XML text, read; or where and why it could not be. */
export interface ReadXml {
  readonly root: XmlElement | undefined
  readonly fault?: { readonly what: string; readonly at: number }
}

const mostElements = 20_000
const deepest = 100

type Mutable = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] }

/**
 * Reads an XML text with places. Never throws. A document type is refused: it can define entities that unfold without end
 * or fetch from elsewhere, and no file of a package has one.
 */
export function readXml(text: string): ReadXml {
  const parser = new SaxesParser({ position: true })
  const open: Mutable[] = []
  let root: Mutable | undefined
  let count = 0
  let fault: ReadXml['fault']
  const stop = (what: string) => {
    // What was never closed is at its beginning, not at the end of the file.
    const place = what.startsWith('unclosed tag') ? (open.at(-1)?.start ?? text.length) : parser.position
    fault ??= { what, at: Math.min(place, text.length) }
    throw new Stopped()
  }
  parser.on('error', (error) => stop(error.message.replace(/^\d+:\d+:\s*/, '')))
  parser.on('doctype', () => stop('it defines a document type, which is not read'))
  parser.on('opentag', (tag) => {
    if (++count > mostElements) stop('it has more elements than a package’s file needs')
    if (open.length >= deepest) stop('it is nested too deeply')
    const start = text.lastIndexOf('<', parser.position - 1)
    const element: Mutable = {
      name: tag.name,
      attributes: Object.assign(Object.create(null), tag.attributes),
      children: [],
      text: '',
      start: Math.max(0, start),
      end: parser.position,
      tagEnd: parser.position,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', (part) => {
    const holder = open.at(-1)
    if (holder !== undefined) holder.text += part
  })
  parser.on('cdata', (part) => {
    const holder = open.at(-1)
    if (holder !== undefined) holder.text += part
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed !== undefined) closed.end = parser.position
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (!(error instanceof Stopped)) fault ??= { what: 'it is no XML', at: 0 }
  }
  if (fault === undefined) return { root }
  // The parser takes everything up to the next semicolon for a name and stops far behind what is wrong.
  const ampersand = bareAmpersandIn(text)
  const isCause = ampersand !== undefined && (ampersand < fault.at || fault.what.startsWith('unclosed tag'))
  return {
    root,
    fault: isCause ? { what: 'a "&" stands alone; as a letter it is written "&amp;"', at: ampersand } : fault,
  }
}

/** Leaves the parser from within one of its calls. */
class Stopped extends Error {}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}
