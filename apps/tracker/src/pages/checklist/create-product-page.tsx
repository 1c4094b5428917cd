import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { ErrorSummary, Form } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { TextInput } from '../components/inputs.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { Headline, Page } from '../components/page.tsx'
import { ProductFields } from './product-fields.tsx'

interface CreateProductPageProps {
  readonly frame: Frame
  readonly isv: { readonly id: string; readonly name: string }
  readonly formKey: string
  /** What was sent, where it was refused. */
  readonly values?: Readonly<Record<string, string>>
  readonly errors?: Readonly<Record<string, string>>
}

/** Asks for what a new product needs before its goals. */
export function CreateProductPage({ frame, isv, formKey, values = {}, errors = {} }: CreateProductPageProps) {
  const { texts } = frame
  const words = texts.checklist.create
  return (
    <Page frame={frame} title={words.title} width="reading">
      <Headline
        title={words.title}
        sub={words.sub}
        breadcrumb={<Breadcrumb texts={texts} links={[{ label: isv.name, href: `/isvs/${isv.id}` }]} />}
      />
      <Form action={`/isvs/${isv.id}/products`} idempotencyKey={formKey} draft="product" texts={texts}>
        <ErrorSummary texts={texts} errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
        <TextInput
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={values.name}
          error={errors.name}
          maxlength={120}
          texts={texts}
        />
        <ProductFields
          texts={texts}
          values={{ kind: 'isv', publisher: 'verified-publisher', edition: 'current', ...values }}
          errors={errors}
        />
        <ButtonRow>
          <Button kind="primary">{words.submit}</Button>
          <LinkButton kind="quiet" href={`/isvs/${isv.id}`}>
            {texts.shared.buttons.cancel}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
