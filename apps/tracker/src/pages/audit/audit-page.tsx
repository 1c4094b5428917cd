import { type AuditQuestion, auditAreas, auditQueryOf, isNarrowed } from '../../reads/audit/audit-question.ts'
import { type Audit, countLimit } from '../../reads/audit/read-audit.ts'
import type { RecordVerdict } from '../../reads/audit/verify-record.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { Select, TextInput } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { ChainState } from './chain-state.tsx'
import { EventList } from './event-list.tsx'

/** What the page of a record shows. */
export interface AuditPageProps {
  readonly frame: Frame
  readonly audit: Audit
  readonly question: AuditQuestion
  /** Address of this record, without query. */
  readonly base: string
  /** The ISV whose own record it is; absent for the programme's. */
  readonly isv?: { readonly id: string; readonly name: string }
  readonly mayExport: boolean
  /** What came of verifying just now. */
  readonly verdict?: RecordVerdict
}

/** Who did what, when, in sentences; the state of the chain on top. */
export function AuditPage(props: AuditPageProps) {
  const { frame, audit, question, base, isv } = props
  const { texts } = frame
  const words = texts.audit
  const narrowed = isNarrowed(question)
  const { cursor: _, ...filters } = question
  const title = narrowed
    ? words.matching(Math.min(audit.matching, countLimit), audit.matching > countLimit)
    : words.headline(audit.events)
  return (
    <Page frame={frame} title={words.title}>
      <Headline
        {...(isv !== undefined && {
          breadcrumb: <Breadcrumb texts={texts} links={[{ label: isv.name, href: `/isvs/${isv.id}` }]} />,
        })}
        title={title}
        sub={
          question.until === undefined
            ? isv === undefined
              ? words.sub
              : words.subOf(isv.name)
            : words.asOf(question.until)
        }
        actions={
          props.mayExport && audit.matching > 0 ? (
            <LinkButton href={`${base}.csv${auditQueryOf(filters)}`} icon="download">
              {words.export}
            </LinkButton>
          ) : undefined
        }
      />
      <div class="columns">
        <div class="stack">
          <Events {...props} narrowed={narrowed} />
        </div>
        <div class="stack">
          <ChainState {...props} />
          <Filters {...props} />
        </div>
      </div>
    </Page>
  )
}

function Events({ frame, audit, question, base, isv, narrowed }: AuditPageProps & { readonly narrowed: boolean }) {
  const { texts } = frame
  const words = texts.audit
  if (audit.lines.length === 0) {
    return narrowed ? (
      <Empty
        icon="search"
        title={words.empty.noneTitle}
        why={words.empty.noneWhy}
        action={<LinkButton href={base}>{words.empty.clear}</LinkButton>}
      />
    ) : (
      <Empty title={words.empty.title} why={words.empty.why} />
    )
  }
  const address = (cursor: AuditQuestion['cursor']) =>
    cursor === undefined ? undefined : `${base}${auditQueryOf({ ...question, cursor })}`
  const [newer, older] = [address(audit.newer), address(audit.older)]
  return (
    <>
      <EventList lines={audit.lines} base={base} texts={texts} showIsv={isv === undefined} />
      {(newer !== undefined || older !== undefined) && (
        <nav class="pager" aria-label={words.pages}>
          <span class="button-row">
            {newer !== undefined && (
              <LinkButton href={newer} icon="chevron-left">
                {words.newer}
              </LinkButton>
            )}
            {older !== undefined && <LinkButton href={older}>{words.older}</LinkButton>}
          </span>
        </nav>
      )}
    </>
  )
}

function Filters({ frame, question, base, isv }: AuditPageProps) {
  const { texts } = frame
  const { filters, areas, empty } = texts.audit
  const known = isv === undefined ? auditAreas : auditAreas.filter((area) => area !== 'internal-note')
  return (
    <Card title={filters.title}>
      <form action={base} class="form">
        <TextInput
          name="actor"
          label={filters.actor}
          hint={filters.actorHint}
          value={question.actor}
          optional
          texts={texts}
        />
        {isv === undefined && (
          <TextInput
            name="isv"
            label={filters.isv}
            hint={filters.isvHint}
            value={question.isv}
            optional
            texts={texts}
          />
        )}
        <Select
          name="area"
          label={filters.area}
          value={question.area ?? ''}
          optional
          texts={texts}
          choices={[
            { value: '', label: filters.anyArea },
            ...known.map((area) => ({ value: area, label: areas[area] })),
          ]}
        />
        <TextInput
          name="about"
          label={filters.about}
          hint={filters.aboutHint}
          value={question.about}
          optional
          texts={texts}
        />
        <TextInput name="from" type="date" label={filters.from} value={question.from} optional texts={texts} />
        <TextInput name="until" type="date" label={filters.until} value={question.until} optional texts={texts} />
        <div class="button-row">
          <Button>{filters.submit}</Button>
          {isNarrowed(question) && (
            <LinkButton kind="quiet" href={base}>
              {empty.clear}
            </LinkButton>
          )}
        </div>
      </form>
    </Card>
  )
}
