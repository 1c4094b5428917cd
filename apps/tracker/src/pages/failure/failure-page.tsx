import type { Failure } from '../../domain/failure.ts'
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
      {failure.current !== undefined && (
        <>
          <h2>{words.current}</h2>
          <dl class="facts">
            {Object.entries(failure.current).map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{shown(value)}</dd>
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

function shown(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
