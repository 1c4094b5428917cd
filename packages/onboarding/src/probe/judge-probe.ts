import type { Judgement } from '../item.ts'
import { dateText } from '../state/date-text.ts'
import { counted, text } from '../text.ts'
import { compareInstants, hasCome } from '../time/instants.ts'
import type { Instant, Text } from '../vocabulary.ts'
import type { ProbedAddress, ProbeRecord } from './address-facts.ts'
import { topicWords } from './failure-words.ts'
import { hostOf, judgeAddress } from './judge-address.ts'
import { isAbout } from './page-topics.ts'
import type { ProbeRule } from './probe-rule.ts'

/**
 * Judges an item by what was seen at the addresses handed in for it. A plain failure is `missing` at once; `unknown` is for
 * people to decide, with the reason why the machine cannot.
 */
export function judgeProbe(rule: ProbeRule, { addresses }: ProbeRecord, now: Instant): Judgement {
  const verdicts = addresses.map((probed) => judgeAddress(rule, probed))
  const wanting = verdicts.find(({ outcome }) => outcome === 'wanting')
  if (wanting?.outcome === 'wanting') return { outcome: 'missing', because: wanting.because, todo: wanting.todo }
  const because =
    verdicts.find((verdict) => verdict.outcome === 'open')?.because ??
    (addresses.some(({ validUntil }) => hasCome(validUntil, now)) ? outdated : undefined) ??
    lackingPage(rule, addresses)
  if (because !== undefined) return { outcome: 'unknown', because, todo: reviewerDecides }
  const said = seenText(addresses)
  return rule.settles === 'everything'
    ? { outcome: 'done', proof: said }
    : { outcome: 'unknown', because: said, todo: reviewerDecides }
}

/** Which page is not among those handed in; nothing where all are. */
function lackingPage({ pages, topics = [] }: ProbeRule, addresses: readonly ProbedAddress[]): Text | undefined {
  const different = new Set(addresses.map(({ address, seen }) => seen?.finalAddress ?? address)).size
  if (different < pages) {
    const asked = counted(pages, ['page is', 'different pages are'], ['pagina wordt', 'verschillende pagina’s worden'])
    return text(
      `${asked.en} asked for; our server has seen ${different} of them.`,
      `${asked.nl} gevraagd; onze server heeft er ${different} gezien.`,
    )
  }
  const lacking = topics.find((topic) => !addresses.some((probed) => isAbout(probed, topic)))
  if (lacking === undefined) return undefined
  const { en, nl } = topicWords[lacking]
  return text(
    `All addresses answer; that one of them is about ${en} cannot be told from address or title.`,
    `Alle adressen antwoorden; dat er een over ${nl} gaat, blijkt niet uit adres of titel.`,
  )
}

/** What was seen, with the day of the oldest look. */
function seenText(addresses: readonly ProbedAddress[]): Text {
  const moments = addresses.flatMap(({ seen }) => seen?.at ?? []).sort(compareInstants)
  const day = dateText((moments[0] ?? '').slice(0, 10))
  const hosts = [...new Set(addresses.map(({ address }) => hostOf(address)))].join(', ')
  const count = counted(addresses.length, ['address', 'addresses'], ['adres', 'adressen'])
  const verb = addresses.length === 1 ? 'antwoordt' : 'antwoorden'
  return text(
    `Our server looked on ${day.en}: ${count.en} at ${hosts} ${addresses.length === 1 ? 'answers' : 'answer'} as asked.`,
    `Onze server keek op ${day.nl}: ${count.nl} bij ${hosts} ${verb} zoals gevraagd.`,
  )
}

const outdated = text(
  'What our server saw is too long ago to count.',
  'Wat onze server zag, is te lang geleden om te tellen.',
)
const reviewerDecides = text(
  'Nothing to do until our server has looked again or a reviewer decides.',
  'U hoeft niets te doen tot onze server opnieuw heeft gekeken of een beoordelaar beslist.',
)
