import type { JudgedFile } from '@sevenstep/rule-engine'
import type { ScriptSource } from '../script/script.ts'
import { dialectOfLanguage } from '../script/typed-parser.ts'
import { type HtmlPage, type PageAttribute, type PageElement, readHtmlPage } from './html-page.ts'

/** A single-file component of Vue, taken apart. */
export interface VueComponent {
  /** What its template holds; nothing where another language writes it. */
  readonly template: HtmlPage
  /** The blocks with code, not those that name a file. */
  readonly scripts: readonly ScriptSource[]
  /** The elements of its script blocks, for those that name a file. */
  readonly scriptElements: readonly PageElement[]
}

/** Takes a single-file component apart by reading it as HTML; says in a sentence why that cannot be done. Never throws. */
export function readVueComponent(file: JudgedFile): VueComponent | string {
  const page = readHtmlPage(file)
  if (typeof page === 'string') return page
  const blocks = page.elements.filter(({ name, parent }) => name === 'script' && !isInTemplate(parent))
  if (blocks.length < (file.text.match(/^<script[\s>]/gim) ?? []).length) {
    return `${file.path}: a script block is hidden by an element that HTML does not close by "/>": give that one an end tag.`
  }
  const templates = page.elements.filter(({ name, parent }) => name === 'template' && !isInTemplate(parent))
  const foreign = templates.find(({ attributes }) => !/^(html)?$/i.test(attributes.get('lang')?.value ?? ''))
  if (foreign !== undefined) return `${file.path}: its template is written in another language than HTML.`
  return {
    template: { file, elements: page.elements.filter(({ parent }) => isInTemplate(parent)).map(bound(new Map())) },
    scripts: blocks
      .filter(({ attributes }) => !attributes.has('src'))
      .map(({ inner, attributes }) => ({
        file,
        start: inner.start,
        end: inner.end,
        isModule: true,
        dialect: dialectOfLanguage((attributes.get('lang')?.value ?? '').toLowerCase()),
      })),
    scriptElements: blocks,
  }
}

function isInTemplate(element: PageElement | undefined): boolean {
  for (let at = element; at !== undefined; at = at.parent) if (at.name === 'template') return true
  return false
}

/** Gives elements the attributes that Vue binds: `:src="address"` is `src` with a value that is worked out. */
function bound(made: Map<PageElement, PageElement>): (element: PageElement) => PageElement {
  return (element) => {
    const attributes = new Map<string, PageAttribute>()
    let isOpen = false
    for (const [name, attribute] of element.attributes) {
      const own = /^(?:v-bind)?:(\w[\w-]*)/.exec(name)?.[1]
      if (name === 'v-bind') isOpen = true
      else attributes.set(own ?? name, own === undefined ? attribute : worked(attribute))
    }
    const reference = element.attributes.get('ref')?.value
    const isSelfClosed = element.at.file.text.slice(element.at.end - 2, element.at.end) === '/>'
    const parent = element.parent && made.get(element.parent)
    const bare = { ...element, attributes, parent, isOpen, ...(reference !== undefined && { reference }) }
    // Closed by "/>", it holds nothing of what HTML would put into it: what follows belongs to what is around it.
    made.set(element, isSelfClosed && parent !== undefined ? parent : bare)
    return bare
  }
}

/** Of what is bound only a text that stands there as such is known. */
function worked({ value, at }: PageAttribute): PageAttribute {
  const text = /^\s*(?:'([^'\\]*)'|"([^"\\]*)"|`([^`\\$]*)`)\s*$/.exec(value)
  if (text !== null) return { value: text[1] ?? text[2] ?? text[3] ?? '', at }
  return { value: '', at, unknown: 'the component works it out while it runs', expression: value }
}
