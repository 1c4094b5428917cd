import {
  type AddressFacts,
  failureWords,
  judgeAddress,
  obstacleText,
  type ProbedAddress,
  type ProbeRule,
} from '@sevenstep/onboarding'
import type { Child } from 'hono/jsx'
import type { Texts } from '../../texts/index.ts'
import { say } from '../checklist/told.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { StatePill } from '../components/pill.tsx'
import { RelativeTime } from '../components/times.tsx'

interface AddressSeenProps {
  readonly probed: ProbedAddress
  readonly rule: ProbeRule
  readonly now: string
  readonly texts: Texts
  /** What can be done about it. */
  readonly action?: Child
}

const looks = { shown: 'proved', wanting: 'failing', open: 'could-not-be-checked' } as const

/** What our server saw at an address that was handed in: how that compares with what is asked, and the facts themselves. */
export function AddressSeen({ probed, rule, now, texts, action }: AddressSeenProps) {
  const words = texts.probes
  const { seen, unseen } = probed
  const at = unseen?.at ?? seen?.at
  const verdict = judgeAddress(rule, probed)
  return (
    <div class="grid gap-2 [&>*]:min-w-0">
      <p class="flex flex-wrap items-center gap-2">
        <StatePill state={seen === undefined ? 'waiting' : looks[verdict.outcome]}>
          {seen === undefined ? words[unseen === undefined ? 'notYet' : 'unseen'] : words.verdicts[verdict.outcome]}
        </StatePill>
        {at !== undefined && (
          <span class="row-note">
            {unseen === undefined ? words.looked : words.tried} <RelativeTime at={at} now={now} texts={texts} />
          </span>
        )}
      </p>
      {at === undefined && <p class="row-note">{words.waiting}</p>}
      {at !== undefined && verdict.outcome !== 'shown' && (
        <p>
          {say(verdict.because, texts)}
          {verdict.outcome === 'wanting' && ` ${say(verdict.todo, texts)}`}
        </p>
      )}
      {seen !== undefined && unseen !== undefined && (
        <p class="row-note">
          {say(obstacleText(unseen.obstacle), texts)} {words.still(seen.at)}
        </p>
      )}
      {seen !== undefined && seen.failure === undefined && <Seen seen={seen} texts={texts} />}
      {action}
    </div>
  )
}

type Entry = { readonly term: Child; readonly value: Child }

/** The facts that most people ask for; the others on demand. */
function Seen({ seen, texts }: { readonly seen: AddressFacts; readonly texts: Texts }) {
  const words = texts.probes
  const headers = Object.entries(seen.headers ?? {})
  const more = moreEntries(seen, texts)
  return (
    <>
      {seen.findings !== undefined && (
        <ul class="list-disc pl-5" lang="en">
          {seen.findings.map(({ what, fix }) => (
            <li>
              {what} {fix}
            </li>
          ))}
        </ul>
      )}
      <DefinitionList entries={entriesOf(seen, texts)} />
      {more.length > 0 && (
        <Disclosure summary={words.more}>
          <DefinitionList entries={more} />
          {headers.length > 0 && (
            <>
              <p class="mt-3 mb-1">{words.headers}</p>
              <pre class="code p-3 whitespace-pre-wrap! [overflow-wrap:anywhere]" lang="en">
                {headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
              </pre>
            </>
          )}
        </Disclosure>
      )}
    </>
  )
}

function entriesOf(seen: AddressFacts, texts: Texts): Entry[] {
  const words = texts.probes
  const { finalAddress, hops, title, signIn, namesProduct } = seen
  const way = finalAddress && `${finalAddress}${hops > 0 ? ` (${words.hops(hops)})` : ''}`
  return [
    { term: words.answer, value: answerOf(seen, texts) },
    ...entry(words.final, way && <span class="[overflow-wrap:anywhere]">{way}</span>),
    ...entry(words.pageTitle, title && <bdi>{title}</bdi>),
    ...entry(words.signIn, signIn && words.signIns[signIn]),
    ...entry(words.namesProduct, namesProduct === undefined ? undefined : words.yesNo(namesProduct)),
  ]
}

function moreEntries({ status, milliseconds, contentType, families = {} }: AddressFacts, texts: Texts): Entry[] {
  const words = texts.probes
  const outcomes = texts.items.facts.outcome
  return [
    ...entry(words.took, status === undefined ? undefined : words.milliseconds(milliseconds)),
    ...entry(words.contentType, contentType),
    ...Object.entries(families).map(([family, { outcome, errors }]) => ({
      term: <code lang="en">{family}</code>,
      value: outcome === 'failed' ? outcomes.failed(Math.max(errors, 1)) : outcomes[outcome],
    })),
  ]
}

/** One entry, or none where nothing is known. */
function entry(term: string, value: Child | undefined): Entry[] {
  return value === undefined || value === '' ? [] : [{ term, value }]
}

/** What an address answered, in a few words. */
export function answerOf({ failure, status }: AddressFacts, texts: Texts): string {
  const words = texts.probes
  return failure === undefined ? words.status(status ?? 0) : say(failureWords[failure].because, texts)
}
