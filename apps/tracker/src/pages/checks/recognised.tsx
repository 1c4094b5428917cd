import type { Report, Subject } from '@sevenstep/findings'
import { isSubjectKind, roomOfKind } from '../../checks/room-of-kind.ts'
import { stepOfRoom, stepsInWords } from '../../checks/step-of-room.ts'
import type { ReadingTrouble } from '../../checks/worker/messages.ts'
import type { RunDetail } from '../../db/schema/index.ts'
import type { Texts } from '../../texts/index.ts'
import { Banner } from '../components/banner.tsx'
import { Section } from '../components/card.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { HandedOn } from './handed-on.tsx'

interface RecognisedProps {
  readonly report: Report
  readonly detail: RunDetail
  /** Flows that are drawn further down. */
  readonly flows: number
  readonly texts: Texts
}

const mostThings = 60

/** What an upload turned out to be: every kind with its step and by what it was judged, what was left out, and what nobody knows. */
export function Recognised({ report, detail, flows, texts }: RecognisedProps) {
  const words = texts.checks.recognised
  const { unread = [], idle = [], unrecognised = [], reported = [] } = detail
  const { subjects } = report
  return (
    <>
      {unread.length > 0 && <Unread unread={unread} texts={texts} />}
      <Section title={words.title} id="recognised">
        <ul class="small recognised">
          {subjects.slice(0, mostThings).map((subject) => (
            <li>
              <b>{kindOf(subject, texts)}</b> <bdi>{subject.path === '.' ? words.all : subject.path}</bdi>{' '}
              <span class="quiet">{judgedAs(subject, texts)}</span>
            </li>
          ))}
        </ul>
        {subjects.length > mostThings && <p class="small quiet">{words.more(subjects.length - mostThings)}</p>}
        {flows > 0 && (
          <p class="small mt-2">
            <a class="link" href="#flows">
              {texts.checks.flows.title(flows)}
            </a>
          </p>
        )}
        <HandedOn report={report} texts={texts} />
        {reported.length > 0 && (
          <div class="small mt-3">
            <p>{words.reported}</p>
            <ul class="recognised mt-1">
              {reported.map(({ path, facts, rooms }) => (
                <li>
                  <bdi>{path}</bdi> <span class="quiet">{words.facts(facts, stepsInWords(rooms)[texts.language])}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {idle.length > 0 && (
          <div class="mt-3">
            <Disclosure summary={words.idle(idle.length)}>
              <Told trouble={idle} texts={texts} />
            </Disclosure>
          </div>
        )}
        {unrecognised.length > 0 && (
          <div class="mt-3">
            <Disclosure summary={words.unrecognised(unrecognised.length)}>
              <p class="small quiet">{words.unrecognisedWhy}</p>
              <ul class="small recognised mt-1">
                {unrecognised.map((path) => (
                  <li>
                    <bdi>{path}</bdi>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )}
      </Section>
    </>
  )
}

function Unread({ unread, texts }: { readonly unread: readonly ReadingTrouble[]; readonly texts: Texts }) {
  const words = texts.checks.recognised
  return (
    <Banner level="conflict" title={words.unread}>
      <Told trouble={unread} texts={texts} />
      <p>{words.unreadMeans}</p>
    </Banner>
  )
}

const mostTold = 12

function Told({ trouble, texts }: { readonly trouble: readonly ReadingTrouble[]; readonly texts: Texts }) {
  const { language } = texts
  return (
    <ul class="small stack">
      {trouble.slice(0, mostTold).map(({ what, why, fix }) => (
        <li>
          <b>{what[language]}</b> {why[language]} {fix[language]}
        </li>
      ))}
    </ul>
  )
}

function kindOf({ kind }: Subject, { checks }: Texts): string {
  return isSubjectKind(kind) ? checks.recognised.kinds[kind] : kind
}

/** Its step, and the profile of its room in words; the edition stands over the page. */
function judgedAs({ kind, profile }: Subject, texts: Texts): string {
  const { checks, shared } = texts
  const room = roomOfKind(kind)
  if (room === undefined) return profile
  const profiles: Readonly<Record<string, string>> = checks.profiles
  const words = room === 'certification-rules' ? (profiles[profile] ?? profile) : checks.judgedAs[room]
  return `${shared.stepNumber(stepOfRoom[room])}, ${words}`
}
