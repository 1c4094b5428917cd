import type { Texts } from '../../texts/index.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { CodeFrame, Diff } from './code.tsx'
import { Headline } from './page.tsx'
import { SeverityPill } from './pill.tsx'
import { FileRow, UploadForm } from './upload-form.tsx'

/** The file check of the pictures. */
export function GalleryPackage({ texts }: { readonly texts: Texts }) {
  return (
    <section aria-label="File check">
      <Headline
        title="The connector does not yet meet the requirements we check"
        sub="Step 1 · 3 errors, 5 warnings · our check, not Microsoft’s verdict"
      />
      <div class="columns columns-start">
        <div class="stack">
          <UploadForm action="/check" rowsId="files-of-run" texts={texts}>
            <FileRow path="apiDefinition.swagger.json" cell="failing" state="fails" result="2 errors, 4 warnings" />
            <FileRow path="readme.md" cell="waiting" state="has warnings" result="1 warning" />
            <FileRow path="icon.png" cell="proved" state="passes" result="passes" />
          </UploadForm>
          <Button kind="primary" wide>
            Apply 4 safe fixes
          </Button>
          <Button wide>Save as evidence for step 1</Button>
        </div>
        <div class="stack">
          <Card
            title="An operation without a response schema"
            lead={<SeverityPill severity="error" texts={texts} />}
            note={<code>response-schema-required</code>}
          >
            <p class="prose mb-3">
              <b>GetVehicle</b> answers 200 without a schema. Makers would see no fields to pick, so reviewers send it
              back. Give the response a schema, or mark it dynamic.
            </p>
            <CodeFrame
              label={texts.shared.code.place('apiDefinition.swagger.json', 413)}
              firstLine={412}
              lines={['"responses": {', '  "200": { "description": "OK" }', '}']}
              marks={[{ line: 413, from: 12, to: 31 }]}
            />
            <p class="code-place">{texts.shared.code.place('apiDefinition.swagger.json', 413)} · 2 more places</p>
          </Card>
          <Card
            title="Summary longer than makers can see"
            lead={<SeverityPill severity="warning" texts={texts} />}
            note={<code>op-summary-length</code>}
          >
            <Diff
              texts={texts}
              label="What the fix changes"
              lines={[
                { kind: 'same', text: '"get": {', before: 88, after: 88 },
                {
                  kind: 'removed',
                  text: '  "summary": "Gets a vehicle of the fleet by the number plate it has",',
                  before: 89,
                },
                { kind: 'added', text: '  "summary": "Get a vehicle by number plate",', after: 89 },
              ]}
            />
          </Card>
          <Card title="Description could say more" lead={<SeverityPill severity="info" texts={texts} />} />
        </div>
      </div>
    </section>
  )
}
