import { decideSteps } from '@sevenstep/onboarding'
import { parseReport, type RunView } from '../../checks/run-view.ts'
import { stepOfRoom, stepsInWords } from '../../checks/step-of-room.ts'
import { uploadLimits } from '../../checks/upload-limits.ts'
import type { ChecksRead, RunRead } from '../../reads/checks/read-checks.ts'
import type { Texts } from '../../texts/index.ts'
import { Banner } from '../components/banner.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { HiddenFields } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Disclosure, Empty } from '../components/guidance.tsx'
import { Checkbox } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { UploadForm } from '../components/upload-form.tsx'
import { FactsFiles } from './facts-files.tsx'
import { CheckedFileRows, FurtherFiles, filesInParts } from './file-rows.tsx'
import { Difference, Findings, Secrets, type Wanted } from './findings.tsx'
import { FlowDrawings } from './flow-drawings.tsx'
import { PastRuns } from './past-runs.tsx'
import { Recognised } from './recognised.tsx'
import { ReportedItems } from './reported-items.tsx'
import { headlineOf, isOpen, measureOf, methodOf } from './told-run.ts'

/** What the page of a run works with. */
export interface ChecksPageProps {
  readonly frame: Frame
  readonly read: ChecksRead
  /** Absent until the run has a report. */
  readonly view: RunView | undefined
  readonly wanted: Wanted
  readonly mayRun: boolean
  /** For the forms of this showing, each its own. */
  readonly newKey: () => string
}

/** The file check: the answer, the files on the left, the findings on the right. */
export function ChecksPage(props: ChecksPageProps) {
  const { frame, read } = props
  const { texts } = frame
  const { product, shown } = read
  const title = headlineOf(product.name, shown, texts)
  return (
    <Page frame={frame} title={title}>
      <Headline
        title={title}
        sub={shown === undefined ? texts.checks.notVerdict : measureOf(shown.run, texts)}
        breadcrumb={
          <Breadcrumb
            texts={texts}
            links={[{ label: read.isvName }, { label: product.name, href: `/products/${product.id}` }]}
          />
        }
      />
      <div class="columns columns-start md:grid-rows-[auto_1fr]">
        <HandIn {...props} />
        <div class="stack md:col-start-2 md:row-span-2 md:row-start-1">
          <Outcome {...props} />
        </div>
        <Around {...props} />
      </div>
    </Page>
  )
}

/** The drop zone, the files as they fared, and what to do about them. */
function HandIn(props: ChecksPageProps) {
  const { frame, read, view, mayRun, newKey } = props
  const { texts } = frame
  const { product, shown } = read
  const words = texts.checks
  const files = filesInParts(shown?.report === undefined ? [] : shown.report.detail.files)
  const limits = words.upload.limits(texts.format.size(uploadLimits.bytes), uploadLimits.files)
  return (
    <div class="stack">
      {mayRun ? (
        <div>
          <UploadForm
            action={`/products/${product.id}/checks/uploads`}
            rowsId="checked-files"
            texts={texts}
            idempotencyKey={newKey()}
            folder={words.upload.folder}
            choices={
              <div class="text-start">
                <Checkbox name="only-try" label={words.upload.only} hint={words.upload.onlyHint} />
              </div>
            }
          >
            <CheckedFileRows files={files.shown} texts={texts} />
          </UploadForm>
          <FurtherFiles files={files.further} texts={texts} />
          <Disclosure summary={words.upload.about} open={shown === undefined}>
            <div class="small stack">
              <p>{words.upload.takes}</p>
              <p>{limits}</p>
              <p>{words.upload.people}</p>
            </div>
          </Disclosure>
          <FactsFiles texts={texts} />
        </div>
      ) : (
        <div>
          <p class="small quiet">{words.upload.notAllowed}</p>
          <ul class="file-rows">
            <CheckedFileRows files={files.shown} texts={texts} />
          </ul>
          <FurtherFiles files={files.further} texts={texts} />
        </div>
      )}
      {shown !== undefined && view !== undefined && <Actions {...props} shown={shown} view={view} />}
    </div>
  )
}

interface ActionsProps extends ChecksPageProps {
  readonly shown: RunRead
  readonly view: RunView
}

function Actions({ frame, read, shown, view, mayRun, newKey }: ActionsProps) {
  const words = frame.texts.checks
  const { run } = shown
  const href = `/products/${read.product.id}/checks/${run.id}`
  return (
    <>
      {mayRun && view.mendable > 0 && (
        <LinkButton kind="primary" wide href={`${href}/fixes`}>
          {words.fixes.apply(view.mendable)}
        </LinkButton>
      )}
      {run.counts ? (
        <p class="small quiet">{countsFor(read.product, run.rooms, frame.texts)}</p>
      ) : (
        <form method="post" action={`${href}/count`} class="stack">
          <HiddenFields idempotencyKey={newKey()} />
          <p class="small quiet">{words.counts.no}</p>
          {mayRun && <Button wide>{words.counts.save(stepsInWords(run.rooms)[frame.texts.language])}</Button>}
        </form>
      )}
    </>
  )
}

