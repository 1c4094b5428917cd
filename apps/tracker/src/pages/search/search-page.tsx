import type { PropsWithChildren } from 'hono/jsx'
import type { SearchGroup, SearchResults } from '../../reads/search/read-search.ts'
import type { SearchTerms } from '../../reads/search/search-terms.ts'
import type { Texts } from '../../texts/index.ts'
import { Banner } from '../components/banner.tsx'
import { Button } from '../components/button.tsx'
import { Section } from '../components/card.tsx'
import type { Frame } from '../components/frame.ts'
import { Empty } from '../components/guidance.tsx'
import { TextInput } from '../components/inputs.tsx'
import { Headline, Page } from '../components/page.tsx'
import { cellOfVerdict, VerdictPill } from '../components/pill.tsx'
import { StateSign } from '../components/step-strip.tsx'

interface SearchPageProps {
  readonly frame: Frame
  /** Absent where nothing was asked. */
  readonly terms?: SearchTerms
  readonly results?: SearchResults
}

/** What was found, by kind; without a question it says what can be found. */
export function SearchPage({ frame, terms, results }: SearchPageProps) {
  const { texts } = frame
  const words = texts.search
  const groups = results === undefined ? [] : [results.isvs, results.products, results.items, results.rules]
  const count = groups.reduce((sum, { found }) => sum + found.length, 0)
  const isMore = groups.some(({ more }) => more)
  const title =
    terms === undefined
      ? words.headline
      : count === 0
        ? words.nothing(terms.query)
        : words.found(count, isMore, terms.query)
  return (
    <Page frame={frame} title={words.title} width="reading">
      <Headline title={title} />
      {terms?.renamed.map(({ now, before, meaning }) => (
        <Banner level="info" title={words.renamed(texts.format.list(before), now[texts.language])}>
          <p>{meaning[texts.language]}</p>
        </Banner>
      ))}
      {count === 0 && (
        <div class="stack">
          <search>
            <form action="/search" class="form">
              <TextInput
                name="q"
                type="search"
                label={words.label}
                hint={words.hint}
                value={terms?.query}
                maxlength={200}
                texts={texts}
              />
              <Button kind="primary">{words.submit}</Button>
            </form>
          </search>
          <Empty icon="search" title={words.emptyTitle} why={words.emptyWhy} />
        </div>
      )}
      {results !== undefined && count > 0 && <Groups results={results} texts={texts} />}
    </Page>
  )
}

function Groups({ results, texts }: { readonly results: SearchResults; readonly texts: Texts }) {
  const { groups, externalId, ofIsv } = texts.search
  return (
    <>
      <Group title={groups.isvs} group={results.isvs} texts={texts}>
        {results.isvs.found.map(({ id, name, externalId: number }) => (
          <Result
            href={`/isvs/${id}`}
            title={name}
            note={number === null ? undefined : externalId(number)}
            texts={texts}
          />
        ))}
      </Group>
      <Group title={groups.products} group={results.products} texts={texts}>
        {results.products.found.map(({ id, name, isv }) => (
          <Result href={`/products/${id}`} title={name} note={ofIsv(isv)} texts={texts} />
        ))}
      </Group>
      <Group title={groups.items} group={results.items} texts={texts}>
        {results.items.found.map((found) => (
          <Item found={found} texts={texts} />
        ))}
      </Group>
      <Group title={groups.rules} group={results.rules} texts={texts}>
        {results.rules.found.map(({ id, title }) => (
          <Result
            href={
              results.ruleProductId === undefined ? undefined : `/products/${results.ruleProductId}/checks/rules/${id}`
            }
            title={title}
            note={id}
            language="en"
            texts={texts}
          />
        ))}
      </Group>
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly group: SearchGroup<unknown>
  readonly texts: Texts
}

function Group({ title, group, texts, children }: PropsWithChildren<GroupProps>) {
  if (group.found.length === 0) return null
  return (
    <Section title={title} lead={<span class="count">{texts.format.number(group.found.length)}</span>}>
      <ul class="rows" aria-label={title} data-rows>
        {children}
      </ul>
      {group.more && <p class="quiet mt-2">{texts.search.more}</p>}
    </Section>
  )
}

interface ResultProps {
  readonly href: string | undefined
  readonly title: string
  readonly note: string | undefined
  readonly language?: 'en'
  readonly texts: Texts
}

function Result({ href, title, note, language, texts }: ResultProps) {
  return (
    <li class="row" data-row={href !== undefined}>
      <span />
      <div>
        <p class="row-title" lang={language}>
          {title}
        </p>
        {note !== undefined && <p class="row-note">{note}</p>}
      </div>
      <span />
      {href !== undefined && (
        <a class="row-action" href={href} aria-label={`${texts.search.open}: ${title}`}>
          {texts.search.open}
        </a>
      )}
    </li>
  )
}

/** An item with the products in which it has to be proved, the worst first; each of those is a link of its own. */
function Item({ found, texts }: { readonly found: SearchResults['items']['found'][number]; readonly texts: Texts }) {
  const { item, places } = found
  const [only] = places
  const verdicts = texts.shared.verdicts
  const note = `${item.number} · ${texts.shared.stepNumber(item.step)}: ${texts.shared.steps[item.step]}`
  if (only !== undefined && places.length === 1) {
    return (
      <li class="row" data-row>
        {only.verdict === undefined ? (
          <span />
        ) : (
          <StateSign cell={cellOfVerdict(only.verdict)} label={verdicts[only.verdict]} />
        )}
        <div>
          <p class="row-title">{item.title[texts.language]}</p>
          <p class="row-note">{note}</p>
        </div>
        <div class="row-note">{only.product}</div>
        <a
          class="row-action"
          href={`/products/${only.productId}/items/${item.id}`}
          aria-label={`${texts.search.open}: ${item.title[texts.language]}`}
        >
          {texts.search.open}
        </a>
      </li>
    )
  }
  return (
    <li class="row">
      <span />
      <div class="col-span-full">
        <p class="row-title">{item.title[texts.language]}</p>
        <p class="row-note">{note}</p>
        {places.length === 0 && <p class="row-note">{texts.search.noPlaces}</p>}
        <ul class="mt-1 grid gap-1">
          {places.map(({ productId, product, verdict }) => (
            <li class="relative">
              {verdict !== undefined && <VerdictPill verdict={verdict} texts={texts} />}{' '}
              <a class="underline" href={`/products/${productId}/items/${item.id}`}>
                {product}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
