import type { Finding } from '@sevenstep/findings'
import { type ItemId, ruleFamiliesNamed } from '@sevenstep/onboarding'
import { allFamilies } from '../../checks/all-rules.ts'
import type { FoundPlace, RuleFindings } from '../../checks/run-view.ts'
import type { Texts } from '../../texts/index.ts'
import { Card } from '../components/card.tsx'
import { CodeFrame, Diff } from '../components/code.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { SeverityPill } from '../components/pill.tsx'

interface RuleCardProps {
  readonly group: RuleFindings
  readonly productId: string
  readonly texts: Texts
  /** Where the card stands on the page of the item itself, which then needs no link to it. */
  readonly isOnItem?: boolean
}

const mostPlaces = 60

/** All that one rule found: what, why and fix of the first place with its lines, the other places folded away. */
export function RuleCard({ group, productId, texts, isOnItem = false }: RuleCardProps) {
  const { rule, title, severity, first, more, isMendable, isNew } = group
  const words = texts.checks.finding
  const item = isOnItem ? undefined : itemOfRule.get(rule)
  return (
    <Card
      id={`rule-${rule}`}
      title={<span lang="en">{title}</span>}
      lead={<SeverityPill severity={severity} texts={texts} />}
      note={
        <>
          <code>{rule}</code>
          {isMendable && ` · ${words.automatic}`}
          {isNew && ` · ${words.isNew}`}
        </>
      }
    >
      <Sentences finding={first.finding} texts={texts} />
      <Place place={first} texts={texts} />
      <Mend place={first} texts={texts} />
      {more.length > 0 && <MorePlaces places={more} texts={texts} />}
      <p class="code-place">
        <a class="link" href={`/products/${productId}/checks/rules/${rule}`}>
          {words.explained}
        </a>
        {item !== undefined && (
          <>
            {' · '}
            <a class="link" href={`/products/${productId}/items/${item}`}>
              {words.item}
            </a>
          </>
        )}
        {first.finding.code !== undefined && ` · ${words.code(first.finding.code)}`}
      </p>
    </Card>
  )
}

function Sentences({ finding, texts }: { readonly finding: Finding; readonly texts: Texts }) {
  const { what, why, fix } = finding.message
  return (
    <div class="prose mb-3">
      <p lang="en">
        <b>{what}</b> {why}
      </p>
      {fix !== '' && (
        <p>
          <b>{texts.checks.finding.fix}: </b>
          <span lang="en">{fix}</span>
        </p>
      )}
    </div>
  )
}

function Place({ place, texts }: { readonly place: FoundPlace; readonly texts: Texts }) {
  const { shown } = place
  const told = placeOf(place, texts)
  if (shown === undefined) return <p class="code-place">{told}</p>
  return (
    <>
      <CodeFrame firstLine={shown.firstLine} lines={shown.lines} marks={shown.marks} label={labelOf(place, texts)} />
      <p class="code-place">{told}</p>
    </>
  )
}

function Mend({ place, texts }: { readonly place: FoundPlace; readonly texts: Texts }) {
  const mend = place.shown?.mend
  if (mend === undefined) return null
  const label = texts.checks.finding.wouldWrite[mend.kind]
  return (
    <div class="mt-3">
      <Disclosure summary={label}>
        <Diff lines={mend.changes} label={`${label}: ${labelOf(place, texts)}`} texts={texts} />
      </Disclosure>
    </div>
  )
}

function MorePlaces({ places, texts }: { readonly places: readonly FoundPlace[]; readonly texts: Texts }) {
  const words = texts.checks.finding
  const listed = places.slice(0, mostPlaces)
  const left = places.length - listed.length
  return (
    <div class="mt-3">
      <Disclosure summary={words.more(places.length)}>
        <ul class="stack">
          {listed.map((place) => (
            <li>
              <p class="small">
                <b>{placeOf(place, texts)}</b> <span lang="en">{place.finding.message.what}</span>
              </p>
              {place.shown !== undefined && (
                <CodeFrame
                  firstLine={place.shown.firstLine}
                  lines={place.shown.lines}
                  marks={place.shown.marks}
                  label={labelOf(place, texts)}
                />
              )}
            </li>
          ))}
        </ul>
        {left > 0 && <p class="code-place">{words.unlisted(left)}</p>}
      </Disclosure>
    </div>
  )
}

/** Where a finding is: the file and its line, or the whole file. */
function placeOf({ path, finding, shown }: FoundPlace, texts: Texts): string {
  const line = finding.range?.start.line
  const isWhole = shown === undefined && (finding.pointer ?? '') === '' && (line ?? 1) === 1
  return line === undefined || isWhole ? texts.checks.finding.wholeFile(path) : texts.shared.code.place(path, line)
}

/** Names a frame for screen readers, apart from every other on the page. */
function labelOf(place: FoundPlace, texts: Texts): string {
  const { ruleId, range } = place.finding
  return `${placeOf(place, texts)}:${range?.start.column ?? 1} (${ruleId})`
}

/** The checklist item that each rule decides. */
const itemOfRule: ReadonlyMap<string, ItemId> = new Map(
  allFamilies.flatMap(({ id, rules }) => {
    const item = ruleFamiliesNamed().get(id)
    return item === undefined ? [] : Object.keys(rules).map((rule) => [rule, item] as const)
  }),
)
