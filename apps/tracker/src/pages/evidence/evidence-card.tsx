import { probeRuleOf } from '@sevenstep/onboarding'
import type { EvidencePiece } from '../../reads/items/read-item.ts'
import { evidenceRequestOf } from '../../verbs/items/item-at-hand.ts'
import { CommentText } from '../comments/comment-text.tsx'
import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Form } from '../components/form.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { type State, StatePill } from '../components/pill.tsx'
import { RelativeTime } from '../components/times.tsx'
import { type ItemPageProps, itemAddress } from '../items/item-page-props.ts'
import { AddressSeen } from './address-seen.tsx'
import { ChangeWarning } from './evidence-block.tsx'
import { EvidenceForms } from './evidence-forms.tsx'
import { nameOfVersion } from './version-name.ts'

type Version = EvidencePiece['versions'][number]

interface EvidenceCardProps extends ItemPageProps {
  readonly evidence: EvidencePiece
}

const looks: Readonly<Record<EvidencePiece['piece']['state'], State>> = {
  draft: 'opened',
  submitted: 'in-review',
  accepted: 'proved',
  rejected: 'failing',
  superseded: 'not-needed',
  expired: 'expired',
  withdrawn: 'not-needed',
}

/** One piece of evidence: its state, what it is, who brought it when, and what can be done with it. */
export function EvidenceCard(props: EvidenceCardProps) {
  const { frame, view, viewer, open, evidence } = props
  const { texts } = frame
  const { evidence: words, states } = texts.items
  const { piece, versions } = evidence
  const [latest, ...earlier] = versions
  if (latest === undefined) return null
  const inUse = piece.state !== 'withdrawn' && piece.state !== 'superseded'
  const request = evidenceRequestOf(view.item)
  const renewing = open?.kind === 'version' && open.evidenceId === piece.id && request !== undefined
  return (
    <Card
      level={3}
      id={piece.id}
      lead={<StatePill state={looks[piece.state]}>{states.evidence[piece.state]}</StatePill>}
      title={<bdi>{nameOfVersion(latest, texts)}</bdi>}
      note={piece.validUntil !== null && words.validUntil(piece.validUntil.toISOString())}
    >
      <VersionContent {...props} version={latest} />
      <Sight {...props} />
      {earlier.length > 0 && (
        <div class="mt-3">
          <Disclosure summary={words.earlier(earlier.length)}>
            <div class="stack">
              {earlier.map((version) => (
                <VersionContent {...props} version={version} />
              ))}
            </div>
          </Disclosure>
        </div>
      )}
      {inUse && viewer.can('evidence.write') && !renewing && <Actions {...props} latest={latest} />}
      {renewing && viewer.can('evidence.write') && (
        <div class="mt-4">
          <h4 class="mb-2 font-medium">{words.newVersionOf(nameOfVersion(latest, texts))}</h4>
          <ChangeWarning {...props} accepted={piece.state === 'accepted'} />
          <EvidenceForms
            {...props}
            request={request}
            action={`${itemAddress(view)}/evidence/${piece.id}`}
            version={piece.version}
          />
        </div>
      )}
    </Card>
  )
}

/** What our server saw at the address, and the way to have it look again. */
function Sight({ frame, view, viewer, looksAtAddresses, evidence: { piece } }: EvidenceCardProps) {
  const { texts } = frame
  const rule = probeRuleOf(view.item)
  const probed = view.record.probe?.addresses.find(({ evidenceId }) => evidenceId === piece.id)
  if (rule === undefined || probed === undefined) return null
  const mayAsk = viewer.can('evidence.write') || viewer.can('review.decide')
  return (
    <div class="mt-3">
      <AddressSeen
        probed={probed}
        rule={rule}
        now={view.now}
        texts={texts}
        action={
          looksAtAddresses && (
            <div class="mt-2 flex flex-wrap items-center gap-3">
              {mayAsk && (
                <Form
                  action={`${itemAddress(view)}/evidence/${piece.id}/look`}
                  idempotencyKey={`${viewer.formKey}-l-${piece.id}`}
                  bare
                >
                  <Button kind="quiet">{texts.probes.again}</Button>
                </Form>
              )}
              <span class="row-note">{texts.probes.every}</span>
            </div>
          )
        }
      />
    </div>
  )
}

function VersionContent({ frame, view, version }: EvidenceCardProps & { readonly version: Version }) {
  const { texts } = frame
  const words = texts.items.evidence
  const by = view.people.get(version.uploadedBy) ?? texts.items.comments.somebody
  const name = nameOfVersion(version, texts)
  return (
    <div>
      {version.statement !== null && <CommentText text={version.statement} />}
      {version.link !== null && (
        <p class="[overflow-wrap:anywhere]">
          <a class="link" href={version.link} rel="noopener noreferrer nofollow">
            {version.link}
          </a>
        </p>
      )}
      {version.kind === 'file' && (
        <p>
          <a class="link" href={`${itemAddress(view)}/evidence/${version.evidenceId}/versions/${version.number}`}>
            {texts.shared.buttons.download}
            <span class="visually-hidden"> {name}</span>
          </a>
          {version.size !== null && <span class="quiet"> {texts.format.size(version.size)}</span>}
        </p>
      )}
      <p class="row-note">
        {words.version(version.number)} {words.by(by)}
        {', '}
        <RelativeTime at={version.uploadedAt.toISOString()} now={view.now} texts={texts} />
        {' · '}
        <span title={version.hash}>
          {words.hash} <code>{version.hash.slice(0, 12)}</code>
        </span>
      </p>
    </div>
  )
}

function Actions({ frame, view, viewer, evidence, latest }: EvidenceCardProps & { readonly latest: Version }) {
  const { texts } = frame
  const words = texts.items.evidence
  const { piece } = evidence
  const base = `${itemAddress(view)}/evidence/${piece.id}`
  const name = nameOfVersion(latest, texts)
  return (
    <div class="mt-3">
      <ButtonRow>
        {piece.state === 'draft' && (
          <Form
            action={`${base}/submit`}
            version={piece.version}
            idempotencyKey={`${viewer.formKey}-s-${piece.id}`}
            bare
          >
            <Button>{words.submitDraft}</Button>
          </Form>
        )}
        <LinkButton kind="quiet" href={`${itemAddress(view)}?do=version&evidence=${piece.id}#${piece.id}`}>
          {words.newVersion}
        </LinkButton>
        <Form
          action={`${base}/withdraw`}
          version={piece.version}
          idempotencyKey={`${viewer.formKey}-w-${piece.id}`}
          bare
        >
          <Button kind="quiet">
            {words.withdraw}
            <span class="visually-hidden"> {name}</span>
          </Button>
        </Form>
      </ButtonRow>
      {piece.state === 'accepted' && <p class="field-hint mt-2">{words.warnProved}</p>}
    </div>
  )
}
