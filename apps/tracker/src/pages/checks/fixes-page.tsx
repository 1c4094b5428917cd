import type { MendedUpload } from '../../checks/worker/messages.ts'
import type { ChecksRead } from '../../reads/checks/read-checks.ts'
import { LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Diff } from '../components/code.tsx'
import type { Frame } from '../components/frame.ts'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'

interface FixesPageProps {
  readonly frame: Frame
  readonly read: ChecksRead
  readonly runId: string
  readonly mended: readonly MendedUpload[]
  /** Files that hold a secret and are therefore not among those handed out. */
  readonly left: number
}

/** What would change, shown before anything is handed out. */
export function FixesPage({ frame, read, runId, mended, left }: FixesPageProps) {
  const { texts } = frame
  const words = texts.checks.fixes
  const { product } = read
  const href = `/products/${product.id}/checks/${runId}`
  const count = mended.reduce((sum, file) => sum + file.count, 0)
  const title = count === 0 ? words.none : words.headline(count, mended.length)
  const back = (
    <LinkButton kind="quiet" href={href}>
      {words.back}
    </LinkButton>
  )
  return (
    <Page frame={frame} title={title}>
      <Headline
        title={title}
        sub={count === 0 ? words.noneWhy : words.sub}
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[
              { label: product.name, href: `/products/${product.id}` },
              { label: texts.checks.title, href },
            ]}
          />
        }
        actions={
          count === 0 ? (
            back
          ) : (
            <>
              <LinkButton kind="primary" icon="download" href={`${href}/fixed-files.zip`} download="fixed-files.zip">
                {words.download}
              </LinkButton>
              {back}
            </>
          )
        }
      />
      {left > 0 && <p class="quiet mb-3">{words.left(left)}</p>}
      <div class="stack">
        {mended.map((file) => (
          <Card title={file.path} note={words.inFile(file.count)}>
            <Diff lines={file.changes.slice(0, 2000)} label={words.changes(file.path)} texts={texts} />
          </Card>
        ))}
      </div>
    </Page>
  )
}
