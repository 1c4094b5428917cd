import type { JudgedFile } from '@sevenstep/rule-engine'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type ParserOptions, parse } from 'parse5'
import type { Binding } from '../script/names.ts'
import type { TextPlace } from '../script/script.ts'

/** An attribute as it was written. */
export interface PageAttribute {
  readonly value: string
  readonly at: TextPlace
  /** Why its value cannot be told, where a script or a framework works it out; the value is empty then. */
  readonly unknown?: string
  /** The expression that a template binds it to. */
  readonly expression?: string
}

/** An element that stands in the file; those that a browser adds do not count. */
export interface PageElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, PageAttribute>
  /** Its start tag. */
  readonly at: TextPlace
  readonly parent: PageElement | undefined
  /** What stands between its tags, as offsets into the file. */
  readonly inner: { readonly start: number; readonly end: number }
  /** Attributes are added to it that are not listed here. */
  readonly isOpen?: boolean
  /** What a framework keeps it in for scripts: a name of the script, or the name that the markup gives it. */
  readonly reference?: Binding | string
}

/** A page's elements in the order of the file. */
export interface HtmlPage {
  readonly file: JudgedFile
  readonly elements: readonly PageElement[]
}

const longestPage = 4_000_000
const deepestPage = 1000

/** Elements in a page; real ones have a few thousand. Half-open ones are opened again and again, so that short texts make many. */
const mostElements = 200_000

class TooDeep extends Error {}
class TooMany extends Error {}

/** Reads a page the way browsers do; says in a sentence why it cannot be read. Never throws. */
export function readHtmlPage(file: JudgedFile): HtmlPage | string {
  if (file.text.length > longestPage) return `${file.path} is longer than 4 million characters.`
  let document: DefaultTreeAdapterTypes.Document
  try {
    document = parse(file.text, optionsWithLimit())
  } catch (error) {
    if (error instanceof TooMany) return `${file.path} has more than 200,000 elements.`
    if (error instanceof TooDeep || error instanceof RangeError) return `${file.path} is nested too deeply to be read.`
    throw error
  }
  return { file, elements: elementsOf(file, document) }
}

/** The parser looks through all open elements again and again: without a limit a hostile page takes minutes. */
function optionsWithLimit(): ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let depth = 0
  let count = 0
  return {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...given) {
        count++
        if (count > mostElements) throw new TooMany()
        return defaultTreeAdapter.createElement(...given)
      },
      onItemPush() {
        depth++
        if (depth > deepestPage) throw new TooDeep()
      },
      onItemPop() {
        depth--
      },
    },
  }
}

function elementsOf(file: JudgedFile, document: DefaultTreeAdapterTypes.Document): readonly PageElement[] {
  const elements: PageElement[] = []
  const waiting: { node: DefaultTreeAdapterTypes.Node; parent: PageElement | undefined }[] = [
    { node: document, parent: undefined },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent } = next
    const element = 'attrs' in node ? elementOf(file, node, parent) : undefined
    if (element !== undefined) elements.push(element)
    const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : []
    for (const child of children) waiting.push({ node: child, parent: element ?? parent })
  }
  return elements.sort((left, right) => left.at.start - right.at.start)
}

function elementOf(
  file: JudgedFile,
  node: DefaultTreeAdapterTypes.Element,
  parent: PageElement | undefined,
): PageElement | undefined {
  const location = node.sourceCodeLocation
  if (!location) return undefined
  const tag = location.startTag ?? location
  const attributes = new Map<string, PageAttribute>()
  for (const { name, value } of node.attrs) {
    const place = location.attrs?.[name] ?? tag
    attributes.set(name, { value, at: { file, start: place.startOffset, end: place.endOffset } })
  }
  return {
    name: node.tagName,
    attributes,
    at: { file, start: tag.startOffset, end: tag.endOffset },
    parent,
    inner: { start: tag.endOffset, end: location.endTag?.startOffset ?? location.endOffset },
  }
}
