import type { Report } from '@sevenstep/findings'
import type { Texts } from '../../texts/index.ts'

const mostShown = 3

/** What one part of an upload shows and another was judged with; nothing where no part told another anything. */
export function HandedOn({ report, texts }: { readonly report: Report; readonly texts: Texts }) {
  const words = texts.checks.handedOn
  const known = report.subjects.flatMap(({ path, handedOn = [] }) => handedOn.map((one) => ({ ...one, path })))
  if (known.length === 0) return null
  const isWorded = (fact: string): fact is keyof typeof words.facts => Object.hasOwn(words.facts, fact)
  return (
    <div class="small mt-3">
      <p>{words.intro}</p>
      <ul class="recognised mt-1">
        {known.map(({ path, fact, words: english, from }) => (
          <li>
            <bdi>{path === '.' ? texts.checks.recognised.all : path}</bdi>{' '}
            <span class="quiet">
              {isWorded(fact) ? words.facts[fact] : <span lang="en">{english}</span>}, {words.from}{' '}
              <bdi>{from.slice(0, mostShown).join(', ')}</bdi>
              {from.length > mostShown && ` ${texts.checks.recognised.more(from.length - mostShown)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
