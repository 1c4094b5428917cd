import { type Language, say, texts } from './texts.ts'

/** The end of a session that leads nowhere else. */
export function SignedOut({ language, unknownTarget }: { language: Language; unknownTarget: string | undefined }) {
  return (
    <>
      <h1>{say(texts.signedOutTitle, language)}</h1>
      <p class="lead">{say(texts.signedOutLead, language)}</p>
      {unknownTarget !== undefined && (
        <p>
          {say(texts.unknownTarget, language)} <code>{unknownTarget}</code>
        </p>
      )}
    </>
  )
}
