/** A file that is made from others and kept in the repository. */
export interface GeneratedFile {
  /** Path from the repository's root. */
  readonly path: string
  /** All of it; TypeScript and JSON are formatted before they are written or compared. */
  readonly content: string
}

/** A generator: takes the repository's root, returns files; it writes nothing itself. */
export type Generator = (root: string) => readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>

/**
 * Replaces what stands between `<!-- generated: NAME -->` and `<!-- end: NAME -->` in a Markdown page.
 *
 * @throws Error when the page lacks the markers, with the lines to add.
 */
export function replaceGenerated(page: string, name: string, content: string): string {
  const open = `<!-- generated: ${name} -->`
  const close = `<!-- end: ${name} -->`
  const start = page.indexOf(open)
  const end = page.indexOf(close)
  if (start === -1 || end < start) {
    throw new Error(`The page has no place for the generated part "${name}": add the lines ${open} and ${close}.`)
  }
  return `${page.slice(0, start + open.length)}\n${content}\n${page.slice(end)}`
}
