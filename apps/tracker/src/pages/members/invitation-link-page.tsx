import type { Role } from '../../domain/roles.ts'
import { LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import type { Frame } from '../components/frame.ts'
import { Headline, Page } from '../components/page.tsx'
import { SecretShown } from '../components/secret-shown.tsx'

interface InvitationLinkPageProps {
  readonly frame: Frame
  readonly link: string
  readonly invitee: string
  readonly role: Role
  readonly place: string
  readonly expiresAt: string
  readonly base: string
}

/** The one-time link, shown this once. */
export function InvitationLinkPage(props: InvitationLinkPageProps) {
  const { frame, link, invitee, role, place, expiresAt, base } = props
  const { texts } = frame
  const words = texts.members.link
  return (
    <Page frame={frame} title={words.title(invitee)} width="reading">
      <Headline title={words.title(invitee)} sub={words.once} />
      <Card>
        <SecretShown id="link" label={words.label} value={link} copy={words.copy} texts={texts} />
        <p class="mt-4">{words.role(texts.frame.roles[role], place)}</p>
        <p class="quiet">{words.expires(texts.format.dateTime(expiresAt))}</p>
      </Card>
      <p class="mt-5">
        <LinkButton href={base}>{words.back}</LinkButton>
      </p>
    </Page>
  )
}
