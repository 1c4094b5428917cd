import type { Role } from '../../domain/roles.ts'
import type { Member, Members } from '../../reads/members/read-members.ts'
import type { Texts } from '../../texts/index.ts'
import { Button } from '../components/button.tsx'
import { Card, Section } from '../components/card.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { RadioGroup, TextInput } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { type Column, Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import type { MembersViewer } from './manage.ts'
import { OpenInvitations } from './open-invitations.tsx'
import { PlaceTokens } from './place-tokens.tsx'

/** An invitation as it was sent, with what was refused. */
export interface InviteDraft {
  readonly role: string
  readonly invitee: string
  readonly errors: Readonly<Record<string, string>>
}

/** What the page of a place's people shows. */
export interface MembersPageProps {
  readonly frame: Frame
  readonly view: Members
  readonly viewer: MembersViewer
  /** Address of this page. */
  readonly base: string
  /** Set where the place is an ISV. */
  readonly isvId?: string
  readonly draft?: InviteDraft
}

/** Who has which role here, who is invited, and what programs have access. */
export function MembersPage(props: MembersPageProps) {
  const { frame, view, viewer, isvId } = props
  const { texts } = frame
  const words = texts.members
  const people = new Set(view.members.map(({ userId }) => userId)).size
  return (
    <Page frame={frame} title={words.titleOf(view.place)}>
      <Headline
        {...(isvId !== undefined && {
          breadcrumb: <Breadcrumb texts={texts} links={[{ label: view.place, href: `/isvs/${isvId}` }]} />,
        })}
        title={words.headline(people, view.place)}
        sub={isvId === undefined ? words.sub : words.subOfIsv}
      />
      <div class={viewer.invites.length > 0 ? 'columns' : undefined}>
        <div class="stack">
          {view.members.length > 0 && (
            <Table caption={words.caption} texts={texts} rows={view.members} columns={columnsOf(props)} />
          )}
          {viewer.invites.length > 0 && (
            <Section title={words.open.title} id="invitations">
              <OpenInvitations {...props} />
            </Section>
          )}
          {viewer.manages && (
            <Section title={words.tokens.title} id="tokens">
              <PlaceTokens {...props} />
            </Section>
          )}
        </div>
        {viewer.invites.length > 0 && <InviteForm {...props} />}
      </div>
    </Page>
  )
}

function columnsOf({ frame, viewer, base }: MembersPageProps): Column<Member>[] {
  const { texts, now } = frame
  const { columns, you, never, fromDirectory, manage, manageOf } = texts.members
  const common: Column<Member>[] = [
    {
      key: 'name',
      header: columns.name,
      cell: ({ name, username, userId }) => (
        <>
          {name} {userId === viewer.userId && <span class="quiet">{you}</span>}
          {viewer.manages && <span class="block text-13 font-normal text-quiet break-all">{username}</span>}
        </>
      ),
    },
    {
      key: 'role',
      header: columns.role,
      phone: 'fold',
      cell: ({ role, source }) => (
        <>
          {texts.frame.roles[role]}
          {source === 'app-role' && <span class="block text-13 text-quiet">{fromDirectory}</span>}
        </>
      ),
    },
    {
      key: 'since',
      header: columns.since,
      phone: 'fold',
      cell: ({ since }) => <RelativeTime at={since} now={now} texts={texts} />,
    },
  ]
  if (!viewer.manages) return common
  return [
    ...common,
    {
      key: 'last',
      header: columns.lastSignIn,
      phone: 'fold',
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? never : <RelativeTime at={lastSignInAt} now={now} texts={texts} />,
    },
    {
      key: 'manage',
      header: columns.actions,
      phone: 'fold-wide',
      cell: ({ membershipId, name }) => (
        <a class="underline" href={`${base}/${membershipId}`} aria-label={manageOf(name)}>
          {manage}
        </a>
      ),
    },
  ]
}

function InviteForm({ frame, viewer, base, draft, isvId }: MembersPageProps) {
  const { texts } = frame
  const { invite } = texts.members
  const errors = draft?.errors ?? {}
  return (
    <Card title={invite.title} id="invite">
      <Form action={`${base}/invitations`} idempotencyKey={viewer.formKey}>
        <ErrorSummary texts={texts} errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
        <p class="quiet">{isvId !== undefined && !viewer.manages ? invite.firstAdmin : invite.why}</p>
        <TextInput
          name="invitee"
          label={invite.invitee}
          hint={invite.inviteeHint}
          value={draft?.invitee}
          error={errors.invitee}
          maxlength={120}
          texts={texts}
        />
        <RoleChoice
          name="role"
          label={invite.role}
          roles={viewer.invites}
          value={draft?.role ?? (viewer.invites.length === 1 ? viewer.invites[0] : undefined)}
          error={errors.role}
          texts={texts}
        />
        <Button kind="primary">{invite.submit}</Button>
      </Form>
    </Card>
  )
}

interface RoleChoiceProps {
  readonly name: string
  readonly label: string
  readonly roles: readonly Role[]
  readonly value: string | undefined
  readonly error?: string | undefined
  readonly texts: Texts
}

/** Roles to choose from, each with what it does. */
export function RoleChoice({ roles, texts, ...field }: RoleChoiceProps) {
  return (
    <RadioGroup
      {...field}
      texts={texts}
      choices={roles.map((role) => ({
        value: role,
        label: texts.frame.roles[role],
        hint: texts.members.roleHints[role],
      }))}
    />
  )
}
