import type { Account } from '../../reads/account/read-account.ts'
import type { SignedIn } from '../../reads/sign-in/read-signed-in.ts'
import { Button } from '../components/button.tsx'
import { Card, Section } from '../components/card.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { RadioGroup } from '../components/inputs.tsx'
import { Headline, Page } from '../components/page.tsx'
import { preferencesAction } from '../components/switches.tsx'
import { OwnTokens } from './own-tokens.tsx'
import { SessionsTable, type ShownSession } from './sessions-table.tsx'

/** What a person's own page shows. */
export interface AccountPageProps {
  readonly frame: Frame
  readonly person: SignedIn
  readonly account: Account
  readonly sessions: readonly ShownSession[]
  readonly mayMakeTokens: boolean
  readonly formKey: string
}

/** Who one is here, how pages are shown, where one is signed in, and which programs work in one's name. */
export function AccountPage(props: AccountPageProps) {
  const { frame, person, account, mayMakeTokens } = props
  const { texts } = frame
  const words = texts.account
  const held = person.principal.held.length
  return (
    <Page frame={frame} title={words.title}>
      <Headline title={words.headline(person.principal.name, held)} sub={words.signedInAs(person.username)} />
      <div class="columns">
        <div class="stack">
          {held === 0 ? (
            <Empty
              icon="mail"
              title={words.noRole.title}
              why={`${words.noRole.why} ${words.noRole.account(person.username)}`}
            />
          ) : (
            <Card title={words.roles.title}>
              <ul class="grid gap-1">
                {account.places.flatMap(({ name, roles }) =>
                  roles.map((role) => <li>{words.roles.roleIn(texts.frame.roles[role], name)}</li>),
                )}
              </ul>
            </Card>
          )}
          <Section title={words.sessions.title} id="sessions">
            <SessionsTable {...props} />
          </Section>
          {(mayMakeTokens || account.places.some(({ tokens }) => tokens.length > 0)) && (
            <Section title={words.tokens.title} id="tokens">
              <OwnTokens {...props} />
            </Section>
          )}
        </div>
        <PreferencesForm frame={frame} person={person} />
      </div>
    </Page>
  )
}

function PreferencesForm({ frame, person }: Pick<AccountPageProps, 'frame' | 'person'>) {
  const { texts } = frame
  const words = texts.account.preferences
  const { language } = texts.shared
  return (
    <Card title={words.title}>
      <form method="post" action={preferencesAction} class="form">
        <input type="hidden" name="return" value="/account" />
        <p class="quiet">{words.lead}</p>
        <RadioGroup
          name="language"
          label={words.language}
          value={texts.language}
          texts={texts}
          choices={(['en', 'nl'] as const).map((value) => ({
            value,
            label: <span lang={value}>{language[value]}</span>,
          }))}
        />
        <RadioGroup
          name="theme"
          label={words.theme}
          value={frame.theme}
          texts={texts}
          choices={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }))}
        />
        <RadioGroup
          name="shortcuts"
          label={words.shortcuts}
          hint={words.shortcutsHint}
          value={person.shortcuts ? 'on' : 'off'}
          texts={texts}
          choices={(['on', 'off'] as const).map((value) => ({ value, label: words[value] }))}
        />
        <Button>{words.save}</Button>
      </form>
    </Card>
  )
}
