import type { Child, PropsWithChildren } from 'hono/jsx'

interface CardProps {
  readonly title?: Child
  /** A quiet word at the right of the title, such as a rule's id. */
  readonly note?: Child
  /** A pill before the title. */
  readonly lead?: Child
  /** Target of links into the page. */
  readonly id?: string
  /** Level of the title; 2 unless given. */
  readonly level?: 2 | 3
}

/** White ground with a hairline around it. */
export function Card({ title, note, lead, id, level = 2, children }: PropsWithChildren<CardProps>) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="card" id={id}>
      {title !== undefined && (
        <div class="card-head">
          <div>
            {lead}
            <Heading>{title}</Heading>
          </div>
          {note !== undefined && <span class="card-note">{note}</span>}
        </div>
      )}
      {children}
    </section>
  )
}

interface SectionProps {
  readonly title: Child
  /** A pill or count beside the title. */
  readonly lead?: Child
  readonly id?: string
}

/** A titled part of a page, straight on the paper. */
export function Section({ title, lead, id, children }: PropsWithChildren<SectionProps>) {
  return (
    <section class="section" id={id}>
      <div class="section-title">
        <h2>{title}</h2>
        {lead}
      </div>
      {children}
    </section>
  )
}
