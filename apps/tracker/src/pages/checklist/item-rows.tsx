import { type ItemRecord, type ItemState, type ItemVerdict, itemById } from '@sevenstep/onboarding'
import type { ProductView } from '../../reads/checklist/product-view.ts'
import type { Texts } from '../../texts/index.ts'
import { Disclosure } from '../components/guidance.tsx'
import { ItemRow, RowList } from '../components/lists.tsx'
import { cellOfVerdict, StatePill } from '../components/pill.tsx'
import { RelativeTime } from '../components/times.tsx'
import { ItemBecause, titleOf } from './told.tsx'

/** Worst first: what has to be mended, what somebody decides now, what is open, what waits. */
const urgency: Readonly<Record<ItemVerdict, number>> = {
  failing: 0,
  expired: 1,
  'changes-requested': 2,
  advised: 3,
  'could-not-be-checked': 4,
  'in-review': 5,
  opened: 6,
  'not-started': 7,
  'handed-in': 8,
  waiting: 9,
  'needs-answer': 10,
  waived: 11,
  proved: 12,
  'not-needed': 13,
}

/** True where nothing more has to be done. */
export function isProved({ verdict }: ItemState): boolean {
  return verdict === 'proved' || verdict === 'waived'
}

/** Items in the order in which they want attention; required before recommended, else as the catalogue has them. */
function byUrgency(items: readonly ItemState[]): readonly ItemState[] {
  const rank = (item: ItemState) =>
    urgency[item.verdict] - (item.regressed ? 0.5 : 0) + (item.strength === 'required' ? 0 : 0.25)
  return items.toSorted((left, right) => rank(left) - rank(right))
}

interface ItemListProps {
  readonly items: readonly ItemState[]
  readonly view: ProductView
  readonly texts: Texts
  /** How many open items are shown before the rest folds away; all unless given. */
  readonly limit?: number
  /** Names the list for screen readers. */
  readonly label: string
}

/** Items with what is open on top and what is proved folded away beneath. */
export function FoldedItems({ items, view, texts, limit = Number.POSITIVE_INFINITY, label }: ItemListProps) {
  const words = texts.checklist
  const sorted = byUrgency(items)
  const open = sorted.filter((item) => !isProved(item))
  const proved = sorted.filter(isProved)
  const further = open.slice(limit)
  return (
    <>
      {open.length > 0 && <ItemRows items={open.slice(0, limit)} view={view} texts={texts} label={label} />}
      {further.length > 0 && (
        <Disclosure summary={words.furtherOpen(further.length)}>
          <ItemRows items={further} view={view} texts={texts} label={label} />
        </Disclosure>
      )}
      {proved.length > 0 && (
        <Disclosure summary={open.length > 0 ? words.folded(proved.length) : words.foldedAll(proved.length)}>
          <ItemRows items={proved} view={view} texts={texts} label={label} />
        </Disclosure>
      )}
    </>
  )
}

/** One row for each item: sign, title, why, when it was looked at, and a link to its page. */
function ItemRows({ items, view, texts, label }: Omit<ItemListProps, 'limit'>) {
  return (
    <RowList label={label}>
      {items.map((item) => {
        const title = titleOf(item, texts)
        const asksWhy = item.verdict === 'failing' || item.verdict === 'changes-requested' || item.verdict === 'expired'
        return (
          <ItemRow
            cell={cellOfVerdict(item.verdict)}
            state={texts.shared.verdicts[item.verdict]}
            title={title}
            because={
              <>
                {item.regressed && <b>{texts.checklist.regressedMark}. </b>}
                {item.strength === 'recommended' && `${texts.shared.strengths.recommended}. `}
                <ItemBecause item={item} texts={texts} />
              </>
            }
            note={<ItemNote item={item} record={view.records[item.id] ?? {}} view={view} texts={texts} />}
            href={`/products/${view.product.id}/items/${item.id}`}
            action={asksWhy ? texts.shared.buttons.showWhy : texts.shared.buttons.open}
          />
        )
      })}
    </RowList>
  )
}

interface NoteProps {
  readonly item: ItemState
  readonly record: ItemRecord
  readonly view: ProductView
  readonly texts: Texts
}