/** Which steps rest on a run that counts; what the answers do not ask for says so instead. */
function countsFor(product: ChecksRead['product'], rooms: RunRead['run']['rooms'], texts: Texts): string {
  const { counts } = texts.checks
  const notNeeded = new Set(
    decideSteps({ ...product, goals: product.goals ?? undefined })
      .filter(({ strength }) => strength === 'not-needed')
      .map(({ step }) => step),
  )
  const [idle, needed] = [true, false].map((wanted) =>
    rooms.filter((room) => notNeeded.has(stepOfRoom[room]) === wanted),
  )
  const told = [
    ...(needed?.length ? [counts.yes(stepsInWords(needed)[texts.language]), counts.stays] : []),
    ...(idle?.length ? [counts.notNeeded(stepsInWords(idle)[texts.language])] : []),
  ]
  return told.join(' ')
}

/** What else can be done with a run, and the runs before it; on a phone beneath the findings. */
function Around({ frame, read, view, mayRun, newKey }: ChecksPageProps) {
  const { texts } = frame
  const words = texts.checks
  const { product, shown, runs, now } = read
  const href = `/products/${product.id}/checks/${shown?.run.id}`
  const isAllKept = shown?.run.files.every(({ stored, unjudged }) => stored || unjudged === true) === true
  return (
    <div class="stack">
      {view !== undefined && mayRun && isAllKept && (
        <form method="post" action={`${href}/rerun`}>
          <HiddenFields idempotencyKey={newKey()} />
          <Button wide icon="refresh">
            {words.rerun}
          </Button>
        </form>
      )}
      {view !== undefined && <Downloads href={href} texts={texts} />}
      {view !== undefined && shown !== undefined && (
        <Disclosure summary={words.howChecked}>
          <p class="small">{methodOf(shown.run, texts)}</p>
        </Disclosure>
      )}
      {runs.length > 0 && (
        <PastRuns runs={runs} productId={product.id} current={shown?.run.id} now={now} texts={texts} />
      )}
    </div>
  )
}

function Downloads({ href, texts }: { readonly href: string; readonly texts: Texts }) {
  const { label, sarif, json, markdown } = texts.checks.downloads
  const files = [
    { name: 'report.sarif', text: sarif },
    { name: 'report.json', text: json },
    { name: 'report.md', text: markdown },
  ]
  return (
    <p class="small">
      <span class="quiet">{label}</span>
      {files.map(({ name, text }, index) => (
        <>
          {index === 0 ? ' ' : ' · '}
          <a class="link" href={`${href}/${name}`}>
            {text}
          </a>
        </>
      ))}
    </p>
  )
}

function Outcome(props: ChecksPageProps) {
  const { frame, read, view, wanted } = props
  const { texts } = frame
  const words = texts.checks
  const { shown, product } = read
  if (shown === undefined) return <Empty title={words.empty.title} why={words.empty.why} icon="folder" />
  if (isOpen(shown.run)) return <Running {...props} shown={shown} />
  if (view === undefined || shown.report === undefined) return <Over frame={frame} shown={shown} />
  const href = `/products/${product.id}/checks/${shown.run.id}`
  return (
    <>
      <Secrets secrets={shown.report.detail.secrets} texts={texts} />
      <Recognised
        report={parseReport(shown.report.report)}
        detail={shown.report.detail}
        flows={shown.drawings.length}
        texts={texts}
      />
      <Difference difference={view.difference} texts={texts} />
      <Findings view={view} wanted={wanted} href={href} productId={product.id} texts={texts} />
      <FlowDrawings drawings={shown.drawings} href={href} texts={texts} />
      {shown.run.rooms.includes('deployment-client') && (
        <ReportedItems run={shown.run} productId={product.id} texts={texts} />
      )}
    </>
  )
}

/** Not ended yet: the answer's header makes the browser look again. */
function Running({ frame, read, shown, mayRun, newKey }: ChecksPageProps & { readonly shown: RunRead }) {
  const words = frame.texts.checks
  const href = `/products/${read.product.id}/checks/${shown.run.id}`
  const look = (
    <>
      <LinkButton kind="primary" href={href}>
        {words.running.again}
      </LinkButton>
      {mayRun && (
        <form method="post" action={`${href}/cancel`}>
          <HiddenFields idempotencyKey={newKey()} />
          <Button>{words.running.stop}</Button>
        </form>
      )}
    </>
  )
  return <Empty title={words.running.title} why={words.running.why} icon="clock" action={look} />
}

/** Ended without a result, which says nothing about the files. */
function Over({ frame, shown }: { readonly frame: Frame; readonly shown: RunRead }) {
  const { texts } = frame
  const words = texts.checks
  const { state, problem } = shown.run
  const isCancelled = state === 'cancelled'
  return (
    <>
      <Banner
        level={isCancelled ? 'info' : 'error'}
        title={isCancelled ? words.over.stopped : words.over.nothing}
        {...(!isCancelled && { request: { id: frame.requestId, texts } })}
      >
        {(problem?.[texts.language] ?? '').split('\n').map((line) => (
          <p>{line}</p>
        ))}
        <p>{isCancelled ? words.over.cancelled : words.over.kept}</p>
        <p>{words.over.again}</p>
      </Banner>
      <Disclosure summary={words.files.title}>
        <ul class="stack">
          {shown.run.files.slice(0, 100).map(({ path, size }) => (
            <li>
              {path} <span class="quiet">{texts.format.size(size)}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}
