import type { JudgedFile } from '@sevenstep/rule-engine'
import type { Script, TextPlace } from '../script/script.ts'
import { type Dialect, dialectOfLanguage } from '../script/typed-parser.ts'
import type { MissingScript } from './host-page.ts'
import type { HtmlPage, PageElement } from './html-page.ts'
import { foldersAbove, importsOf } from './modules.ts'

/** A script that a page names, with the paths that a relative address leads to, best first. */
export interface NamedScript {
  readonly address: string
  /** None for scripts of other hosts. */
  readonly paths: readonly string[]
  readonly isModule: boolean
  readonly at: TextPlace
}

/** Scripts that a page names. */
export function namedScripts({ file, elements }: Pick<HtmlPage, 'file' | 'elements'>): readonly NamedScript[] {
  return elements.flatMap((element): NamedScript[] => {
    const source = element.attributes.get('src')
    if (element.name !== 'script' || source === undefined || source.unknown !== undefined) return []
    const kind = kindOf(element)
    if (kind === 'data') return []
    const address = source.value.trim()
    const base = new URL(file.path.split('/').map(encodeURIComponent).join('/'), 'file:///')
    const url = URL.canParse(address, base.href) ? new URL(address, base) : undefined
    const isLocal = url?.protocol === 'file:' && url.host === ''
    const path = isLocal ? decoded(url.pathname.slice(1)) : undefined
    // From the root of the site, which is one of the folders that the page lies in.
    const isOfRoot = /^\/(?!\/)/.test(address)
    const paths = path === undefined ? [] : isOfRoot ? foldersAbove(file.path).map((folder) => folder + path) : [path]
    return [{ address, paths, isModule: kind === 'module', at: source.at }]
  })
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** True where a page says that a script is a module, false where it says that it is none, undefined where no page names it. */
export function moduleByTag(path: string, named: readonly NamedScript[]): boolean | undefined {
  return named.find(({ paths }) => paths.includes(path))?.isModule
}

/** What pages name and modules take in, and nobody gave. */
export function missingScripts(
  files: readonly JudgedFile[],
  named: readonly NamedScript[],
  scripts: readonly Script[],
): readonly MissingScript[] {
  const given = new Set(files.map(({ path }) => path))
  const isGiven = (paths: readonly string[]): boolean => paths.some((path) => given.has(path))
  const ofPages = named.map(({ address, at, paths }) => ({ address, at, paths, isLocal: paths.length > 0 }))
  const ofModules = scripts.flatMap(importsOf).map((one) => ({ ...one, isLocal: true }))
  return [...ofPages, ...ofModules].filter(({ paths }) => !isGiven(paths))
}

/** What a script element holds. */
export function kindOf({ attributes }: PageElement): 'script' | 'module' | 'data' {
  const type = typeOf(attributes)
  if (type === 'module' || dialectOf(attributes) !== undefined) return 'module'
  return type === '' || /(java|ecma)script$/.test(type) ? 'script' : 'data'
}

/** The dialect that a script element names by `lang` or `type`, as `text/babel`. */
export function dialectOf(attributes: PageElement['attributes']): Dialect | undefined {
  const language = (attributes.get('lang')?.value ?? '').trim().toLowerCase()
  const type = typeOf(attributes)
  if (/typescript/.test(type)) return { hasTypes: true, hasMarkup: false }
  if (/babel|jsx/.test(type)) return { hasTypes: true, hasMarkup: true }
  return dialectOfLanguage(language)
}

function typeOf(attributes: PageElement['attributes']): string {
  return (attributes.get('type')?.value ?? '').trim().toLowerCase()
}
