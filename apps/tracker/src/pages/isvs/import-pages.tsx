import type { Texts } from '../../texts/index.ts'
import { type ImportProblem, importColumns } from '../../verbs/isvs/import-file.ts'
import type { ImportPlan } from '../../verbs/isvs/import-plan.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { FileField } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { Headline, Page } from '../components/page.tsx'
import { Table } from '../components/table.tsx'

/** Lines of a report that are shown; a person reads no more of them. */
const mostShown = 500

/** Chooses the file to import. */
export function ImportPage({ frame, error }: { readonly frame: Frame; readonly error?: string | undefined }) {
  const { texts } = frame
  const words = texts.portfolio.import
  return (
    <Page frame={frame} title={words.title} width="reading">
      <Headline title={words.title} sub={words.sub} breadcrumb={<Back texts={texts} />} />
      <div class="stack">
        <Form action="/isvs/import/uploads" files>
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            accept=".csv,text/csv"
            error={error}
            texts={texts}
          />
          <div>
            <Button kind="primary">{words.look}</Button>
          </div>
        </Form>
        <Card title={words.columnsTitle}>
          <DefinitionList
            entries={importColumns.map((column) => ({ term: <code>{column}</code>, value: words.columns[column] }))}
          />
          <p class="mt-3">
            <a class="underline" href="/isvs/import/template.csv">
              {words.template}
            </a>
          </p>
        </Card>
      </div>
    </Page>
  )
}

interface ImportReportPageProps {
  readonly frame: Frame
  readonly plan: ImportPlan
  /** The very text that was judged; it comes back with the confirmation. */
  readonly content: string
  readonly formKey: string
}

/** What would happen to each row. Nothing has been written when this is shown. */
export function ImportReportPage({ frame, plan, content, formKey }: ImportReportPageProps) {
  const { texts } = frame
  const words = texts.portfolio.import
  const count = (wanted: string) => plan.objects.filter(({ outcome }) => outcome === wanted).length
  const changing = count('create') + count('update')
  const isRefused = plan.problems.length > 0
  return (
    <Page frame={frame} title={words.title}>
      <Headline
        title={words.report(count('create'), count('update'), plan.problems.length)}
        sub={isRefused ? words.refusedNote : words.reportSub(plan.rows, count('same'))}
        breadcrumb={<Back texts={texts} />}
        actions={<LinkButton href="/isvs/import">{words.again}</LinkButton>}
      />
      <div class="stack">
        {isRefused ? <Problems problems={plan.problems} texts={texts} /> : <Objects plan={plan} texts={texts} />}
        {!isRefused && changing > 0 && (
          <Form action="/isvs/import/apply" idempotencyKey={formKey} files bare>
            <input type="hidden" name="shown" value={plan.hash} />
            <textarea name="content" hidden readonly>
              {/* HTML drops a line break at the very beginning; this one is for it to drop. */}
              {`\n${content}`}
            </textarea>
            <Button kind="primary">{words.confirm}</Button>
          </Form>
        )}
      </div>
    </Page>
  )
}

function Objects({ plan, texts }: { readonly plan: ImportPlan; readonly texts: Texts }) {
  const words = texts.portfolio.import
  return (
    <Table
      caption={words.title}
      texts={texts}
      rows={plan.objects.slice(0, mostShown)}
      foot={plan.objects.length > mostShown ? words.shownFirst(mostShown) : undefined}
      columns={[
        { key: 'name', header: words.table.name, cell: ({ wanted }) => wanted.name },
        { key: 'what', header: words.table.what, cell: ({ object }) => words.objects[object], phone: 'fold' },
        { key: 'outcome', header: words.table.outcome, cell: ({ outcome }) => words.outcomes[outcome] },
        {
          key: 'changes',
          header: words.table.changes,
          phone: 'fold-wide',
          cell: ({ changes }) =>
            changes.map(({ column, before, after }) => words.change(column, before, after)).join('; ') || '–',
        },
        { key: 'line', header: words.table.line, cell: ({ line }) => line, align: 'end', phone: 'fold' },
      ]}
    />
  )
}

function Problems({ problems, texts }: { readonly problems: readonly ImportProblem[]; readonly texts: Texts }) {
  const words = texts.portfolio.import
  return (
    <Table
      caption={words.refusedTitle}
      texts={texts}
      rows={problems.slice(0, mostShown)}
      foot={problems.length > mostShown ? words.shownFirst(mostShown) : undefined}
      columns={[
        {
          key: 'place',
          header: words.table.line,
          cell: ({ line, column }) => (column === undefined ? words.lineOnly(line) : words.place(line, column)),
        },
        {
          key: 'reason',
          header: words.outcomes.refused,
          cell: ({ reason }) => reason[texts.language],
          phone: 'fold-wide',
        },
      ]}
    />
  )
}

function Back({ texts }: { readonly texts: Texts }) {
  return <Breadcrumb texts={texts} links={[{ label: texts.portfolio.title, href: '/portfolio' }]} />
}
