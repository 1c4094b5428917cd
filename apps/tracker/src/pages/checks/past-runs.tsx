import { stepsInWords } from '../../checks/step-of-room.ts'
import type { RunSummary } from '../../reads/checks/read-checks.ts'
import type { Texts } from '../../texts/index.ts'
import { RelativeTime } from '../components/times.tsx'

interface PastRunsProps {
  readonly runs: readonly RunSummary[]
  readonly productId: string
  readonly current: string | undefined
  readonly now: Date
  readonly texts: Texts
}

/** The latest checks, newest first, each with how it ended and who asked. */
export function PastRuns({ runs, productId, current, now, texts }: PastRunsProps) {
  const words = texts.checks
  return (
    <nav class="small" aria-labelledby="past-runs">
      <h2 id="past-runs" class="small">
        {words.runs.title}
      </h2>
      <ul class="stack mt-2">
        {runs.map(({ id, state, counts, errors, warnings, requestedAt, requestedBy, rooms, name, others }) => (
          <li>
            <a
              class="link"
              href={`/products/${productId}/checks/${id}`}
              aria-current={id === current ? 'page' : undefined}
            >
              {rooms.length > 0 && `${capital(stepsInWords(rooms)[texts.language])} · `}
              <bdi class="wrap-anywhere">{others === 0 ? name : words.runs.more(name, others)}</bdi>
            </a>
            <br />
            {errors === null ? words.runs.states[state] : words.counted(errors, warnings ?? 0, 0)}
            <br />
            <span class="quiet">
              <RelativeTime at={requestedAt.toISOString()} now={now.toISOString()} texts={texts} />
              {['', ...(counts ? [] : [words.runs.onlyTry]), words.runs.by(requestedBy)].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
