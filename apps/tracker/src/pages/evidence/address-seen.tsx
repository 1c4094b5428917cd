import {
  type AddressFacts,
  failureWords,
  judgeAddress,
  obstacleWords,
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
  const verdict = judgeAddress(rule, probed)
  return (
    <div class="address-seen">
      <p class="mb-1 flex flex-wrap items-center gap-2">
        <StatePill state={looks[verdict.outcome]}>{words.verdicts[verdict.outcome]}</StatePill>
        <span class="row-note">
          {seen === undefined && unseen === undefined ? (
            words.waiting
          ) : (
            <>
              {words.looked} <RelativeTime at={unseen?.at ?? seen?.at ?? now} now={now} texts={texts} />
            </>
          )}
        </span>
      </p>
      {verdict.outcome !== 'shown' && (seen !== undefined || unseen !== undefined) && (
        <p>
          {say(verdict.because, texts)}
          {verdict.outcome === 'wanting' && ` ${say(verdict.todo, texts)}`}
        </p>
      )}
      {seen !== undefined && unseen !== undefined && (
        <p class="row-note">
          {say(obstacleWords[unseen.obstacle], texts)} {words.still(seen.at)}
        </p>
      )}
      {seen !== undefined && <Seen seen={seen} texts={texts} />}
      {action}
    </div>
  )
}

function Seen({ seen, texts }: { readonly seen: AddressFacts; readonly texts: Texts }) {
  const words = texts.probes
  const headers = Object.entries(seen.headers ?? {})
  return (
    <>
      <DefinitionList entries={entriesOf(seen, texts)} />
      {headers.length > 0 && (
        <Disclosure summary={words.headers}>
          <pre class="code p-3" lang="en">
            {headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
          </pre>
        </Disclosure>
      )}
    </>
  )
}

function entriesOf(seen: AddressFacts, texts: Texts): { term: Child; value: Child }[] {
  const words = texts.probes
  const { status, finalAddress, hops, milliseconds, contentType, title, signIn, namesProduct } = seen
  const entries: { term: Child; value: Child }[] = [{ term: words.answer, value: answerOf(seen, texts) }]
  const add = (term: string, value: Child | undefined) => {
    if (value !== undefined) entries.push({ term, value })
  }
  if (status !== undefined) add(words.took, words.milliseconds(milliseconds))
  if (finalAddress !== undefined) {
    add(
      words.final,
      <span class="[overflow-wrap:anywhere]">{`${finalAddress}${hops > 0 ? ` (${words.hops(hops)})` : ''}`}</span>,
    )
  }
  add(words.contentType, contentType)
  add(words.pageTitle, title && <bdi>{title}</bdi>)
  add(words.signIn, signIn && words.signIns[signIn])
  add(words.namesProduct, namesProduct === undefined ? undefined : words.yesNo(namesProduct))
  for (const [family, { outcome, errors }] of Object.entries(seen.families ?? {})) {
    const told =
      outcome === 'failed' ? texts.items.facts.outcome.failed(Math.max(errors, 1)) : texts.items.facts.outcome[outcome]
    entries.push({ term: <code lang="en">{family}</code>, value: told })
  }
  return entries
}

/** What an address answered, in a few words. */
export function answerOf({ failure, status }: AddressFacts, texts: Texts): string {
  const words = texts.probes
  return failure === undefined ? words.status(status ?? 0) : say(failureWords[failure].because, texts)
}
