import type { Text } from '@sevenstep/onboarding'
import { LinkButton } from '../components/button.tsx'
import { Card, Section } from '../components/card.tsx'
import { CodeFrame } from '../components/code.tsx'
import type { Frame } from '../components/frame.ts'
import { Disclosure } from '../components/guidance.tsx'
import { FilterChips } from '../components/links.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { Headline, Page } from '../components/page.tsx'
import { Table } from '../components/table.tsx'

/** Something that is sent beside the body. */
export interface ReferenceParameter {
  readonly name: string
  readonly where: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly values: string
}

/** One operation, told. */
export interface ReferenceOperation {
  readonly id: string
  readonly tag: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly needs: string
  readonly parameters: readonly ReferenceParameter[]
  /** Media type and schema of what is sent. */
  readonly body: { readonly mediaType: string; readonly lines: readonly string[] } | undefined
  readonly answer: { readonly status: number; readonly lines: readonly string[] }
}

/** Everything that the reference tells. */
export interface Reference {
  readonly base: string
  readonly documentPath: string
  readonly tags: readonly string[]
  readonly operations: readonly ReferenceOperation[]
  readonly schemas: readonly { readonly name: string; readonly lines: readonly string[] }[]
  readonly refusals: readonly { readonly code: string; readonly status: number }[]
}

const words = {
  title: { en: 'API', nl: 'API' },
  headline: (count: number): Text => ({
    en: `${count} operations for programs`,
    nl: `${count} bewerkingen voor programma’s`,
  }),
  sub: {
    en: 'They do what the pages do, with the same permissions and in the same record. The explanations below are in English.',
    nl: 'Ze doen wat de pagina’s doen, met dezelfde rechten en in hetzelfde verslag. De uitleg hieronder is in het Engels.',
  },
  document: { en: 'OpenAPI document', nl: 'OpenAPI-document' },
  parts: { en: 'Parts', nl: 'Onderdelen' },
} satisfies Record<string, Text | ((count: number) => Text)>

const manners = [
  {
    term: 'Signing in',
    value:
      'Authorization: Bearer svn_…, a token made on the page of members. It can do no more than its maker, and never judges.',
  },
  { term: 'Bodies', value: 'One object in application/json. A field that is not known is refused.' },
  {
    term: 'Changes',
    value:
      'Where If-Match is asked for, send the ETag of what you read: its version in quotes. 428 without it, 412 where somebody was first.',
  },
  {
    term: 'Sending again',
    value:
      'Idempotency-Key on a POST: the same key with the same content has one effect; with other content it is refused with 422.',
  },
  {
    term: 'Lists',
    value:
      'limit (50 unless given, at most 200) and cursor; follow Link rel="next", or send next as cursor, until it is null.',
  },
  {
    term: 'Budgets',
    value: 'RateLimit and RateLimit-Policy on every answer; 429 with Retry-After where a budget is spent.',
  },
  {
    term: 'Refusals',
    value: 'application/problem+json (RFC 9457) with code, title, detail, fix and, for fields, errors.',
  },
]

/** Every operation of the API, explained. It holds nothing of anybody's, so everybody may read it. */
export function ApiReferencePage({ frame, reference }: { readonly frame: Frame; readonly reference: Reference }) {
  const { language } = frame.texts
  const { tags, operations, schemas } = reference
  return (
    <Page frame={frame} title={words.title[language]}>
      <Headline
        title={words.headline(operations.length)[language]}
        sub={words.sub[language]}
        actions={<LinkButton href={reference.documentPath}>{words.document[language]}</LinkButton>}
      />
      <FilterChips
        label={words.parts[language]}
        texts={frame.texts}
        links={tags.map((tag) => ({
          href: `#${anchorOf(tag)}`,
          label: tag,
          count: operations.filter((one) => one.tag === tag).length,
        }))}
      />
      <div lang="en" class="stack">
        <Card title="How it works everywhere">
          <DefinitionList entries={manners} />
        </Card>
        {tags.map((tag) => (
          <Section title={tag} id={anchorOf(tag)}>
            <div class="stack">
              {operations
                .filter((one) => one.tag === tag)
                .map((operation) => (
                  <OperationCard operation={operation} base={reference.base} frame={frame} />
                ))}
            </div>
          </Section>
        ))}
        <Refusals reference={reference} frame={frame} />
        <Section title="Schemas" id="schemas">
          <div class="stack">
            {schemas.map(({ name, lines }) => (
              <Card title={name} id={`schema-${name}`} level={3}>
                <Disclosure summary="JSON Schema">
                  <CodeFrame firstLine={1} lines={lines} label={`Schema of ${name}`} />
                </Disclosure>
              </Card>
            ))}
          </div>
        </Section>
      </div>
    </Page>
  )
}

function anchorOf(tag: string): string {
  return tag.toLowerCase()
}

interface OperationProps {
  readonly operation: ReferenceOperation
  readonly base: string
  readonly frame: Frame
}

function OperationCard({ operation, base, frame }: OperationProps) {
  const { id, method, path, summary, needs, parameters, body, answer } = operation
  return (
    <Card title={summary} note={id} id={id} level={3}>
      <p>
        <code>
          {method} {base}
          {path}
        </code>
      </p>
      <p class="quiet">{needs}</p>
      <Disclosure summary="What is sent and answered">
        {parameters.length > 0 && (
          <Table
            plain
            texts={frame.texts}
            caption={`Parameters of ${id}`}
            rows={parameters}
            columns={[
              { key: 'name', header: 'Name', cell: ({ name }) => <code>{name}</code> },
              { key: 'where', header: 'Where', cell: ({ where }) => where },
              { key: 'required', header: 'Required', cell: ({ required }) => (required ? 'yes' : 'no') },
              { key: 'values', header: 'Values', cell: ({ values }) => values },
            ]}
          />
        )}
        {body !== undefined && (
          <>
            <p>Body as {body.mediaType}</p>
            <CodeFrame firstLine={1} lines={body.lines} label={`Body of ${id}`} />
          </>
        )}
        <p>Answer {answer.status}</p>
        <CodeFrame firstLine={1} lines={answer.lines} label={`Answer of ${id}`} />
      </Disclosure>
    </Card>
  )
}

function Refusals({ reference, frame }: { readonly reference: Reference; readonly frame: Frame }) {
  return (
    <Section title="Refusals" id="refusals">
      <Table
        plain
        texts={frame.texts}
        caption="Codes of refusals with their status"
        rows={reference.refusals}
        rowId={({ code }) => `problem-${code}`}
        columns={[
          { key: 'code', header: 'Code', cell: ({ code }) => <code>{code}</code> },
          { key: 'status', header: 'Status', align: 'end', cell: ({ status }) => status },
        ]}
      />
    </Section>
  )
}
