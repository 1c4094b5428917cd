import { posix } from 'node:path'
import { marked, type Token } from 'marked'
import type { Problem } from './problem.ts'

/** A page of documentation; `path` is from the repository's root. */
export interface Page {
  readonly path: string
  readonly text: string
}

/**
 * Checks that every path a page cites exists: relative Markdown links, and paths in backticks that begin with a
 * folder or file of the repository's root or of the package the page belongs to.
 *
 * @param exists answers for a path from the repository's root; a trailing slash is taken off before.
 * @param topLevel names in the repository's root, by which a path in backticks is told from other code.
 */
export function checkCitedPaths(
  pages: readonly Page[],
  exists: (path: string) => boolean,
  topLevel: readonly string[],
): Problem[] {
  return pages.flatMap((page) =>
    citations(page).flatMap(({ cited, isLink }) => {
      if (!isLink && !topLevel.includes(cited.split('/')[0] ?? '')) return []
      const besidePage = posix.join(posix.dirname(page.path), cited)
      const places = [isLink && !cited.startsWith('/') ? besidePage : cited.replace(/^\//, ''), besidePage]
      return places.some((path) => exists(path.replace(/\/$/, ''))) ? [] : [missingPath(page, cited)]
    }),
  )
}

function citations(page: Page): { cited: string; isLink: boolean }[] {
  const found: { cited: string; isLink: boolean }[] = []
  marked.walkTokens(marked.lexer(page.text), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') {
      const cited = decodeURI(String(token.href).replace(/[#?].*$/, ''))
      if (cited !== '' && !/^([a-z][a-z+.-]*:|\/\/)/i.test(cited)) found.push({ cited, isLink: true })
    }
    if (token.type === 'codespan' && isPlainPath(token.text)) found.push({ cited: token.text, isLink: false })
  })
  return found
}

/** Placeholders, patterns and commands are not paths; a lone word counts only with an extension. */
function isPlainPath(text: string): boolean {
  return /^\.?[\w@-][\w@./-]*$/.test(text) && (text.includes('/') || /\.[a-z]{2,5}$/.test(text))
}

function missingPath(page: Page, cited: string): Problem {
  const line = page.text.split('\n').findIndex((text) => text.includes(cited)) + 1
  return {
    file: page.path,
    ...(line > 0 ? { line } : {}),
    what: `${cited} does not exist.`,
    why: 'A reader who follows the page ends nowhere.',
    fix: 'Correct the path, or take it out if the thing is gone.',
  }
}
