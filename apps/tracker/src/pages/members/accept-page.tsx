import type { InvitationRead } from '../../reads/members/read-invitation.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { Headline, Page } from '../components/page.tsx'

interface AcceptPageProps {
  readonly frame: Frame
  readonly invitation: InvitationRead
  /** Absent where nobody is signed in. */
  readonly person: { readonly name: string; readonly username: string } | undefined
  /** Path of this page, to come back to after signing in. */
  readonly address: string
}

/** Who invites to what; accepted by the account that is signed in. */
export function AcceptPage({ frame, invitation, person, address }: AcceptPageProps) {
  const { texts } = frame
  const words = texts.members.accept
  const { inviter, place, role, invitee, expiresAt } = invitation
  return (
    <Page frame={frame} title={words.title} width="reading">
      <Headline title={words.headline(inviter, place)} sub={texts.members.roleHints[role]} />
      <Card title={words.role(texts.frame.roles[role])}>
        <p>{words.meantFor(invitee)}</p>
        <p class="quiet">{words.expires(texts.format.dateTime(expiresAt))}</p>
        {person === undefined ? (
          <form method="post" action="/sign-in" class="mt-4">
            <input type="hidden" name="return" value={address} />
            <p>{words.signInWhy}</p>
            <div class="button-row mt-3">
              <Button kind="primary">{words.signIn}</Button>
            </div>
          </form>
        ) : (
          <div class="mt-4">
            <p>{words.signedInAs(person.name, person.username)}</p>
            <div class="button-row mt-3">
              <Form action={address} bare>
                <Button kind="primary">{words.accept}</Button>
              </Form>
              <form method="post" action="/sign-out">
                <Button kind="quiet">{words.notYou}</Button>
              </form>
            </div>
          </div>
        )}
      </Card>
    </Page>
  )
}

/** Why a link does nothing. */
export type ClosedReason = 'missing' | 'unknown' | 'accepted' | 'revoked' | 'expired'

/** A link that does nothing, why, and what to do. */
export function InvitationClosedPage({ frame, reason }: { readonly frame: Frame; readonly reason: ClosedReason }) {
  const { texts } = frame
  const { closed } = texts.members.accept
  return (
    <Page frame={frame} title={closed[reason]} width="reading">
      <Headline title={closed[reason]} />
      <Empty
        icon="lock"
        title={texts.members.accept.title}
        why={closed[`${reason}Why`]}
        action={<LinkButton href="/">{texts.frame.failure.home}</LinkButton>}
      />
    </Page>
  )
}
