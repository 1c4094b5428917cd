import type { JudgedFile } from '@sevenstep/rule-engine'
import type { Following } from '../script/follow-value.ts'
import { readScript, type Script, type TextPlace, type UnreadScript } from '../script/script.ts'
import { findEmbedding } from './find-embedding.ts'
import { findGalleries } from './find-galleries.ts'
import { findMessageHandlers } from './find-message-handlers.ts'
import { findSdkCopies, findSdkReferences } from './find-sdk.ts'
import type { GivenFile, HostPage } from './host-page.ts'
import { type HtmlPage, type PageElement, readHtmlPage } from './html-page.ts'

/** What was read, and whether any of it has to do with embedding. */
export interface ReadHostPage {
  readonly files: readonly JudgedFile[]
  readonly page: HostPage
  /** False where nothing of it shows widgets or a gallery. */
  readonly isHostPage: boolean
}

const translated = /\.(tsx?|mts|cts|jsx|vue|svelte)$/i
const plain = /\.(mjs|cjs|js)$/i
const html = /\.(html?|xhtml)$/i

/**
 * Reads pages and scripts that belong together into one model. Files of other kinds are left out; TypeScript, JSX and
 * single-file components are named as not readable. Never throws.
 */
export function readHostPage(given: readonly GivenFile[]): ReadHostPage {
  const files = given.map(({ path, text }): JudgedFile => ({ path, text, isUtf8: !text.includes('\uFFFD') }))
  const pages: HtmlPage[] = []
  const unread: UnreadScript[] = []
  for (const file of files.filter(({ path }) => html.test(path))) {
    const page = readHtmlPage(file)
    if (typeof page === 'string') unread.push({ place: { file, start: 0, end: 0 }, reason: page })
    else pages.push(page)
  }
  const named = pages.flatMap(namedScripts)
  const scripts: Script[] = []
  const keep = (read: Script | UnreadScript): void => {
    if ('program' in read) scripts.push(read)
    else unread.push(read)
  }
  for (const page of pages) for (const script of inlineScripts(page)) keep(script)
  for (const file of files) {
    if (plain.test(file.path)) {
      const isModule = file.path.endsWith('.mjs') || moduleByTag(file.path, named)
      keep(readScript({ file, start: 0, end: file.text.length, isModule }))
    } else if (translated.test(file.path)) unread.push(untranslated(file, { file, start: 0, end: 0 }))
  }
  const following = followingOver(scripts)
  const parts = { files, pages, scripts, unread, following, missing: missingScripts(named, files) }
  const sdkReferences = findSdkReferences(pages, scripts)
  const { creations, renderings } = findEmbedding(scripts, following, sdkReferences.length > 0)
  const page: HostPage = {
    ...parts,
    sdkReferences,
    sdkCopies: findSdkCopies(scripts),
    creations,
    renderings,
    galleries: findGalleries(pages, scripts, following),
    messageHandlers: findMessageHandlers(scripts, following),
  }
  return { files, page, isHostPage: hasEmbedding(page) }
}

/** What a set of files is, by content: a host page, or undefined. Cheap: files that do not name Microsoft's things are not parsed. */
export function recogniseHostPage(given: readonly GivenFile[]): 'host page' | undefined {
  const marks = /msflowsdk|MsFlowSdk|renderWidget|widgets\/templates|@sevenstep\/flow-embed/
  const candidates = given.filter(({ path }) => html.test(path) || plain.test(path) || translated.test(path))
  if (!candidates.some(({ text }) => marks.test(text))) return undefined
  if (candidates.some(({ path, text }) => translated.test(path) && marks.test(text))) return 'host page'
  return readHostPage(candidates).isHostPage ? 'host page' : undefined
}

function hasEmbedding(page: HostPage): boolean {
  const { sdkReferences, creations, renderings, galleries, unread } = page
  const mayShow = unread.some(({ place }) => /MsFlowSdk|@sevenstep\/flow-embed/.test(place.file.text))
  return sdkReferences.length + creations.length + renderings.length + galleries.length > 0 || mayShow
}

interface NamedScript {
  readonly address: string
  readonly path: string | undefined
  readonly isModule: boolean
  readonly at: TextPlace
}

/** Scripts that a page names, with the path that a relative address leads to. */
function namedScripts({ file, elements }: HtmlPage): readonly NamedScript[] {
  return elements.flatMap((element): NamedScript[] => {
    const source = element.attributes.get('src')
    if (element.name !== 'script' || source === undefined || kindOf(element) === 'data') return []
    const address = source.value.trim()
    const base = new URL(file.path.split('/').map(encodeURIComponent).join('/'), 'file:///')
    const url = URL.canParse(address, base.href) ? new URL(address, base) : undefined
    const isLocal = url?.protocol === 'file:' && url.host === ''
    const path = isLocal ? decoded(url.pathname.slice(1)) : undefined
    return [{ address, path, isModule: kindOf(element) === 'module', at: source.at }]
  })
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function moduleByTag(path: string, named: readonly NamedScript[]): boolean | undefined {
  return named.find((script) => script.path === path)?.isModule
}

function missingScripts(named: readonly NamedScript[], files: readonly JudgedFile[]): HostPage['missing'] {
  const paths = new Set(files.map(({ path }) => path))
  return named
    .filter(({ path }) => path === undefined || !paths.has(path))
    .map(({ address, path, at }) => ({ address, at, isLocal: path !== undefined }))
}

function inlineScripts({ file, elements }: HtmlPage): readonly (Script | UnreadScript)[] {
  return elements.flatMap((element): (Script | UnreadScript)[] => {
    if (element.name !== 'script' || element.attributes.has('src')) return []
    const { start, end } = element.inner
    const kind = kindOf(element)
    if (kind === 'data') return []
    if (kind === 'translated') return [untranslated(file, element.at)]
    return [readScript({ file, start, end, isModule: kind === 'module' })]
  })
}

function kindOf({ attributes }: PageElement): 'script' | 'module' | 'translated' | 'data' {
  const type = (attributes.get('type')?.value ?? '').trim().toLowerCase()
  const language = (attributes.get('lang')?.value ?? '').trim().toLowerCase()
  if (/^(ts|tsx|jsx|typescript)$/.test(language) || /babel|jsx|typescript/.test(type)) return 'translated'
  if (type === 'module') return 'module'
  return type === '' || /(java|ecma)script$/.test(type) ? 'script' : 'data'
}

function untranslated(file: JudgedFile, place: TextPlace): UnreadScript {
  return {
    place,
    reason: `${file.path} holds TypeScript, JSX or a component, which are not read: check what they are translated to.`,
  }
}

/** Names that one script of all declares at its top; declared twice, they are nobody's. */
function followingOver(scripts: readonly Script[]): Following {
  const tops = new Map<string, ReturnType<Following['shared']>>()
  for (const script of scripts) {
    if (script.program.sourceType === 'module') continue
    for (const [name, binding] of script.names.top) {
      tops.set(name, tops.has(name) ? undefined : { script, binding })
    }
  }
  return { shared: (name) => tops.get(name), known: new Map() }
}
