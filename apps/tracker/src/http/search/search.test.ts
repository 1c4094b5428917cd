import { beforeAll, describe, expect, it } from 'vitest'
import { matches, searchTermsFrom } from '../../reads/search/search-terms.ts'
import { describeOnEachDatabase } from '../../testing/databases.ts'
import { openTracker, type TestPerson, type TestTracker } from '../../testing/tracker.ts'

describeOnEachDatabase('Search', (open) => {
  let tracker: TestTracker

  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  const search = async (person: TestPerson, query: string) =>
    (await person.request(`/search?q=${encodeURIComponent(query)}`)).text()
  const main = (html: string) => html.slice(html.indexOf('<main'))

  it('finds ISVs and products as far as the person’s roles reach, and nothing of others', async () => {
    const { programme, other } = tracker
    const own = main(await search(programme.contoso.admin, 'connect'))
    expect(own).toContain(`/products/${programme.contoso.productId}"`)
    expect(own).not.toContain('Proseware')
    expect(own).not.toContain('Alpine')
    const staff = main(await search(programme.auditor, 'o'))
    expect(staff).toContain(`/isvs/${programme.contoso.isvId}"`)
    expect(staff).toContain(`/isvs/${programme.proseware.isvId}"`)
    expect(staff).not.toContain('Alpine')
    expect(main(await search(other.reviewer, 'Northwind'))).toContain('Nothing found for “Northwind”')
    // An administrator reads no products, so none is offered.
    expect(main(await search(programme.administrator, 'contoso'))).not.toContain('/products/')
  })

  it('finds an item by number and by titles of both languages, with its state in each product', async () => {
    const { contoso } = tracker.programme
    const html = main(await search(contoso.admin, '2.5'))
    expect(html).toContain(`/products/${contoso.productId}/items/2.`)
    expect(html).not.toContain(tracker.programme.proseware.productId)
  })

  it.each(['Azure AD', 'azure active directory'])(
    'finds by the older name %s what has another name now',
    async (name) => {
      const html = main(await search(tracker.programme.contoso.admin, name))
      expect(html).toContain('is called Microsoft Entra ID now')
      expect(html).toContain('>Items<')
    },
  )

  it('finds rules by id and explains them through a product of the person', async () => {
    const { contoso } = tracker.programme
    const html = main(await search(contoso.reader, 'info-title-max-length'))
    expect(html).toContain(`href="/products/${contoso.productId}/checks/rules/info-title-max-length"`)
  })

  it.each(['%', '_', '\\', "'; drop table isvs; --", '\u0007', '(', '<script>alert(1)</script>', '😀'.repeat(300)])(
    'takes %j as words and nothing else',
    async (query) => {
      const response = await tracker.programme.auditor.request(`/search?q=${encodeURIComponent(query)}`)
      expect(response.status).toBe(200)
      const html = await response.text()
      expect(html).not.toContain('<script>alert')
      expect(main(html)).not.toContain('/isvs/')
    },
  )

  it('teaches what can be found where nothing was asked, and asks who it is first', async () => {
    const html = await (await tracker.programme.auditor.request('/search')).text()
    expect(html).toContain('What search knows')
    expect((await tracker.anonymous('/search?q=a')).headers.get('Location')).toBe('/sign-in?return=%2Fsearch%3Fq%3Da')
  })
})

describe('Search terms', () => {
  it.each([
    ['Azure AD sign-in', 'Microsoft Entra ID sign-in', true],
    ['Entra', 'Sign in with Microsoft Entra ID', true],
    ['aad', 'Microsoft Entra ID', true],
    ['aadvark', 'Microsoft Entra ID', false],
    ['id sign', 'Sign in with an ID', true],
    ['sign out', 'Sign in', false],
  ])('"%s" finds "%s": %j', (query, title, found) => {
    const terms = searchTermsFrom(query)
    expect(terms !== undefined && matches(terms, title)).toBe(found)
  })

  it('are cut at 200 characters and absent where nothing is left', () => {
    expect(searchTermsFrom('a'.repeat(500))?.query).toHaveLength(200)
    expect(searchTermsFrom(' \0 ')).toBeUndefined()
  })
})