/** When the item was looked at, or with whom it waits. */
function ItemNote({ item, record, view, texts }: NoteProps) {
  const words = texts.checklist.note
  const { evidence, verification, review, waiver } = record
  const ago = (at: string) => texts.format.relative(at, view.now)
  if (item.verdict === 'waived' && waiver?.expiresAt !== undefined) {
    return <>{words.waivedUntil(texts.format.date(waiver.expiresAt))}</>
  }
  if (item.verdict === 'in-review') {
    const since = review?.state === 'open' || review?.state === 'claimed' ? review.at : (evidence?.at ?? review?.at)
    return (
      <>{since === undefined ? words.reviewerLooks : words.withReviewer(Date.parse(view.now) - Date.parse(since))}</>
    )
  }
  const checkedAt = verification && lastLookedAt(verification)
  if (checkedAt !== undefined) {
    return <span title={texts.format.dateTime(checkedAt)}>{texts.shared.checked(ago(checkedAt))}</span>
  }
  if (evidence !== undefined && evidence.state !== 'withdrawn') return <>{evidenceNote(evidence, view, texts)}</>
  if (review?.state === 'approved') return <>{words.accepted(ago(review.at))}</>
  return <>{untouchedNote(item, texts)}</>
}

/**
 * Since when all that is known of an item was looked at: the date of its oldest part, where parts come from several checks.
 * Undefined where no check had anything of it to look at.
 */
function lastLookedAt({ families, checkedAt }: NonNullable<ItemRecord['verification']>): string | undefined {
  const facts = Object.values(families)
  const seen = facts.filter(({ handIn }) => handIn === undefined)
  if (facts.length > 0 && seen.length === 0) return undefined
  return seen.map(({ from }) => from?.checkedAt ?? checkedAt).sort()[0] ?? checkedAt
}

function evidenceNote(evidence: NonNullable<ItemRecord['evidence']>, view: ProductView, texts: Texts): string {
  const words = texts.checklist.note
  const ago = texts.format.relative(evidence.at, view.now)
  if (evidence.state === 'draft') return words.draft(ago)
  if (evidence.state !== 'accepted' && evidence.state !== 'expired') return words.handedIn(ago)
  if (evidence.validUntil === undefined) return words.accepted(ago)
  const day = texts.format.date(evidence.validUntil)
  return evidence.validUntil <= view.now ? words.ranOut(day) : words.validUntil(day)
}

/** Of what nobody has begun: how long it takes, or who has to begin. */
function untouchedNote(item: ItemState, texts: Texts): string {
  const words = texts.checklist.note
  const definition = itemById(item.id)
  if (definition?.verification.by === 'review') return words.reviewerLooks
  if (definition?.owner === 'microsoft') return words.withMicrosoft
  return definition === undefined ? '' : words.effort(definition.effortMinutes)
}

interface RegressedProps {
  readonly view: ProductView
  readonly texts: Texts
}

/** What was proved once and is not any more; nothing where all that was proved still is. */
export function RegressedItems({ view, texts }: RegressedProps) {
  const items = view.state.items.filter(({ id }) => view.state.regressed.includes(id))
  if (items.length === 0) return null
  const words = texts.checklist
  return (
    <section class="section" aria-labelledby="regressed">
      <div class="section-title">
        <h2 id="regressed">{words.regressed}</h2>
        <StatePill state="failing">{words.regressedCount(items.length)}</StatePill>
      </div>
      <RowList label={words.regressed}>
        {items.map((item) => {
          const passedAt = view.records[item.id]?.verification?.passedAt
          const title = titleOf(item, texts)
          return (
            <ItemRow
              cell="failing"
              state={words.regressedMark}
              title={title}
              because={<ItemBecause item={item} texts={texts} />}
              note={
                passedAt !== undefined && (
                  <>
                    {words.lastProved} <RelativeTime at={passedAt} now={view.now} texts={texts} />
                  </>
                )
              }
              href={`/products/${view.product.id}/items/${item.id}`}
              action={texts.shared.buttons.showWhy}
            />
          )
        })}
      </RowList>
    </section>
  )
}
