import { placeOf } from './demo-tracker.ts'

/** A page of the demo: who looks, where, what it answers, and what to do to bring it into its state. */
export interface DemoPage {
  readonly name: string
  readonly who: string
  readonly path: string
  /** The status it answers with, where that is not 200. */
  readonly status?: number
  /** Clicked or followed after the page has loaded, as selectors. */
  readonly clicks?: readonly string[]
}

const fleet = placeOf('Contoso Fleet', 'Fleet Connect')
const carePath = placeOf('Fabrikam Health', 'CarePath')

const anna = (name: string, path: string, more: Partial<DemoPage> = {}) => ({
  name,
  who: 'Anna de Vries',
  path,
  ...more,
})
const daan = (name: string, path: string, more: Partial<DemoPage> = {}) => ({ name, who: 'Daan Bakker', path, ...more })
const eva = (name: string, path: string, more: Partial<DemoPage> = {}) => ({
  name,
  who: 'Eva Lindqvist',
  path,
  ...more,
})

/** Every page with the states that look different. */
export const demoPages: readonly DemoPage[] = [
  anna('checklist', fleet.product),
  anna('checklist, account menu open', fleet.product, { clicks: ['.menu > summary'] }),
  anna('goals', `${fleet.product}/goals`),
  anna('step that fails', `${fleet.product}/steps/1`),
  anna('step under way', `${fleet.product}/steps/4`),
  anna('step that is not needed', `${fleet.product}/steps/5`),
  anna('item that fails', `${fleet.product}/items/1.title-fitting`),
  anna('item that waits', `${fleet.product}/items/4.second-account`),
  anna('item that is handed in', `${fleet.product}/items/4.manifest-format`),
  anna('item with errors in its form', `${fleet.product}/items/4.manifest-format`, {
    clicks: ['[action$="/comments"] button'],
  }),
  anna('file check', `${fleet.product}/checks`),
  anna('fixes', `${fleet.product}/checks`, { clicks: ['a[href$="/fixes"]'] }),
  anna('submissions of a product', `${fleet.product}/submissions`),
  anna('members', `${fleet.isv}/members`),
  anna('own ISV', fleet.isv),
  anna('record of an ISV', `${fleet.isv}/audit`),
  anna('account', '/account'),
  anna('new token', '/account/tokens/new'),
  anna('search', '/search?q=icon'),
  anna('search that finds nothing', '/search?q=qqqq'),
  anna('missing', '/products/prd_00000000000000000000000000000000', { status: 404 }),
  anna('not for this role', '/portfolio', { status: 404 }),
  daan('portfolio', '/portfolio'),
  daan('portfolio that is empty', '/portfolio?q=qqqq'),
  daan('ISV', carePath.isv),
  daan('new ISV', '/isvs/new'),
  daan('new ISV with errors', '/isvs/new', { clicks: ['main form button[type="submit"]'] }),
  daan('new product', `${carePath.isv}/products/new`),
  daan('import', '/isvs/import'),
  daan('waivers', '/waivers'),
  daan('objections', '/disputes'),
  daan('submissions', '/submissions'),
  daan('record', '/audit'),
  eva('reviews', '/reviews'),
  eva('review', '/reviews', { clicks: ['main a[href*="/reviews/rev_"]'] }),
  eva('item in review', `${carePath.product}/items/5.customer-tenant`),
  eva('item whose address nobody may look at', `${carePath.product}/items/4.legal-links`),
  eva('item that a report proved', `${carePath.product}/items/5.flow-on`),
  eva('report of a deployment', `${carePath.product}/checks`),
]
