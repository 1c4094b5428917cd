import type { RuleFindings, RunDifference, RunView } from '../../checks/run-view.ts'
import type { FoundSecret } from '../../checks/worker/messages.ts'
import type { Texts } from '../../texts/index.ts'
import { Banner } from '../components/banner.tsx'
import { Disclosure, Empty } from '../components/guidance.tsx'
import { type ChoiceLink, FilterChips } from '../components/links.tsx'
import { RuleCard } from './rule-card.tsx'

/** Which findings are wanted; kept in the address. */
export type Wanted = 'all' | 'error' | 'warning' | 'info' | 'new'

/** True for a value of `?show`. */
export function isWanted(value: unknown): value is Wanted {
  return value === 'all' || value === 'error' || value === 'warning' || value === 'info' || value === 'new'
}

interface FindingsProps {
  readonly view: RunView
  readonly wanted: Wanted
  /** Address of the run's page. */
  readonly href: string
  readonly productId: string
  readonly texts: Texts
}

/** What a run found: blocking first, one card for each rule, notes folded away unless they were asked for. */
export function Findings({ view, wanted, href, productId, texts }: FindingsProps) {
  const words = texts.checks
  if (view.groups.length === 0) {
    return (
      <section class="stack" aria-label={words.filter.label}>
        <NotCheckedNotice view={view} texts={texts} />
        <Empty title={words.passed.title} why={words.passed.why} icon="check" />
        {view.notChecked.length > 0 && <NotChecked view={view} texts={texts} />}
      </section>
    )
  }
  const chosen = view.groups.filter((group) => isChosen(group, wanted))
  const loud = wanted === 'info' ? chosen : chosen.filter(({ severity }) => severity !== 'info')
  const notes = wanted === 'info' ? [] : chosen.filter(({ severity }) => severity === 'info')
  return (
    <section class="stack" aria-label={words.filter.label}>
      <NotCheckedNotice view={view} texts={texts} />
      <FilterChips label={words.filter.label} links={chips(view, wanted, href, texts)} texts={texts} />
      {loud.map((group) => (
        <RuleCard group={group} productId={productId} texts={texts} />
      ))}
      {chosen.length === 0 && <p class="quiet">{words.filter.none}</p>}
      {notes.length > 0 && <FoldedNotes groups={notes} href={href} texts={texts} />}
      {view.notChecked.length > 0 && <NotChecked view={view} texts={texts} />}
    </section>
  )
}

function isChosen({ severity, first, more }: RuleFindings, wanted: Wanted): boolean {
  if (wanted === 'new') return [first, ...more].some(({ isNew }) => isNew)
  return wanted === 'all' || severity === wanted
}

function countOf(groups: readonly RuleFindings[]): number {
  return groups.reduce((sum, { more }) => sum + 1 + more.length, 0)
}

function chips(view: RunView, wanted: Wanted, href: string, texts: Texts): readonly ChoiceLink[] {
  const kinds: readonly Wanted[] = [
    'all',
    'error',
    'warning',
    'info',
    ...(view.difference === undefined ? [] : ['new' as const]),
  ]
  return kinds.map((kind) => ({
    href: kind === 'all' ? href : `${href}?show=${kind}`,
    label: texts.checks.filter[kind],
    count:
      kind === 'new' ? (view.difference?.appeared ?? 0) : countOf(view.groups.filter((group) => isChosen(group, kind))),
    current: kind === wanted,
  }))
}

/** One line for each rule; their places are on the page of notes, since there may be a thousand of them. */
function FoldedNotes({
  groups,
  href,
  texts,
}: {
  readonly groups: readonly RuleFindings[]
  href: string
  texts: Texts
}) {
  return (
    <Disclosure summary={texts.checks.notes(countOf(groups))}>
      <ul class="stack">
        {groups.map(({ rule, title, more }) => (
          <li>
            <a class="link" lang="en" href={`${href}?show=info#rule-${rule}`}>
              {title}
            </a>{' '}
            <span class="quiet">{texts.format.number(more.length + 1)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** How many rules were left out, said before anything else, with the way to what would let them judge. */
function NotCheckedNotice({ view, texts }: { readonly view: RunView; readonly texts: Texts }) {
  const words = texts.checks.notChecked
  if (view.notChecked.length === 0) return null
  return (
    <p class="small">
      {words.title(rulesOf(view))}.{' '}
      <a class="link" href={`#${notCheckedId}`}>
        {view.notChecked.some(({ handIn }) => handIn !== undefined) ? words.notice : words.why}
      </a>
    </p>
  )
}

const notCheckedId = 'not-checked'

function rulesOf({ notChecked }: RunView): number {
  return new Set(notChecked.flatMap(({ rules }) => rules)).size
}

function NotChecked({ view, texts }: { readonly view: RunView; readonly texts: Texts }) {
  const words = texts.checks.notChecked
  // Where most rules lack something, that comes first.
  const sorted = view.notChecked.toSorted((left, right) => right.rules.length - left.rules.length)
  return (
    <Disclosure summary={words.title(rulesOf(view))}>
      <ul class="stack" id={notCheckedId}>
        {sorted.map(({ of, reason, handIn, rules }) => (
          <li>
            {of.length > 0 && (
              <>
                <bdi class="wrap-anywhere">
                  {texts.format.list(of.map((path) => (path === '.' ? texts.checks.recognised.all : path)))}
                </bdi>
                {': '}
              </>
            )}
            <span lang="en">
              {reason} {handIn !== undefined && <b>{handIn}</b>}
            </span>{' '}
            <span class="quiet" title={rules.join(', ')}>
              {words.rules(rules.length)}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** Which files hold a secret, by name and line; the value itself is shown nowhere. */
export function Secrets({ secrets, texts }: { readonly secrets: readonly FoundSecret[]; readonly texts: Texts }) {
  if (secrets.length === 0) return null
  const words = texts.checks.secrets
  const places = new Set(
    secrets.map(({ path, file, line }) => words.place(path.endsWith(file) ? path : `${path}!${file}`, line)),
  )
  return (
    <Banner level="error" title={words.title(new Set(secrets.map(({ path }) => path)).size)}>
      <p>{texts.format.list([...places].slice(0, 12))}</p>
      <p>{words.todo}</p>
    </Banner>
  )
}

/** What changed since the run before. */
export function Difference({ difference, texts }: { readonly difference: RunDifference | undefined; texts: Texts }) {
  const words = texts.checks.difference
  if (difference === undefined) return null
  const { appeared, gone, stayed, goneTitles } = difference
  return (
    <div class="small">
      <p>
        <b>{words.title}</b>: {[words.appeared(appeared), words.gone(gone), words.stayed(stayed)].join(' · ')}
      </p>
      {goneTitles.length > 0 && (
        <Disclosure summary={words.goneList}>
          <ul class="stack" lang="en">
            {goneTitles.slice(0, 30).map((title) => (
              <li>{title}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
