import type { Failure } from '../../domain/failure.ts'
import type { Texts } from '../../texts/index.ts'
import { Banner } from '../components/banner.tsx'
import { LinkButton } from '../components/button.tsx'
import type { Frame } from '../components/frame.ts'
import { Headline, Page } from '../components/page.tsx'

interface FailurePageProps {
  readonly frame: Frame
  readonly failure: Failure
}

/** A refusal: what happened, why, what to do, what was kept. What somebody else changed meanwhile is shown below. */
export function FailurePage({ frame, failure }: FailurePageProps) {
  const { texts, requestId } = frame
  const { language } = texts
  const words = texts.frame.failure
  const shown = shownOf(failure.current ?? {}, texts)
  return (
    <Page frame={frame} title={failure.what[language]} width="reading">
      <Headline title={failure.what[language]} sub={failure.why[language]} />
      <Banner
        level={failure.code === 'version-conflict' ? 'conflict' : 'error'}
        title={words.fix}
        request={{ id: requestId, texts }}
      >
        <p>{failure.fix[language]}</p>
      </Banner>
      {failure.fields.length > 0 && (
        <>
          <h2>{words.fields}</h2>
          <ul>
            {failure.fields.map(({ field, message }) => (
              <li>
                <b>{field}</b>: {message[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.length > 0 && (
        <>
          <h2>{words.current}</h2>
          <dl class="facts">
            {shown.map(([name, value]) => (
              <>
                <dt>{words.shown[name]}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        </>
      )}
      <p>
        <LinkButton href="/">{words.home}</LinkButton>
      </p>
    </Page>
  )
}

/** The only fields of a row that a page shows unasked; rows also hold hashes of secrets and ids that mean nothing. */
const shownFields = ['name', 'state', 'reason', 'note', 'body', 'updatedAt'] as const

function shownOf(current: Readonly<Record<string, unknown>>, { format }: Texts) {
  return shownFields.flatMap((name): [typeof name, string][] => {
    const value = current[name]
    if (value instanceof Date) return [[name, format.dateTime(value.toISOString())]]
    return typeof value === 'string' && value !== '' ? [[name, value]] : []
  })
}
