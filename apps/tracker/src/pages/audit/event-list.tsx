import type { AuditLine } from '../../reads/audit/read-audit.ts'
import type { Texts } from '../../texts/index.ts'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { DefinitionList } from '../components/lists.tsx'

interface EventListProps {
  readonly lines: readonly AuditLine[]
  readonly base: string
  readonly texts: Texts
  readonly showIsv: boolean
}

const shortHash = 12

/** Events as sentences, those of one day together under its date. */
export function EventList({ lines, ...rest }: EventListProps) {
  const { texts } = rest
  return (
    <>
      {byDay(lines, texts).map(([day, ofDay]) => (
        <Card title={day}>
          <ol class="timeline" aria-label={`${texts.audit.day}: ${day}`}>
            {ofDay.map((line) => (
              <EventLine line={line} {...rest} />
            ))}
          </ol>
        </Card>
      ))}
    </>
  )
}

function byDay(lines: readonly AuditLine[], texts: Texts): [day: string, lines: readonly AuditLine[]][] {
  const days = new Map<string, AuditLine[]>()
  for (const line of lines) {
    const day = texts.format.date(line.event.at.toISOString())
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days]
}

function EventLine({ line, base, texts, showIsv }: Omit<EventListProps, 'lines'> & { readonly line: AuditLine }) {
  const { event, isvName, href } = line
  const at = event.at.toISOString()
  const sentence = event.sentence[texts.language]
  return (
    <li id={event.id}>
      <p>
        <time datetime={at} title={texts.format.dateTime(at)}>
          {texts.format.time(at)}
        </time>
        {' · '}
        <b>{event.actorName}</b> <span class="quiet">{`(${capacityOf(line, texts)})`}</span> {sentence}
      </p>
      <div class="button-row row-note">
        {showIsv && isvName !== undefined && <span>{isvName}</span>}
        {href !== undefined && (
          <a class="underline py-0.5" href={href} aria-label={texts.audit.subjectOf(sentence)}>
            {texts.audit.subject}
          </a>
        )}
        <code title={event.hash}>{event.hash.slice(0, shortHash)}</code>
      </div>
      <Disclosure summary={texts.audit.details}>
        <Facts line={line} base={base} texts={texts} />
      </Disclosure>
    </li>
  )
}

/** In what capacity somebody acted: their role then, or that no person acted at all. */
function capacityOf({ event, role }: AuditLine, texts: Texts): string {
  if (event.actorKind !== 'person') return texts.audit.actorKinds[event.actorKind]
  if (role === undefined) return texts.audit.programme
  const name = texts.frame.roles[role]
  // Within a sentence; an abbreviation such as ISV keeps its capitals.
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function Facts({
  line: { event },
  base,
  texts,
}: Omit<EventListProps, 'lines' | 'showIsv'> & { readonly line: AuditLine }) {
  const { facts, copyHash } = texts.audit
  const filtered = (name: string, value: string) => `${base}?${new URLSearchParams({ [name]: value })}`
  const hasDetail = Object.keys(event.detail).length > 0
  return (
    <DefinitionList
      entries={[
        { term: facts.action, value: <code>{event.action}</code> },
        {
          term: facts.subject,
          value: (
            <>
              <code class="break-all">{event.subjectId}</code>{' '}
              <a class="underline" href={filtered('about', event.subjectId)}>
                {facts.about}
              </a>
            </>
          ),
        },
        {
          term: facts.actor,
          value: (
            <>
              <code class="break-all">{event.actorId}</code>{' '}
              <a class="underline" href={filtered('actor', event.actorId)}>
                {facts.byActor}
              </a>
            </>
          ),
        },
        {
          term: facts.request,
          value: event.requestId === null ? facts.none : <code class="break-all">{event.requestId}</code>,
        },
        { term: facts.place, value: <code class="break-all">{`${event.chain} · ${event.sequence}`}</code> },
        {
          term: facts.hash,
          value: (
            <>
              <code class="break-all">{event.hash}</code>{' '}
              <Button kind="quiet" icon="copy" copies={event.hash} copied={texts.shared.buttons.copied}>
                {copyHash}
              </Button>
            </>
          ),
        },
        { term: facts.previous, value: <code class="break-all">{event.previousHash}</code> },
        {
          term: facts.detail,
          value: hasDetail ? (
            <pre class="whitespace-pre-wrap break-all text-13">{JSON.stringify(event.detail, null, 2)}</pre>
          ) : (
            facts.none
          ),
        },
      ]}
    />
  )
}
