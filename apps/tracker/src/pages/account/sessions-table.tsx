import type { Instant } from '@sevenstep/onboarding'
import { Button } from '../components/button.tsx'
import { Form } from '../components/form.tsx'
import { Table } from '../components/table.tsx'
import { RelativeTime } from '../components/times.tsx'
import type { AccountPageProps } from './account-page.tsx'

/** A browser one is signed in with. */
export interface ShownSession {
  readonly id: string
  readonly device: string
  readonly lastSeenAt: Instant
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly isHere: boolean
}

/** Browsers one is signed in with; each other one can be signed out from here. */
export function SessionsTable({ frame, sessions }: AccountPageProps) {
  const { texts, now } = frame
  const words = texts.account.sessions
  const time = (at: Instant) => <RelativeTime at={at} now={now} texts={texts} />
  return (
    <>
      <Table
        caption={words.caption}
        texts={texts}
        rows={sessions}
        columns={[
          {
            key: 'device',
            header: words.columns.device,
            cell: ({ device, isHere }) => (
              <>
                {device} {isHere && <span class="quiet">{`(${words.here})`}</span>}
              </>
            ),
          },
          { key: 'seen', header: words.columns.seen, phone: 'fold', cell: ({ lastSeenAt }) => time(lastSeenAt) },
          { key: 'since', header: words.columns.since, phone: 'fold', cell: ({ createdAt }) => time(createdAt) },
          {
            key: 'ends',
            header: words.columns.ends,
            phone: 'fold',
            wideOnly: true,
            cell: ({ expiresAt }) => time(expiresAt),
          },
          {
            key: 'actions',
            header: words.columns.actions,
            phone: 'fold-wide',
            cell: ({ id, device, isHere }) =>
              !isHere && (
                <Form action={`/account/sessions/${id}/revoke`} bare>
                  <Button kind="quiet" label={words.revokeOf(device)}>
                    {words.revoke}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      <p class="quiet mt-3">{words.advice}</p>
      {sessions.length > 1 && (
        <Form action="/account/sessions/revoke-others" bare>
          <div class="mt-3">
            <Button>{words.revokeOthers}</Button>
          </div>
        </Form>
      )}
    </>
  )
}
