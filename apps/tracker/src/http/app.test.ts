import { beforeAll, expect, it } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { openTracker, type TestTracker } from '../testing/tracker.ts'

describeOnEachDatabase('the site', (open) => {
  let tracker: TestTracker
  beforeAll(async () => {
    tracker = await openTracker(open)
  })

  it('sends somebody unknown to the sign-in page, and back afterwards', async () => {
    const response = await tracker.anonymous('/', {})
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/sign-in?return=%2F')
    const page = await tracker.anonymous('/sign-in?return=%2F%2Fevil.example')
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en"/)
    expect(html).toContain('name="return" value="/"')
  })

  it('sends each person to where their work is', async () => {
    const { programme } = tracker
    const home = async (person: { request: (path: string) => Promise<Response> }) =>
      (await person.request('/')).headers.get('Location')
    expect(await home(programme.partnerManager)).toBe('/portfolio')
    expect(await home(programme.contoso.admin)).toBe(`/products/${programme.contoso.productId}`)
  })

  it('answers what does not exist with a page in the language of the browser', async () => {
    const response = await tracker.anonymous('/nowhere', { headers: { 'Accept-Language': 'nl' } })
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Deze pagina bestaat niet.')
  })

  it('allows nothing but its own scripts, styles and frames', async () => {
    const policy = (await tracker.anonymous('/sign-in')).headers.get('Content-Security-Policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it.each([
    { Origin: 'https://evil.example' },
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'null' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
  ])('refuses a form from elsewhere: %j', async (headers) => {
    const response = await tracker.programme.contoso.admin.request('/sign-out', { method: 'POST', headers })
    expect(response.status).toBe(403)
    expect((await tracker.programme.contoso.admin.request('/')).status).toBe(303)
  })
})
