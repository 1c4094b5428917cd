import type { Child } from 'hono/jsx'
import { Banner } from '../components/banner.tsx'
import { Button, type ButtonKind } from '../components/button.tsx'
import { HiddenFields } from '../components/form.tsx'
import { NextActionPanel } from '../components/guidance.tsx'
import { isMine, nameOf, type ReviewPageProps } from './review-page-props.ts'

/** Whose the review is, and what the reader can do about that. Nothing where it is over. */
export function ClaimPanel(props: ReviewPageProps) {
  const { frame, view, reader } = props
  const { request } = view
  const { texts } = frame
  const words = texts.reviews.claim
  if (request.state !== 'open' && request.state !== 'claimed') return null
  const held = request.claimedUntil !== null && request.claimedUntil.toISOString() > view.now
  const until = request.claimedUntil === null ? '' : texts.format.dateTime(request.claimedUntil.toISOString())
  if (isMine(props)) return <Mine {...props} held={held} until={until} />
  const name = nameOf(props, request.claimedBy)
  if (request.state === 'claimed' && held) {
    return (
      <Banner level="info" title={words.other(name)}>
        {<p>{words.otherWhy(until)}</p>}
      </Banner>
    )
  }
  if (!reader.mayDecide) return <Banner level="info" title={words.readOnly} />
  if (request.requestedBy === reader.userId) return <Banner level="info" title={words.own} />
  const over = request.state === 'claimed'
  return (
    <NextActionPanel
      texts={texts}
      title={over ? words.otherOver(name) : words.free}
      because={over ? words.otherOverWhy : words.freeWhy}
      action={
        <ClaimForm {...props} verb="claim" kind="primary">
          {over ? words.takeOver : words.take}
        </ClaimForm>
      }
    />
  )
}

function Mine(props: ReviewPageProps & { readonly held: boolean; readonly until: string }) {
  const { frame, held, until } = props
  const words = frame.texts.reviews.claim
  return (
    <Banner level={held ? 'info' : 'conflict'} title={held ? words.mine(until) : words.mineOver}>
      <p>{words.mineWhy}</p>
      <div class="button-row mt-2">
        <ClaimForm {...props} verb="claim">
          {words.keep}
        </ClaimForm>
        <ClaimForm {...props} verb="release" kind="quiet">
          {words.release}
        </ClaimForm>
      </div>
    </Banner>
  )
}

interface ClaimFormProps extends ReviewPageProps {
  readonly verb: 'claim' | 'release'
  readonly kind?: ButtonKind
  readonly children?: Child
}

function ClaimForm({ view, reader, verb, kind = 'secondary', children }: ClaimFormProps) {
  const { id, version } = view.request
  return (
    <form method="post" action={`/reviews/${id}/${verb}`}>
      <HiddenFields version={version} idempotencyKey={`${reader.formKey}-${verb}`} />
      <Button kind={kind}>{children}</Button>
    </form>
  )
}
