import { Button } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import type { MembersPageProps } from './members-page.tsx'

/** Tokens by which programs have access here; whoever manages the place can revoke each. */
export function PlaceTokens({ frame, view, viewer, base }: MembersPageProps) {
  const { texts, now } = frame
  const { tokens } = texts.members
  if (view.tokens.length === 0) return <p class="quiet">{tokens.none}</p>
  return (
    <Table
      caption={tokens.caption}
      texts={texts}
      rows={view.tokens}
      columns={[
        { key: 'name', header: tokens.columns.name, cell: ({ name }) => name },
        { key: 'maker', header: tokens.columns.maker, phone: 'fold', cell: ({ maker }) => maker },
        {
          key: 'scopes',
          header: tokens.columns.scopes,
          phone: 'fold',
          wideOnly: true,
          cell: ({ scopes }) => tokens.scopes(scopes.length),
        },
        {
          key: 'expires',
          header: tokens.columns.expires,
          phone: 'fold',
          cell: ({ expiresAt }) => <RelativeTime at={expiresAt} now={now} texts={texts} />,
        },
        {
          key: 'used',
          header: tokens.columns.used,
          phone: 'fold',
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? tokens.notUsed : <RelativeTime at={lastUsedAt} now={now} texts={texts} />,
        },
        {
          key: 'actions',
          header: tokens.columns.actions,
          phone: 'fold-wide',
          cell: ({ id, name }) => (
            <Form action={`${base}/tokens/${id}/revoke`} idempotencyKey={`${viewer.formKey}-${id}`} bare>
              <Button kind="quiet" label={tokens.revokeOf(name)}>
                {tokens.revoke}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
