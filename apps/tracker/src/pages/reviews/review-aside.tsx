import type { ItemState } from '@sevenstep/onboarding'
import { responseTargets } from '../../domain/response-targets.ts'
import type { Compared } from '../../reads/reviews/read-review.ts'
import type { Texts } from '../../texts/index.ts'
import { titleOf } from '../checklist/told.tsx'
import { Card } from '../components/card.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { DueNote } from './due-note.tsx'
import { nameOf, type ReviewPageProps } from './review-page-props.ts'

/** Beside the items: what is new since the last review, who asked, until when, and the rest of the step. */
export function ReviewAside(props: ReviewPageProps) {
  return (
    <aside class="stack">
      <Since {...props} />
      <About {...props} />
      <Rest {...props} />
    </aside>
  )
}

function Since(props: ReviewPageProps) {
  const { frame, view } = props
  const { texts } = frame
  const { summary, states } = texts.reviews
  const { previous } = view
  if (previous === undefined || previous.decidedAt === null) {
    return (
      <Card title={summary.title}>
        <p>{summary.first}</p>
      </Card>
    )
  }
  const count = (wanted: Compared) => view.items.filter(({ sinceLast }) => sinceLast === wanted).length
  const when = texts.format.relative(previous.decidedAt.toISOString(), view.now)
  return (
    <Card title={summary.title}>
      <p>
        <b>{summary.counts(count('new'), count('changed'), count('same'))}</b>
      </p>
      <p class="quiet">{summary.last(states[previous.state].toLowerCase(), nameOf(props, previous.decidedBy), when)}</p>
      <p>
        <a class="link" href={`/reviews/${previous.id}`}>
          {summary.show}
        </a>
      </p>
    </Card>
  )
}

function About(props: ReviewPageProps) {
  const { frame, view } = props
  const { texts } = frame
  const { about, queue } = texts.reviews
  const { request, product, items, due } = view
  const under = request.state === 'open' || request.state === 'claimed'
  return (
    <Card title={about.title}>
      <DefinitionList
        entries={[
          { term: about.asked, value: <bdi>{nameOf(props, request.requestedBy)}</bdi> },
          ...(under
            ? [
                {
                  term: about.due,
                  value: (
                    <>
                      <DueNote due={due} now={view.now} texts={texts} plain />
                      <span class="quiet"> ({about.dueSource(responseTargets.review)})</span>
                    </>
                  ),
                },
              ]
            : []),
          { term: about.items, value: queue.items(items.length) },
          {
            term: about.step,
            value: (
              <a class="link" href={`/products/${product.id}/steps/${request.step}`}>
                {about.toStep}
              </a>
            ),
          },
        ]}
      />
    </Card>
  )
}

function Rest({ frame, view }: ReviewPageProps) {
  const { texts } = frame
  const words = texts.reviews.others
  if (view.others.length === 0) return null
  const against = view.others.filter(({ verdict, strength }) => strength === 'required' && notInOrder.has(verdict))
  const rest = view.others.filter((item) => !against.includes(item))
  return (
    <Card title={words.title}>
      {against.length > 0 && <p class="mb-2">{words.failing(against.length)}</p>}
      {against.length > 0 && (
        <ul class="mb-2 list-disc pl-5">
          {against.map((item) => (
            <li>
              <ItemLink item={item} productId={view.product.id} texts={texts} />
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <Disclosure summary={`${words.label} (${texts.format.number(rest.length)})`}>
          <ul class="list-disc pl-5">
            {rest.map((item) => (
              <li>
                <ItemLink item={item} productId={view.product.id} texts={texts} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  )
}

const notInOrder: ReadonlySet<ItemState['verdict']> = new Set([
  'failing',
  'could-not-be-checked',
  'advised',
  'expired',
  'changes-requested',
  'not-started',
  'opened',
])

interface ItemLinkProps {
  readonly item: ItemState
  readonly productId: string
  readonly texts: Texts
}

function ItemLink({ item, productId, texts }: ItemLinkProps) {
  return (
    <>
      <a class="link" href={`/products/${productId}/items/${item.id}`}>
        {titleOf(item, texts)}
      </a>
      <span class="quiet">: {texts.shared.verdicts[item.verdict].toLowerCase()}</span>
    </>
  )
}
