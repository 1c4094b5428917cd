import type { Texts } from '../../texts/index.ts'
import { Button, ButtonRow } from './button.tsx'
import { Card } from './card.tsx'
import { ConfirmForm, ErrorSummary, Form } from './form.tsx'
import { Checkbox, FileField, RadioGroup, Select, TextArea, TextInput } from './inputs.tsx'
import { Headline } from './page.tsx'

/** Forms with and without errors. */
export function GalleryForms({ texts }: { readonly texts: Texts }) {
  return (
    <section aria-label="Forms">
      <Headline title="One answer needs another look" />
      <div class="columns columns-even">
        <Card title="Evidence">
          <Form action="#" version={3} idempotencyKey="key" draft="evidence" texts={texts}>
            <ErrorSummary
              texts={texts}
              errors={[{ name: 'link', message: 'Give an address that starts with https' }]}
            />
            <TextInput
              texts={texts}
              name="link"
              type="url"
              label="Address"
              hint="Where the reviewer can see it"
              value="http://fleet.contoso.example"
              error="Give an address that starts with https"
            />
            <TextArea texts={texts} name="statement" label="What it shows" optional />
            <Select
              texts={texts}
              name="route"
              label="Route"
              value="verified"
              choices={[
                { value: 'verified', label: 'Verified publisher' },
                { value: 'independent', label: 'Independent publisher' },
              ]}
            />
            <FileField texts={texts} name="file" label="File" hint="PNG or PDF, at most 10 MB" optional />
            <Checkbox name="agree" label="Somebody else may see this" hint="Reviewers and your own members" />
            <ButtonRow>
              <Button kind="primary">{texts.shared.buttons.save}</Button>
              <Button kind="quiet">{texts.shared.buttons.cancel}</Button>
            </ButtonRow>
          </Form>
        </Card>
        <div class="stack">
          <Card title="Goals">
            <Form action="/preview-of-goals" live={{ target: 'implied' }} texts={texts}>
              <RadioGroup
                texts={texts}
                name="expose-data"
                label="Do makers get data or actions of your service?"
                hint="Yes makes a connector required."
                inline
                value="yes"
                choices={[
                  { value: 'yes', label: 'Yes' },
                  { value: 'no', label: 'No' },
                  { value: 'unknown', label: 'Don’t know' },
                ]}
              />
              <RadioGroup
                texts={texts}
                name="publisher"
                label="Who owns the service?"
                error="Choose who owns the service"
                choices={[
                  { value: 'us', label: 'We do', hint: 'You go through Partner Center' },
                  { value: 'other', label: 'Somebody else', hint: 'You go through GitHub' },
                ]}
              />
            </Form>
            <div id="implied" class="quiet mt-4">
              <p>Steps 1 and 4 follow from your answers.</p>
            </div>
          </Card>
          <ConfirmForm
            action="#"
            title="Withdraw this evidence?"
            consequence="The item fails until you hand in something else. The file stays in the record."
            confirm={texts.shared.buttons.withdraw}
            cancelHref="#"
            texts={texts}
            danger
          >
            <TextInput texts={texts} name="reason" label="Reason" />
          </ConfirmForm>
        </div>
      </div>
    </section>
  )
}
