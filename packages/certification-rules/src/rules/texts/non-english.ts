/**
 * The first character of a text that is neither ASCII nor punctuation writers of English use; nothing when there is
 * none. U+FFFD stands where a file in the wrong encoding was read, and says nothing about the language.
 */
export function findNonEnglish(text: string): string | undefined {
  return /[^\p{ASCII}\u00a0\u00a9\u00ae\u00b0\u2010-\u2027\u2030-\u203a\u20ac\u2122\u2190-\u21ff\u2212\u2026\ufffd]/u.exec(
    text,
  )?.[0]
}
