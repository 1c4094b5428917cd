import type { JudgedFile } from '@sevenstep/rule-engine'
import { hostMarks } from '../data/known-hosts.ts'
import { mayHoldMarkup, readScript, type Script, type UnreadScript } from '../script/script.ts'
import { dialectOfPath, type ParseTyped } from '../script/typed-parser.ts'
import { findEmbedding } from './find-embedding.ts'
import { findGalleries, findPortalFrames } from './find-galleries.ts'
import { findMessageHandlers } from './find-message-handlers.ts'
import { findSdkCopies, findSdkReferences } from './find-sdk.ts'
import { followingOver } from './following.ts'
import type { GivenFile, HostPage } from './host-page.ts'
import { type HtmlPage, readHtmlPage } from './html-page.ts'
import { markupIn } from './jsx-markup.ts'
import { dialectOf, kindOf, missingScripts, moduleByTag, type NamedScript, namedScripts } from './named-scripts.ts'
import { followBindings } from './vue-bindings.ts'
import { readVueComponent } from './vue-component.ts'

/** What was read, and whether any of it has to do with embedding. */
export interface ReadHostPage {
  readonly files: readonly JudgedFile[]
  readonly page: HostPage
  /** False where nothing of it shows widgets or a gallery. */
  readonly isHostPage: boolean
}

/** What reading takes beyond JavaScript. */
export interface ReadOptions {
  /** Reads TypeScript and JSX: `parseTyped` of `@sevenstep/flow-embed/typescript`. Without it such files are not read. */
  readonly parseTyped?: ParseTyped
}

const scriptFile = /\.(?:[cm]?js|[cm]?tsx?|jsx)$/i
const component = /\.vue$/i
const notRead = /\.svelte$/i
const html = /\.(html?|xhtml)$/i
/** Files that only state types hold nothing that runs. */
const onlyTypes = /\.d\.[cm]?ts$/i

