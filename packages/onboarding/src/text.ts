import type { Text } from './vocabulary.ts'

/** A text in both languages. */
export function text(en: string, nl: string): Text {
  return { en, nl }
}

/** Languages' word for a number of things: the singular for 1, else the plural. */
export function counted(count: number, en: readonly [string, string], nl: readonly [string, string]): Text {
  const index = count === 1 ? 0 : 1
  return { en: `${count} ${en[index]}`, nl: `${count} ${nl[index]}` }
}
