/** How many arguments a function takes; without `most`, any number from `least` on. */
export interface ArgumentCount {
  readonly least: number
  readonly most?: number
}

/** `least`, or `least-most`, or `least+`, and the functions that take so many; names as the published reference has them. */
const counts: Readonly<Record<string, string>> = {
  '0': 'item trigger triggerBody triggerOutputs workflow',
  '0-1': 'guid utcNow',
  '1': `actionBody actionOutputs array base64 base64ToBinary base64ToString binary body bool dataUri dataUriToBinary
    dataUriToString dayOfMonth dayOfWeek dayOfYear decodeBase64 decodeDataUri decodeUriComponent empty encodeUriComponent first
    items iterationIndexes json last length not outputs parameters result reverse string ticks toLower toUpper
    trim uriComponent uriComponentToBinary uriComponentToString uriHost uriPath uriPathAndQuery uriPort uriQuery uriScheme
    variables xml`,
  '1+': 'and coalesce concat createArray intersection max min or union',
  '1-2': 'float int split startOfDay startOfHour startOfMonth',
  '1-3': 'formatDateTime parseDateTime',
  '2': `contains dateDifference div endsWith equals greater greaterOrEquals indexOf join lastIndexOf less lessOrEquals mod
    mul rand range removeProperty skip startsWith sub take xpath`,
  '2-3': `addDays addHours addMinutes addSeconds convertFromUtc convertToUtc formatNumber getFutureTime getPastTime slice
    substring`,
  '3': 'addProperty if nthIndexOf replace setProperty',
  '3-4': 'addToTime convertTimeZone subtractFromTime',
}

/**
 * Numbers of arguments by the function's name in lower case. Only functions of which the published reference leaves no
 * doubt; of the others nothing is said.
 */
export const argumentCounts: ReadonlyMap<string, ArgumentCount> = new Map(
  Object.entries(counts).flatMap(([written, names]) => {
    const [least, most] = written.replace('+', '').split('-').map(Number)
    const end = written.endsWith('+') ? undefined : (most ?? least)
    const count = { least: least ?? 0, ...(end !== undefined && { most: end }) }
    return names.split(/\s+/).map((name) => [name.toLowerCase(), count] as const)
  }),
)
