import { type Language, say, texts } from '../pages/texts.ts'

/** What the page that asks for consent shows. */
export interface ConsentProps {
  readonly application: string
  readonly person: string
  readonly objectId: string
  /** The API and what is asked of it. */
  readonly api: string
  readonly scopes: readonly string[]
  readonly mayDecideForAll: boolean
  readonly action: string
  readonly language: Language
}

/** Asks a person whether an application may act for them. */
export function Consent(props: ConsentProps) {
  const { language, scopes } = props
  return (
    <>
      <h1>{say(texts.consentTitle, language)}</h1>
      <p class="lead">
        <b>{props.application}</b> {say(texts.consentLead, language)} {props.person}.
      </p>
      <dl>
        <dt>{say(texts.consentScopes, language)}</dt>
        <dd>
          {props.api}: {scopes.join(', ')}
        </dd>
      </dl>
      <form method="post" action={props.action}>
        <input type="hidden" name="account" value={props.objectId} />
        <p>
          <button type="submit" name="decision" value="accept" class="primary">
            {say(texts.consentAccept, language)}
          </button>{' '}
          {props.mayDecideForAll && (
            <button type="submit" name="decision" value="accept-for-all" class="primary">
              {say(texts.consentForAll, language)}
            </button>
          )}
        </p>
        <button type="submit" name="decision" value="decline" class="quiet">
          {say(texts.consentDecline, language)}
        </button>
      </form>
    </>
  )
}

/** Asks for the code that a device shows. */
export function DeviceCodeForm({ unknown, language }: { readonly unknown: boolean; readonly language: Language }) {
  return (
    <>
      <h1>{say(texts.deviceTitle, language)}</h1>
      <p class="lead">{say(texts.deviceLead, language)}</p>
      {unknown && (
        <p role="alert" id="problem">
          {say(texts.deviceUnknown, language)}
        </p>
      )}
      <form method="get" action="deviceauth">
        <p>
          <label for="user_code">{say(texts.deviceCode, language)}</label>
          <br />
          <input
            id="user_code"
            name="user_code"
            class="code"
            autocomplete="off"
            autocapitalize="characters"
            required
            {...(unknown ? { 'aria-invalid': 'true', 'aria-describedby': 'problem' } : {})}
          />
        </p>
        <button type="submit" class="primary">
          {say(texts.deviceNext, language)}
        </button>
      </form>
    </>
  )
}

/** The sign-in on the device goes on by itself. */
export function DeviceDone({ declined, language }: { readonly declined: boolean; readonly language: Language }) {
  return (
    <>
      <h1>{say(declined ? texts.notContinueTitle : texts.continueTitle, language)}</h1>
      <p class="lead">{say(texts.deviceDone, language)}</p>
    </>
  )
}
