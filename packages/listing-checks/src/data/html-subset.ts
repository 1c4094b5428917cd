/** The tags a description may use. */
export const allowedTags: ReadonlySet<string> = new Set([
  'b',
  'br',
  'em',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'i',
  'li',
  'ol',
  'p',
  'ul',
])

/** Tags without content, which nothing closes. */
export const voidTags: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'input', 'meta', 'link', 'source', 'wbr'])

/** Tags that begin a new paragraph to the eye. */
export const blockTags: ReadonlySet<string> = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol'])
