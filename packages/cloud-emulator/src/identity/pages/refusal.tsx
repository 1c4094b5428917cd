import type { EntraError, ErrorEnvelope } from '../entra-error.ts'
import { type Language, say, texts } from './texts.ts'

/** A refusal that cannot be sent back to the application: what happened, why, what to do, and what to quote. */
export function Refusal({
  refusal,
  envelope,
  language,
}: {
  refusal: EntraError
  envelope: ErrorEnvelope
  language: Language
}) {
  return (
    <>
      <h1>{say(texts.refusedTitle, language)}</h1>
      <p class="lead">{say(texts.refusedLead, language)}</p>
      <p>{say(texts.refusedFix, language)}</p>
      <dl>
        <dt>{say(texts.reason, language)}</dt>
        <dd lang="en">{refusal.message}</dd>
        <dt>{say(texts.errorCode, language)}</dt>
        <dd>
          <code>
            {refusal.error} · AADSTS{refusal.number}
          </code>
        </dd>
        <dt>{say(texts.correlation, language)}</dt>
        <dd>
          <code>{envelope.correlation_id}</code>
        </dd>
        <dt>{say(texts.time, language)}</dt>
        <dd>
          <code>{envelope.timestamp}</code>
        </dd>
      </dl>
    </>
  )
}
