import { Button } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import type { MembersPageProps } from './members-page.tsx'

/** Invitations that nobody used yet, with a new link or none. Who does not manage the place sees their own. */
export function OpenInvitations({ frame, view, viewer, base }: MembersPageProps) {
  const { texts, now } = frame
  const { open } = texts.members
  const rows = view.invitations.filter(({ invitedBy }) => viewer.manages || invitedBy === viewer.userId)
  if (rows.length === 0) return <p class="quiet">{open.none}</p>
  return (
    <Table
      caption={open.caption}
      texts={texts}
      rows={rows}
      columns={[
        { key: 'invitee', header: open.columns.invitee, cell: ({ invitee }) => invitee },
        { key: 'role', header: open.columns.role, phone: 'fold', cell: ({ role }) => texts.frame.roles[role] },
        { key: 'inviter', header: open.columns.inviter, phone: 'fold', wideOnly: true, cell: ({ inviter }) => inviter },
        {
          key: 'expires',
          header: open.columns.expires,
          phone: 'fold',
          cell: ({ expiresAt, isExpired }) =>
            isExpired ? open.expired : <RelativeTime at={expiresAt} now={now} texts={texts} />,
        },
        {
          key: 'actions',
          header: open.columns.actions,
          phone: 'fold-wide',
          cell: ({ id, version, invitee }) => (
            <Form
              action={`${base}/invitations/${id}/revoke`}
              version={version}
              idempotencyKey={`${viewer.formKey}-${id}`}
              bare
            >
              <span class="button-row">
                <Button kind="quiet" formaction={`${base}/invitations/${id}/renew`} label={open.renewOf(invitee)}>
                  {open.renew}
                </Button>
                <Button kind="quiet" label={open.revokeOf(invitee)}>
                  {open.revoke}
                </Button>
              </span>
            </Form>
          ),
        },
      ]}
    />
  )
}
