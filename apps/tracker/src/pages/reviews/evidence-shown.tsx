import { probeRuleOf } from '@sevenstep/onboarding'
import type { ReviewedEvidence, ReviewedItem } from '../../reads/reviews/read-review.ts'
import { CommentText } from '../comments/comment-text.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { type State, StatePill } from '../components/pill.tsx'
import { RelativeTime } from '../components/times.tsx'
import { AddressSeen } from '../evidence/address-seen.tsx'
import { addressOfItem, nameOf, type ReviewPageProps } from './review-page-props.ts'

interface EvidenceShownProps extends ReviewPageProps {
  readonly reviewed: ReviewedItem
}

const looks: Readonly<Record<ReviewedEvidence['piece']['state'], State>> = {
  draft: 'opened',
  submitted: 'in-review',
  accepted: 'proved',
  rejected: 'failing',
  superseded: 'not-needed',
  expired: 'expired',
  withdrawn: 'not-needed',
}

/** What is handed in for an item: the version that counts, the earlier ones folded away. Drafts are the ISV's own. */
export function EvidenceShown(props: EvidenceShownProps) {
  const { frame, reviewed } = props
  const { texts } = frame
  const words = texts.reviews.item
  const shown = reviewed.evidence.filter(({ piece }) => piece.state !== 'draft')
  const { by } = reviewed.item.verification
  if (shown.length === 0) {
    if (by === 'automatic') return null
    return <p class="quiet mt-2">{by === 'review' ? words.looksThemselves : words.noEvidence}</p>
  }
  return (
    <div class="stack mt-3">
      {shown.map(({ piece, versions: [latest, ...earlier] }) =>
        latest === undefined ? null : (
          <div>
            <p class="mb-1">
              <StatePill state={looks[piece.state]}>{texts.items.states.evidence[piece.state]}</StatePill>
            </p>
            <VersionShown {...props} version={latest} />
            <Sight {...props} evidenceId={piece.id} />
            {earlier.length > 0 && (
              <Disclosure summary={words.versions(earlier.length)}>
                <div class="stack">
                  {earlier.map((version) => (
                    <VersionShown {...props} version={version} />
                  ))}
                </div>
              </Disclosure>
            )}
          </div>
        ),
      )}
    </div>
  )
}

/** What our server saw at the address, beside the link that the reviewer opens. */
function Sight({ frame, view, reviewed, evidenceId }: EvidenceShownProps & { readonly evidenceId: string }) {
  const rule = probeRuleOf(reviewed.item)
  const probed = reviewed.record.probe?.addresses.find((one) => one.evidenceId === evidenceId)
  if (rule === undefined || probed === undefined) return null
  return (
    <div class="mt-2">
      <AddressSeen probed={probed} rule={rule} now={view.now} texts={frame.texts} />
    </div>
  )
}

function VersionShown(props: EvidenceShownProps & { readonly version: ReviewedEvidence['versions'][number] }) {
  const { frame, view, reviewed, version } = props
  const { texts } = frame
  const words = texts.items.evidence
  const { fileName, link, statement, evidenceId, number, size, hash } = version
  return (
    <div>
      {statement !== null && <CommentText text={statement} />}
      {link !== null && (
        <p class="[overflow-wrap:anywhere]">
          <a class="link" href={link} rel="noopener noreferrer nofollow">
            {link}
          </a>
        </p>
      )}
      {fileName !== null && (
        <p class="[overflow-wrap:anywhere]">
          <a class="link" href={`${addressOfItem(view, reviewed)}/evidence/${evidenceId}/versions/${number}`}>
            <bdi>{fileName}</bdi>
          </a>
          {size !== null && <span class="quiet"> {texts.format.size(size)}</span>}
        </p>
      )}
      <p class="row-note">
        {words.version(number)} {words.by(nameOf(props, version.uploadedBy))}
        {', '}
        <RelativeTime at={version.uploadedAt.toISOString()} now={view.now} texts={texts} />
        {' · '}
        <span title={hash}>
          {words.hash} <code>{hash.slice(0, 12)}</code>
        </span>
      </p>
    </div>
  )
}
