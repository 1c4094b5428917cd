const words =
  /your|example|sample|dummy|placeholder|changeme|change_me|replace|redacted|insert|enter|todo|fake|<|>|\{|\}|\[|\]|\*{3}|x{4}|\.{3}|…/i

/** True for a text that stands where a secret will be: `YOUR_KEY`, `<token>`, `xxxxxxxx`, `@connectionParameters(…)`. */
export function isPlaceholder(text: string): boolean {
  if (text.startsWith('@') || words.test(text)) return true
  return new Set(text).size < Math.min(6, text.length)
}
