import type { PossibleOwner } from '../../reads/isvs/read-isv.ts'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { errorList, IsvFields, type IsvValues } from './isv-form.tsx'

interface NewIsvPageProps {
  readonly frame: Frame
  readonly owners: readonly PossibleOwner[]
  readonly values: IsvValues
  readonly errors: Readonly<Record<string, string>>
  readonly formKey: string
}

/** Adds an ISV to the programme. */
export function NewIsvPage({ frame, owners, values, errors, formKey }: NewIsvPageProps) {
  const { texts } = frame
  const words = texts.isvs.new
  return (
    <Page frame={frame} title={words.title} width="reading">
      <ErrorSummary errors={errorList(errors)} texts={texts} />
      <Headline
        title={words.headline}
        sub={words.sub}
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: texts.portfolio.title, href: '/portfolio' }]} />}
      />
      <Form action="/isvs" idempotencyKey={formKey}>
        <IsvFields values={values} errors={errors} owners={owners} texts={texts} />
        <ButtonRow>
          <Button kind="primary">{words.submit}</Button>
          <LinkButton kind="quiet" href="/portfolio">
            {texts.shared.buttons.cancel}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
