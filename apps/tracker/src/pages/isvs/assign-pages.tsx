import type { AssignableIsv } from '../../reads/isvs/read-assignable.ts'
import type { PossibleOwner } from '../../reads/isvs/read-isv.ts'
import { type AssignmentPlan, mostAssigned } from '../../verbs/isvs/assign-isvs.ts'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { FieldGroup } from '../components/field.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Checkbox, Select } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { Table } from '../components/table.tsx'

interface AssignPageProps {
  readonly frame: Frame
  readonly isvs: readonly AssignableIsv[]
  readonly owners: readonly PossibleOwner[]
  readonly error?: string | undefined
}

/** Chooses ISVs and who is to look after them; the next page shows what that would change. */
export function AssignPage({ frame, isvs, owners, error }: AssignPageProps) {
  const { texts } = frame
  const { assign, nobody } = texts.isvs
  return (
    <Page frame={frame} title={assign.title} width="reading">
      <ErrorSummary errors={error === undefined ? [] : [{ name: 'isvIds', message: error }]} texts={texts} />
      <Headline
        title={assign.headline(isvs.length)}
        sub={assign.sub}
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: texts.portfolio.title, href: '/portfolio' }]} />}
      />
      <Form action={frame.path.startsWith('/isvs/assign') ? frame.path : '/isvs/assign'}>
        <Select
          name="ownerId"
          label={assign.owner}
          optional
          texts={texts}
          choices={[...owners.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: nobody }]}
        />
        <FieldGroup name="isvIds" label={assign.choose} error={error} texts={texts}>
          <div class="stack">
            {isvs.map(({ isvId, name, ownerName }) => (
              <Checkbox name="isvId" value={isvId} label={name} hint={ownerName ?? nobody} />
            ))}
          </div>
        </FieldGroup>
        {isvs.length === mostAssigned && <p class="field-hint">{assign.limited(mostAssigned)}</p>}
        <ButtonRow>
          <Button kind="primary">{assign.look}</Button>
          <LinkButton kind="quiet" href="/portfolio">
            {texts.shared.buttons.cancel}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}

interface AssignPreviewPageProps {
  readonly frame: Frame
  readonly plan: AssignmentPlan
  readonly ownerId: string
  readonly formKey: string
}

/** What would change for each ISV; nothing has been changed when this is shown. */
export function AssignPreviewPage({ frame, plan, ownerId, formKey }: AssignPreviewPageProps) {
  const { texts } = frame
  const { assign, nobody } = texts.isvs
  const changing = plan.rows.filter(({ outcome }) => outcome === 'assign').length
  return (
    <Page frame={frame} title={assign.title} width="reading">
      <Headline title={assign.preview(changing)} sub={assign.previewSub} />
      <Table
        caption={assign.title}
        texts={texts}
        rows={plan.rows}
        columns={[
          { key: 'isv', header: assign.table.isv, cell: ({ name }) => name },
          { key: 'before', header: assign.table.before, cell: ({ before }) => before ?? nobody, phone: 'fold' },
          { key: 'after', header: assign.table.after, cell: () => plan.ownerName ?? nobody, phone: 'fold' },
          { key: 'outcome', header: assign.table.outcome, cell: ({ outcome }) => assign.outcomes[outcome] },
        ]}
      />
      <Form action="/isvs/assign/confirm" idempotencyKey={formKey}>
        <input type="hidden" name="ownerId" value={ownerId} />
        <input type="hidden" name="shown" value={plan.hash} />
        {plan.rows.map(({ isvId }) => (
          <input type="hidden" name="isvId" value={isvId} />
        ))}
        <div class="button-row mt-4">
          {changing > 0 && <Button kind="primary">{assign.confirm}</Button>}
          <LinkButton kind="quiet" href="/portfolio">
            {texts.shared.buttons.cancel}
          </LinkButton>
        </div>
      </Form>
    </Page>
  )
}
