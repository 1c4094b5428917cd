import type { Context } from 'hono'
import { Failure, notAllowed } from '../../domain/failure.ts'
import { may } from '../../domain/principal.ts'
import type { Action } from '../../domain/roles.ts'
import { ItemPage } from '../../pages/items/item-page.tsx'
import type { OpenForm, RefusedForm } from '../../pages/items/item-page-props.ts'
import { readItem } from '../../reads/items/read-item.ts'
import { viewerOf } from '../checklist/viewer.ts'
import type { HttpEnvironment, HttpServices, SignedIn } from '../environment.ts'
import { type PostedForm, readForm } from '../forms.ts'
import { frameOf, leaveFlash } from '../frame.ts'
import { type IsvPlace, placeOfProduct, whoIs } from '../places.ts'

/** A request about one item of a product. */
export type ItemContext = Context<HttpEnvironment, '/products/:productId/items/:itemId/*'>

/** Who asks, where, and about which item. */
export interface ItemRequest {
  readonly signedIn: SignedIn
  readonly place: IsvPlace
  readonly productId: string
  readonly itemId: string
  /** The address of the item's page. */
  readonly address: string
}

/**
 * Who asks about which item, checked before anything of the request's body is read.
 *
 * @param actions any one of these has to be allowed; everybody who sees the product may look
 * @throws Failure `not-signed-in`, `not-found` or `not-allowed`
 */
export async function itemRequest(
  services: HttpServices,
  context: ItemContext,
  ...actions: readonly Action[]
): Promise<ItemRequest> {
  const signedIn = whoIs(context)
  const productId = context.req.param('productId')
  const itemId = context.req.param('itemId')
  const place = await placeOfProduct(services, signedIn.principal, productId)
  const allowed = actions.length === 0 || actions.some((action) => may(signedIn.principal, action, place))
  if (!allowed) throw notAllowed()
  return { signedIn, place, productId, itemId, address: `/products/${productId}/items/${itemId}` }
}

/** Shows the item's page; where a form was refused, with the person's words in it and what is wrong. */
export async function showItem(
  services: HttpServices,
  context: ItemContext,
  { signedIn, place, productId, itemId }: ItemRequest,
  more: { readonly open?: OpenForm | undefined; readonly refused?: RefusedForm; readonly failure?: Failure } = {},
): Promise<Response> {
  const internal = may(signedIn.principal, 'comment.read-internal', place)
  const view = await readItem(services, place, { productId, itemId }, internal)
  const frame = await frameOf(services, context, { current: 'checklist', productId })
  const viewer = viewerOf(signedIn, place, view.isv.archived)
  return context.html(
    <ItemPage
      frame={frame}
      view={view}
      viewer={viewer}
      looksAtAddresses={services.configuration.probes.enabled}
      open={more.open}
      refused={more.refused}
    />,
    more.failure?.status ?? 200,
  )
}

/** Carries out a change that an item's page sent, and goes back there; what is refused is shown on the page itself. */
export async function changeItem(
  services: HttpServices,
  context: ItemContext,
  request: ItemRequest,
  how: {
    /** The form to show open again where it is refused. */
    readonly open?: OpenForm
    readonly change: (form: PostedForm) => Promise<{ readonly said: string; readonly target?: string }>
  },
): Promise<Response> {
  let form: PostedForm | undefined
  try {
    form = await readForm(context)
    const { said, target = '' } = await how.change(form)
    leaveFlash(context, { level: 'success', message: said })
    return context.redirect(`${request.address}${target}`, 303)
  } catch (error) {
    if (!(error instanceof Failure) || !shownOnPage.has(error.code)) throw error
    const refused = refusedForm(error, context, form?.fields ?? {})
    return showItem(services, context, request, { open: how.open, refused, failure: error })
  }
}

/** Refusals that the person can put right where they are. */
const shownOnPage: ReadonlySet<Failure['code']> = new Set([
  'invalid-input',
  'secret-found',
  'wrong-media-type',
  'unreadable-upload',
  'too-large',
  'version-conflict',
  'version-required',
  'state-conflict',
])

/** What was refused, in the language of the page; fields by their own name, without the path to them. */
export function refusedForm(failure: Failure, context: ItemContext, values: PostedForm['fields']): RefusedForm {
  const language = context.get('language')
  return {
    title: failure.what[language],
    message: `${failure.why[language]} ${failure.fix[language]}`,
    values,
    errors: failure.fields.map(({ field, message }) => ({
      name: field.split('.').at(-1) ?? field,
      message: message[language],
    })),
  }
}
