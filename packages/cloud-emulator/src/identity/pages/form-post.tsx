import { type Language, say, texts } from './texts.ts'

/** The answer as a form that the person sends on: `response_mode=form_post` without script. */
export function FormPost({
  target,
  fields,
  language,
}: {
  target: string
  fields: readonly (readonly [string, string])[]
  language: Language
}) {
  const refused = fields.some(([name]) => name === 'error')
  return (
    <form method="post" action={target}>
      <h1>{say(refused ? texts.notContinueTitle : texts.continueTitle, language)}</h1>
      <p class="lead">{say(texts.continueLead, language)}</p>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="primary">
        {say(texts.continueButton, language)}
      </button>
    </form>
  )
}
