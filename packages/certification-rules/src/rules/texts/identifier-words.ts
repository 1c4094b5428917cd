/** The words an identifier is made of, as written: `carId`, `car_id` and `car-id` are each two. */
export function wordsOf(identifier: string): readonly string[] {
  return identifier
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .replace(/\p{Lu}(?=\p{Lu}\p{Ll})/gu, '$& ')
    .split(/[^\p{L}\p{N}]/u)
    .flatMap((part) => part.split(' '))
    .filter((word) => word !== '')
}

/** Words as a heading: each with a capital, abbreviations untouched. */
export function asHeading(words: readonly string[]): string {
  return words.map(capitalize).join(' ')
}

/** Words as a sentence begins: only the first with a capital, abbreviations untouched. */
export function asSentence(words: readonly string[]): string {
  return words
    .map((word, index) => (index === 0 ? capitalize(word) : isAbbreviation(word) ? word : word.toLowerCase()))
    .join(' ')
}

/** Words as an operation's id: `GetCar`. */
export function asPascalCase(words: readonly string[]): string {
  return words.map(capitalize).join('')
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function isAbbreviation(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}
