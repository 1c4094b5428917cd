import type { ProductView } from '../../reads/checklist/product-view.ts'
import type { Texts } from '../../texts/index.ts'
import { Banner } from '../components/banner.tsx'
import { Button } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { Form, HiddenFields } from '../components/form.tsx'
import { Disclosure } from '../components/guidance.tsx'
import { TextArea } from '../components/inputs.tsx'
import type { Viewer } from './viewer.ts'

/** A reason that was sent and refused, kept as it was written. */
export interface RefusedReason {
  readonly reason: string
  readonly error: string
}

interface StuckProps {
  readonly view: ProductView
  readonly viewer: Viewer
  readonly texts: Texts
  readonly refused?: RefusedReason | undefined
}

/** Lets people say that they cannot go on, and why. */
export function StuckCard({ view, viewer, texts, refused }: StuckProps) {
  const words = texts.checklist.stuck
  if (view.input.stuck !== undefined || !viewer.can('stuck.set')) return null
  return (
    <Card title={words.title}>
      <p class="quiet">{words.why}</p>
      <Disclosure summary={words.button} open={refused !== undefined}>
        <Form
          action={`/products/${view.product.id}/stuck`}
          version={view.product.version}
          idempotencyKey={`${viewer.formKey}-stuck`}
          draft="stuck"
          texts={texts}
          bare
        >
          <div class="stack">
            <TextArea
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              value={refused?.reason}
              error={refused?.error}
              maxlength={500}
              texts={texts}
            />
            <Button>{words.submit}</Button>
          </div>
        </Form>
      </Disclosure>
    </Card>
  )
}

/** Says that the product is stuck, since when and why, with the way back; nothing where it is not. */
export function StuckBanner({ view, viewer, texts }: Omit<StuckProps, 'refused'>) {
  const { stuck } = view.input
  if (stuck === undefined) return null
  const words = texts.checklist.stuck
  return (
    <Banner level="conflict" title={words.since(stuck.since)}>
      <p>{stuck.reason}</p>
      {viewer.can('stuck.set') && (
        <form method="post" action={`/products/${view.product.id}/stuck/clear`} class="button-row mt-2">
          <HiddenFields version={view.product.version} idempotencyKey={`${viewer.formKey}-unstuck`} />
          <Button>{words.clear}</Button>
        </form>
      )}
    </Banner>
  )
}
