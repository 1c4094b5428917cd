/** One request as it is remembered: never a token, a secret or a body. */
export interface JournalEntry {
  /** Counts up from 1. */
  readonly number: number
  /** By the emulator's clock, ISO. */
  readonly at: string
  readonly method: string
  /** The original address; signatures, codes and whatever else opens something are blotted out. */
  readonly address: string
  readonly service: string
  /** Nothing where the request is not covered, or was refused before anybody looked what it is. */
  readonly operation?: string
  readonly tenant?: string
  readonly caller?: { readonly kind: string; readonly application: string; readonly principal: string }
  /** 0 where the connection was cut. */
  readonly status: number
  /** The code of a refusal. */
  readonly code?: string
  readonly requestId: string
  /** The fault that struck, by its kind. */
  readonly fault?: string
}

/** What happened, the latest last. */
export interface Journal {
  readonly note: (entry: Omit<JournalEntry, 'number'>) => void
  /** Entries after this number, the oldest first. */
  readonly entries: (after?: number) => readonly JournalEntry[]
  readonly clear: () => void
}

/** Makes a journal that forgets the oldest entries beyond the limit. */
export function createJournal(limit: number, listen: (entry: JournalEntry) => void = () => {}): Journal {
  let entries: JournalEntry[] = []
  let number = 0
  return {
    note: (entry) => {
      number += 1
      const whole = { number, ...entry }
      entries.push(whole)
      // Cut in steps, so that a long run does not copy the list for every request.
      if (entries.length > limit * 1.25) entries = entries.slice(-limit)
      listen(whole)
    },
    entries: (after = 0) => entries.slice(-limit).filter((entry) => entry.number > after),
    clear: () => {
      entries = []
    },
  }
}

const opens =
  /^(sig|code|client_secret|client_assertion|assertion|password|refresh_token|device_code|id_token_hint|access_token|token|key|secret|user_code)$/i

/** The address with everything blotted out that opens something. */
export function addressForJournal(url: URL): string {
  if (url.search === '') return `${url.origin}${url.pathname}`
  const query = new URLSearchParams(url.search)
  for (const name of new Set(query.keys())) if (opens.test(name)) query.set(name, '…')
  return `${url.origin}${url.pathname}?${decodeQuery(query)}`
}

function decodeQuery(query: URLSearchParams): string {
  return [...query].map(([name, value]) => `${name}=${value}`).join('&')
}
