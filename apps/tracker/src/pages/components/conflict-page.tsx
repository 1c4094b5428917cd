import type { Child } from 'hono/jsx'
import { Banner } from './banner.tsx'
import { Button, LinkButton } from './button.tsx'
import { HiddenFields } from './form.tsx'
import type { Frame } from './frame.ts'
import { Headline, Page } from './page.tsx'
import { Table } from './table.tsx'

/** One field on which two versions differ. */
export interface ConflictField {
  readonly label: string
  readonly theirs: Child
  readonly yours: Child
}

interface ConflictPageProps {
  readonly frame: Frame
  /** Who saved in between, and when as people say it. */
  readonly by: string
  readonly when: string
  readonly fields: readonly ConflictField[]
  /** Where the person's own version is sent again, with the fields as they were sent and the version that is current. */
  readonly resend: {
    readonly action: string
    readonly version: number
    readonly idempotencyKey: string
    readonly values: Readonly<Record<string, string>>
  }
  /** Shows what was saved by the other. */
  readonly keepHref: string
}

/** For 412: both versions side by side, with the choice which of them stays. */
export function ConflictPage({ frame, by, when, fields, resend, keepHref }: ConflictPageProps) {
  const { conflict } = frame.texts.shared.errors
  return (
    <Page frame={frame} title={conflict.title}>
      <Headline title={conflict.title} />
      <Banner level="conflict" title={conflict.what(by, when)} />
      <Table
        caption={conflict.title}
        texts={frame.texts}
        rows={fields}
        columns={[
          { key: 'label', header: conflict.field, cell: ({ label }) => <b>{label}</b> },
          { key: 'theirs', header: conflict.theirs, cell: ({ theirs }) => theirs, phone: 'fold' },
          { key: 'yours', header: conflict.yours, cell: ({ yours }) => yours, phone: 'fold' },
        ]}
      />
      <form method="post" action={resend.action} class="button-row mt-5">
        <HiddenFields version={resend.version} idempotencyKey={resend.idempotencyKey} values={resend.values} />
        <LinkButton kind="primary" href={keepHref}>
          {conflict.keepTheirs}
        </LinkButton>
        <Button kind="danger">{conflict.saveYours}</Button>
      </form>
    </Page>
  )
}
