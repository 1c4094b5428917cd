/** What is wrong with an OData-like filter, as the rest of a sentence; undefined where nothing is seen. */
export function filterFault(filter: string): string | undefined {
  if (filter.trim() === '') return 'is empty'
  let depth = 0
  let isQuoted = false
  let bare = ''
  for (const letter of filter) {
    if (letter === "'") isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (letter === '(') depth++
    else if (letter === ')' && --depth < 0) return 'closes a bracket that was not opened'
    bare += letter
  }
  if (isQuoted) return "has a text that is not closed by a '"
  if (depth > 0) return 'has a bracket that is not closed'
  if (/(^|\s)(=|==|!=|<>|>|<)(\s|$)|\S==\S/.test(bare)) return 'compares with a sign; filters write eq, ne, gt or lt'
  return / (eq|ne|gt|ge|lt|le) |\b(contains|startswith|endswith)\(/i.test(` ${bare} `) ? undefined : 'compares nothing'
}
