/** What the record tells of, by the first word of its actions; each is a choice of the filter. */
export const auditAreas = [
  'isv',
  'product',
  'goals',
  'targets',
  'check',
  'evidence',
  'comment',
  'internal-note',
  'review',
  'waiver',
  'dispute',
  'submission',
  'wait',
  'member',
  'invitation',
  'token',
] as const
/** One of {@link auditAreas}. */
export type AuditArea = (typeof auditAreas)[number]

/** Where a page of the record begins: beside the event with this time and id. */
export interface AuditCursor {
  readonly direction: 'older' | 'newer'
  readonly at: string
  readonly id: string
}

/** What somebody wants to see of the record; all of it stands in the page's address. */
export interface AuditQuestion {
  /** An actor's id, or part of a name. */
  readonly actor?: string
  /** An ISV's id, or part of its name. */
  readonly isv?: string
  readonly area?: AuditArea
  /** Id of a subject, or words of the sentence. */
  readonly about?: string
  /** First day, as the place's calendar has it. */
  readonly from?: string
  /** Last day: the record as it stood at the end of it. */
  readonly until?: string
  readonly cursor?: AuditCursor
}

const longestFilter = 120

/** Reads a question from a page's query. What is not understood counts as not asked, so that an old bookmark opens. */
export function auditQuestionFrom(query: Readonly<Record<string, string>>): AuditQuestion {
  const word = (name: string) => {
    // PostgreSQL takes no NUL, and nobody searches for other control characters.
    const value = query[name]
      ?.replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, longestFilter)
    return value === undefined || value === '' ? undefined : value
  }
  const day = (name: string) => (isDay(query[name]) ? query[name] : undefined)
  const cursor = cursorFrom(query)
  return withoutAbsent({
    actor: word('actor'),
    isv: word('isv'),
    area: auditAreas.find((area) => area === query.area),
    about: word('about'),
    from: day('from'),
    until: day('until'),
    cursor,
  })
}

/** Writes a question as the query of an address, with its question mark; the inverse of {@link auditQuestionFrom}. */
export function auditQueryOf(question: AuditQuestion): string {
  const query = new URLSearchParams()
  for (const name of ['actor', 'isv', 'area', 'about', 'from', 'until'] as const) {
    const value = question[name]
    if (value !== undefined) query.set(name, value)
  }
  const { cursor } = question
  if (cursor !== undefined) query.set(cursor.direction, `${cursor.at}_${cursor.id}`)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** True where something narrows the record. */
export function isNarrowed({ cursor: _, ...filters }: AuditQuestion): boolean {
  return Object.keys(filters).length > 0
}

function cursorFrom(query: Readonly<Record<string, string>>): AuditCursor | undefined {
  const direction = query.older === undefined ? 'newer' : 'older'
  const parts = /^(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)_(aud_\w{1,60})$/.exec(query[direction] ?? '')
  const [, at, id] = parts ?? []
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) return undefined
  return { direction, at, id }
}

/** True for a day of the calendar, such as 2027-02-28. */
function isDay(value: string | undefined): value is string {
  if (value === undefined || !/^[12]\d{3}-\d\d-\d\d$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

function withoutAbsent(
  question: { readonly [Key in keyof AuditQuestion]: AuditQuestion[Key] | undefined },
): AuditQuestion {
  // Every key with a value keeps its type; the others are gone.
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as AuditQuestion
}
