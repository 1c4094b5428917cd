import { familiesOf, type ItemDefinition, isDecidedByRun, probeRuleOf, settledByProbe } from '@sevenstep/onboarding'
import type { Texts } from '../../texts/index.ts'
import { evidenceRequestOf } from '../../verbs/items/item-at-hand.ts'
import { Cited, say } from '../checklist/told.tsx'
import { Card, Section } from '../components/card.tsx'
import { BallMark } from '../components/guidance.tsx'
import { Icon } from '../components/icon.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { type ItemPageProps, itemAddress } from './item-page-props.ts'

/** What is asked, why, and how it is proved; beside it who proves it, how long it takes and who decides. */
export function AboutBlock({ frame, view, looksAtAddresses }: ItemPageProps) {
  const { texts } = frame
  const { about } = texts.items
  const { item, waitsFor } = view
  const takesEvidence = item.verification.by !== 'automatic'
  const byProbe = isByProbe(view)
  const byPerson = takesEvidence && !isByRun(view) && !byProbe
  return (
    <Section
      title={about.title}
      lead={byProbe ? <BySight texts={texts} /> : byPerson && <ByPerson view={view} texts={texts} />}
      id="about"
    >
      <div class="columns">
        <Card>
          <div class="prose [&>h3+*]:mt-0.5!">
            <p>{say(item.what, texts)}</p>
            <h3>{about.why}</h3>
            <p>{say(item.why, texts)}</p>
            <h3>{about.how}</h3>
            <p>{say(item.how, texts)}</p>
            {familiesOf(item).length > 0 && (
              <p>
                <a href={`/products/${view.product.id}/checks`}>{about.toCheck}</a>
              </p>
            )}
            {takesEvidence && <Accepts item={item} looks={looksAtAddresses} texts={texts} />}
            {waitsFor.length > 0 && (
              <>
                <h3>{about.waitsFor}</h3>
                <ul>
                  {waitsFor.map((other) => (
                    <li>
                      <a href={itemAddress({ product: view.product, item: other })}>{say(other.title, texts)}</a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <Cited citation={item.citation} label={about.source} texts={texts} />
          </div>
        </Card>
        <Card>
          <DefinitionList entries={termsOf(view, looksAtAddresses, texts)} />
        </Card>
      </div>
    </Section>
  )
}

/** Said wherever no rule has decided; where one could, it says that too. */
function ByPerson({ view, texts }: { readonly view: ItemPageProps['view']; readonly texts: Texts }) {
  const { byEither, byPerson } = texts.items.about
  return (
    <span class="quiet small inline-flex items-center gap-1.5">
      <Icon name="person" size={14} />
      {familiesOf(view.item).length > 0 ? byEither : byPerson}
    </span>
  )
}

/** Said where our server saw what settles it. */
function BySight({ texts }: { readonly texts: Texts }) {
  return (
    <span class="quiet small inline-flex items-center gap-1.5">
      <Icon name="external" size={14} />
      {texts.probes.bySight}
    </span>
  )
}

/** True where what our server saw settles it. */
function isByProbe(view: ItemPageProps['view']): boolean {
  const rule = probeRuleOf(view.item)
  return rule !== undefined && !isByRun(view) && settledByProbe(rule, { ...view.record, now: view.now }) !== undefined
}

/** True where a run has decided what else people would have. */
function isByRun({ item, run }: ItemPageProps['view']): boolean {
  return isDecidedByRun(familiesOf(item), run?.families ?? {})
}

function decidedBy(view: ItemPageProps['view'], looks: boolean, texts: Texts): string {
  const { by } = texts.items.about
  const { verification } = view.item
  if (verification.by === 'automatic') return by.automatic(verification.families.length)
  const rule = looks || isByProbe(view) ? probeRuleOf(view.item) : undefined
  const bySight = rule && texts.probes.decidedBy[rule.settles]
  if (verification.by === 'probe') return bySight ?? by.evidence
  if (verification.by !== 'evidence' || verification.rules === undefined) return by[verification.by]
  const check = by.run[verification.rules.room]
  if (isByRun(view)) return check
  return bySight === undefined ? by.orPerson(check) : by.orElse(check, bySight)
}

function termsOf(view: ItemPageProps['view'], looks: boolean, texts: Texts) {
  const { about } = texts.items
  const { item, standing } = view
  return [
    { term: about.strength, value: texts.shared.strengths[item.strength] },
    { term: about.owner, value: texts.shared.balls[item.owner] },
    { term: about.turn, value: <BallMark ball={standing.ball} texts={texts} /> },
    { term: about.effort, value: texts.format.effort(item.effortMinutes) },
    { term: about.decidedBy, value: decidedBy(view, looks, texts) },
  ]
}

interface AcceptsProps {
  readonly item: ItemDefinition
  readonly looks: boolean
  readonly texts: Texts
}

function Accepts({ item, looks, texts }: AcceptsProps) {
  const { about } = texts.items
  const request = evidenceRequestOf(item)
  if (request === undefined) return null
  const rule = looks ? probeRuleOf(item) : undefined
  const kinds = new Intl.ListFormat(texts.language === 'nl' ? 'nl-NL' : 'en-GB', { type: 'disjunction' }).format(
    request.accepts.map((kind) => about.kinds[kind]),
  )
  return (
    <p>
      {about.accepts(kinds)}
      {request.validForDays !== undefined && ` ${about.validFor(request.validForDays)}`}
      {rule !== undefined && ` ${texts.probes.asks(rule.pages)}`}
    </p>
  )
}
