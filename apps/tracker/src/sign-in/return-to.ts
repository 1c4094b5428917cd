/** Where people go who did not ask for a page. */
const home = '/'

/**
 * The path to return to after signing in, or the home page where the wish would lead off this site. Only absolute
 * paths of our own pass: browsers read `//host`, `/\host` and paths with tabs or line ends as other hosts.
 */
export function safeReturnTo(wish: string | undefined): string {
  if (wish === undefined || wish.length > 2048 || !wish.startsWith('/')) return home
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\\\u0000-\u001f\u007f-\u009f]/.test(wish)) return home
  const base = 'http://own.invalid'
  if (!URL.canParse(wish, base)) return home
  const address = new URL(wish, base)
  if (address.origin !== base || address.pathname.startsWith('//')) return home
  return `${address.pathname}${address.search}${address.hash}`
}
