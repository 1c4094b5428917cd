import type { Action } from '../../domain/roles.ts'
import type { Texts } from '../../texts/index.ts'
import { tokenLives } from '../../verbs/tokens/token-fields.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { FieldGroup } from '../components/field.tsx'
import { ErrorSummary, Form, HiddenFields } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Checkbox, RadioGroup, TextInput } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { SecretShown } from '../components/secret-shown.tsx'

/** A token as it was asked for, with what was refused. */
export interface TokenDraft {
  readonly name: string
  readonly days: string
  readonly scopes: readonly string[]
  readonly errors: Readonly<Record<string, string>>
}

interface NewTokenPageProps {
  readonly frame: Frame
  readonly place: { readonly id: string; readonly name: string }
  /** Other places in which the person may have tokens. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
  /** What the token may be allowed there. */
  readonly scopes: readonly Action[]
  readonly formKey: string
  readonly draft?: TokenDraft
}

/** What a token is for, how long it lives and what it may do. */
export function NewTokenPage({ frame, place, others, scopes, formKey, draft }: NewTokenPageProps) {
  const { texts } = frame
  const words = texts.account.tokens
  const errors = draft?.errors ?? {}
  return (
    <Page frame={frame} title={words.newTitle} width="reading">
      <Headline
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: texts.account.title, href: '/account' }]} />}
        title={words.newHeadline(place.name)}
        sub={words.newSub}
      />
      {others.length > 0 && (
        <p>
          {words.otherPlace}:{' '}
          {others.map(({ id, name }, index) => (
            <>
              {index > 0 && ' · '}
              <a href={`/account/tokens/new?place=${id}`}>{name}</a>
            </>
          ))}
        </p>
      )}
      <Form action="/account/tokens" idempotencyKey={formKey}>
        <HiddenFields values={{ place: place.id }} />
        <ErrorSummary texts={texts} errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
        <TextInput
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={draft?.name}
          error={errors.name}
          maxlength={80}
          texts={texts}
        />
        <RadioGroup
          name="days"
          label={words.days}
          value={draft?.days ?? String(tokenLives[1])}
          error={errors.days}
          texts={texts}
          inline
          choices={tokenLives.map((days) => ({ value: String(days), label: words.life(days) }))}
        />
        <FieldGroup name="scopes" label={words.scopes} error={errors.scopes} texts={texts}>
          <div class="choices">
            {scopes.map((scope) => (
              <Checkbox
                name="scopes"
                value={scope}
                label={texts.account.actions[scope]}
                checked={draft?.scopes.includes(scope) ?? false}
              />
            ))}
          </div>
        </FieldGroup>
        <Button kind="primary">{words.submit}</Button>
      </Form>
    </Page>
  )
}

interface TokenMadePageProps {
  readonly frame: Frame
  readonly name: string
  readonly token: string
  readonly expiresAt: string
}

/** The token, shown this once. */
export function TokenMadePage({ frame, name, token, expiresAt }: TokenMadePageProps) {
  const { texts } = frame
  const words = texts.account.tokens
  return (
    <Page frame={frame} title={words.ready(name)} width="reading">
      <Headline title={words.ready(name)} sub={words.once} />
      <Card>
        <SecretShown id="token" label={words.value} value={token} copy={words.copy} texts={texts} />
        <p class="mt-4">{words.usage}</p>
        <p class="quiet">{words.expires(texts.format.dateTime(expiresAt))}</p>
      </Card>
      <p class="mt-5">
        <LinkButton href="/account">{words.back}</LinkButton>
      </p>
    </Page>
  )
}

/** What an action is called; one that is no more keeps the name it is stored by. */
export function actionName(scope: string, texts: Texts): string {
  const { actions } = texts.account
  return Object.entries(actions).find(([action]) => action === scope)?.[1] ?? scope
}
