import { text } from '../text.ts'
import type { CalendarDate, Text } from '../vocabulary.ts'

const english = 'January February March April May June July August September October November December'.split(' ')
const dutch = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** A date as people write it, such as 15 January 2027; spelled here so that every runtime gives the same bytes. */
export function dateText(date: CalendarDate): Text {
  const [year, month, day] = date.split('-').map(Number)
  const index = (month ?? 1) - 1
  return text(`${day} ${english[index]} ${year}`, `${day} ${dutch[index]} ${year}`)
}