/** Within one tag, and only so far: a page of beginnings of tags would be gone through anew at each of them. */
const scriptWithLanguage = /<script\b[^<>]{0,2000}\blang\s{0,20}=/i
const typedScript =
  /<script\b[^<>]{0,2000}\b(?:lang|type)\s{0,20}=\s{0,20}["']?[^"'<>]{0,200}(?:ts|jsx|typescript|babel)/i

/** Loads what reading these files takes; the parser for TypeScript and JSX comes only where one of them needs it. */
export async function readOptionsFor(given: readonly GivenFile[]): Promise<ReadOptions> {
  const needsTypes = given.some(
    ({ path, text }) =>
      dialectOfPath(path) !== undefined ||
      (component.test(path) && scriptWithLanguage.test(text)) ||
      (html.test(path) && typedScript.test(text)) ||
      (scriptFile.test(path) && mayHoldMarkup(text)),
  )
  if (!needsTypes) return {}
  const { parseTyped } = await import('../typescript/index.ts')
  return { parseTyped }
}

/**
 * Reads pages, scripts and components that belong together into one model. Files of other kinds are left out; what cannot
 * be read is named, with the reason. Never throws.
 */
export function readHostPage(given: readonly GivenFile[], { parseTyped }: ReadOptions = {}): ReadHostPage {
  const files = given.map(({ path, text }): JudgedFile => ({ path, text, isUtf8: !text.includes('\uFFFD') }))
  const parts = readParts(files, parseTyped)
  const { pages, scripts, named } = parts
  const following = followingOver(scripts)
  const templates = parts.templates.map((template) => followBindings(template, scripts, following))
  const fragments = [...templates, ...scripts.flatMap((script) => markupIn(script, following) ?? [])]
  const markup = [...pages, ...fragments]
  const sdkReferences = findSdkReferences(markup, scripts)
  const { creations, renderings } = findEmbedding(scripts, following, sdkReferences.length > 0)
  const { galleries, unfollowed } = findGalleries(markup, scripts, following)
  const page: HostPage = {
    files,
    pages,
    markup,
    scripts,
    unread: parts.unread,
    following,
    missing: missingScripts(files, named, scripts),
    sdkReferences,
    sdkCopies: findSdkCopies(scripts),
    creations,
    renderings,
    galleries,
    unfollowedGalleries: unfollowed,
    portalFrames: findPortalFrames(markup),
    messageHandlers: findMessageHandlers(scripts, following),
  }
  return { files, page, isHostPage: hasEmbedding(page) }
}

interface Parts {
  readonly pages: readonly HtmlPage[]
  readonly templates: readonly HtmlPage[]
  readonly scripts: readonly Script[]
  readonly unread: readonly UnreadScript[]
  readonly named: readonly NamedScript[]
}

function readParts(files: readonly JudgedFile[], parseTyped: ParseTyped | undefined): Parts {
  const pages: HtmlPage[] = []
  const templates: HtmlPage[] = []
  const scripts: Script[] = []
  const unread: UnreadScript[] = []
  const named: NamedScript[] = []
  const keep = (read: Script | UnreadScript): void => {
    if ('program' in read) scripts.push(read)
    else unread.push(read)
  }
  const cannot = (file: JudgedFile, reason: string) => unread.push({ place: { file, start: 0, end: 0 }, reason })
  for (const file of files.filter(({ path }) => html.test(path))) {
    const page = readHtmlPage(file)
    if (typeof page === 'string') cannot(file, page)
    else pages.push(page)
  }
  for (const page of pages) {
    named.push(...namedScripts(page))
    for (const script of inlineScripts(page, parseTyped)) keep(script)
  }
  for (const file of files) {
    const { path, text } = file
    if (notRead.test(path))
      cannot(file, `${path} is a Svelte component, which is not read: hand in what it is compiled to.`)
    else if (component.test(path)) {
      const read = readVueComponent(file)
      if (typeof read === 'string') cannot(file, read)
      else {
        templates.push(read.template)
        named.push(...namedScripts({ file, elements: read.scriptElements }))
        for (const source of read.scripts) keep(readScript(source, parseTyped))
      }
    } else if (scriptFile.test(path) && !onlyTypes.test(path)) {
      const isModule = /\.m[jt]s$/i.test(path) || moduleByTag(path, named)
      keep(readScript({ file, start: 0, end: text.length, isModule, dialect: dialectOfPath(path) }, parseTyped))
    }
  }
  return { pages, templates, scripts, unread, named }
}

/** What a set of files is, by content: a host page, or undefined. Cheap: files that do not name Microsoft's things are not parsed. */
export function recogniseHostPage(given: readonly GivenFile[], options: ReadOptions = {}): 'host page' | undefined {
  const marks = /msflowsdk|MsFlowSdk|renderWidget|widgets\/templates|@sevenstep\/flow-embed/
  const candidates = given.filter(({ path }) => [html, scriptFile, component, notRead].some((kind) => kind.test(path)))
  if (!candidates.some(({ text }) => marks.test(text) || hostMarks.test(text))) return undefined
  return readHostPage(candidates, options).isHostPage ? 'host page' : undefined
}

/** True where something is shown, or may be in what was not read. */
function hasEmbedding(page: HostPage): boolean {
  const { sdkReferences, creations, renderings, galleries, unfollowedGalleries, portalFrames, unread } = page
  const mayShow = unread.some(({ place }) => /MsFlowSdk|@sevenstep\/flow-embed/.test(place.file.text))
  const shown = [sdkReferences, creations, renderings, galleries, unfollowedGalleries, portalFrames]
  return mayShow || shown.some(({ length }) => length > 0)
}

function inlineScripts(
  { file, elements }: HtmlPage,
  parseTyped: ParseTyped | undefined,
): readonly (Script | UnreadScript)[] {
  return elements.flatMap((element): (Script | UnreadScript)[] => {
    if (element.name !== 'script' || element.attributes.has('src')) return []
    const { start, end } = element.inner
    const kind = kindOf(element)
    if (kind === 'data') return []
    const source = { file, start, end, isModule: kind === 'module', dialect: dialectOf(element.attributes) }
    return [readScript(source, parseTyped)]
  })
}
