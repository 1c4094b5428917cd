import { Button, LinkButton } from '../components/button.tsx'
import { Form, HiddenFields } from '../components/form.tsx'
import { Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import type { AccountPageProps } from './account-page.tsx'
import { actionName } from './token-pages.tsx'

/** One's own tokens, and the way to another one. */
export function OwnTokens({ frame, account, mayMakeTokens, formKey }: AccountPageProps) {
  const { texts, now } = frame
  const words = texts.account.tokens
  const rows = account.places.flatMap((place) => place.tokens.map((token) => ({ ...token, place })))
  return (
    <>
      <p class="quiet mb-3">
        {words.lead} {rows.length === 0 && words.none}
      </p>
      {rows.length > 0 && (
        <Table
          caption={words.caption}
          texts={texts}
          rows={rows}
          columns={[
            {
              key: 'name',
              header: words.columns.name,
              cell: ({ name, place }) => (
                <>
                  {name}
                  <span class="block text-13 font-normal text-quiet">{place.name}</span>
                </>
              ),
            },
            {
              key: 'scopes',
              header: words.columns.scopes,
              phone: 'fold-wide',
              cell: ({ scopes }) => texts.format.list(scopes.map((scope) => actionName(scope, texts))),
            },
            {
              key: 'expires',
              header: words.columns.expires,
              phone: 'fold',
              cell: ({ expiresAt }) => <RelativeTime at={expiresAt} now={now} texts={texts} />,
            },
            {
              key: 'used',
              header: words.columns.used,
              phone: 'fold',
              cell: ({ lastUsedAt }) =>
                lastUsedAt === null ? words.notUsed : <RelativeTime at={lastUsedAt} now={now} texts={texts} />,
            },
            {
              key: 'actions',
              header: words.columns.actions,
              phone: 'fold-wide',
              cell: ({ id, name, place }) => (
                <Form action={`/account/tokens/${id}/revoke`} idempotencyKey={`${formKey}-${id}`} bare>
                  <HiddenFields values={{ place: place.isvId ?? place.organizationId }} />
                  <Button kind="quiet" label={words.revokeOf(name)}>
                    {words.revoke}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
      {mayMakeTokens && (
        <p class="mt-3">
          <LinkButton href="/account/tokens/new">{words.make}</LinkButton>
        </p>
      )}
    </>
  )
}
