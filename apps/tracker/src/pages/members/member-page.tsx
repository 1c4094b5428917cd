import type { Role } from '../../domain/roles.ts'
import type { Member } from '../../reads/members/read-members.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { ConfirmForm, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import type { MembersViewer } from './manage.ts'
import { RoleChoice } from './members-page.tsx'

interface MemberPageProps {
  readonly frame: Frame
  readonly place: string
  readonly member: Member
  readonly viewer: MembersViewer
  /** Roles that there are in this place. */
  readonly roles: readonly Role[]
  readonly base: string
}

/** One membership: another role, or none. */
export function MemberPage({ frame, place, member, viewer, roles, base }: MemberPageProps) {
  const { texts } = frame
  const words = texts.members.member
  const isOwn = member.userId === viewer.userId
  const isOurs = member.source !== 'app-role'
  const address = `${base}/${member.membershipId}`
  return (
    <Page frame={frame} title={words.title(member.name)} width="reading">
      <Headline
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: texts.members.titleOf(place), href: base }]} />}
        title={words.headline(member.name, texts.frame.roles[member.role], place)}
        sub={`${member.username}. ${words.since(texts.format.date(member.since))}`}
      />
      <Card title={words.change}>
        {isOwn || !isOurs ? (
          <p>{isOurs ? words.own : words.directory}</p>
        ) : (
          <Form action={`${address}/role`} version={member.version} idempotencyKey={viewer.formKey}>
            <p class="quiet">{words.changeHint}</p>
            <RoleChoice name="role" label={words.role} roles={roles} value={member.role} texts={texts} />
            <Button kind="primary">{words.submit}</Button>
          </Form>
        )}
      </Card>
      {isOurs && (
        <p class="mt-5">
          <LinkButton kind="danger" href={`${address}/end`}>
            {words.toEnd}
          </LinkButton>
        </p>
      )}
    </Page>
  )
}

/** Asks once more before a role ends, with more words where it is one's own. */
export function EndMembershipPage({ frame, place, member, viewer, base }: Omit<MemberPageProps, 'roles'>) {
  const { texts } = frame
  const words = texts.members.member
  const isOwn = member.userId === viewer.userId
  const address = `${base}/${member.membershipId}`
  return (
    <Page frame={frame} title={words.end} width="reading">
      <Headline
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: texts.members.titleOf(place), href: base }]} />}
        title={words.headline(member.name, texts.frame.roles[member.role], place)}
      />
      <ConfirmForm
        action={`${address}/end`}
        title={words.end}
        consequence={isOwn ? words.endOwn(place) : words.endConsequence(member.name, place)}
        confirm={isOwn ? words.endOwnConfirm : words.endConfirm}
        cancelHref={base}
        texts={texts}
        danger
        version={member.version}
        idempotencyKey={viewer.formKey}
      />
    </Page>
  )
}
