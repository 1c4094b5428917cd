import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { parse, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { initOffer } from '../init/init-offer.ts'
import { readOffer } from '../offer/read-offer.ts'
import { type Given, offerFiles } from '../testing/given-offer.ts'
import { descriptionHtml } from './description-html.ts'
import { previewOffer } from './preview-offer.ts'
import { previewStyles, previewStylesHash } from './preview-styles.ts'

const encoder = new TextEncoder()
const preview = (given: Given) =>
  previewOffer(
    readOffer(
      offerFiles(given).map(({ path, content }) => ({
        path,
        bytes: typeof content === 'string' ? encoder.encode(content) : content,
      })),
    ),
  )

test('the policy names the styles by their hash', () => {
  expect(previewStylesHash).toBe(`sha256-${createHash('sha256').update(previewStyles).digest('base64')}`)
})

test('a whole offer is shown', () => {
  const html = preview({ offer: {}, kind: 'dataverse' })
  for (const shown of [
    '<h1>Fleet Desk</h1>',
    'Plan trips, drivers and repairs in one calendar.',
    'so that no car stands idle.</p>',
    'Trips of a week',
    'Productivity: Workflow Automation',
    'href="https://fleetdesk.example/privacy"',
    'Contact me',
    'data:image/png;base64,iVBOR',
  ]) {
    expect(html).toContain(shown)
  }
  expect(html).not.toContain('class="missing"')
})

test('what is missing or waits is marked', () => {
  const html = previewOffer(readOffer(initOffer('saas', { today: '2026-11-20' })))
  expect(html).toContain('<span class="missing">TODO: name of the product</span>')
  expect(preview({ offer: { listing: null, media: null } })).toContain('No screenshots')
  expect(previewOffer(readOffer([]))).toContain('No description')
})

describe('nothing of an offer becomes markup of the page', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "javascript:alert('x')",
    '</style><script>x</script>',
    '<svg onload=alert(1)>',
  ]
  test.each(attacks)('%s', (attack) => {
    const html = preview({
      offer: {
        language: attack,
        publisherName: attack,
        appVersion: attack,
        listing: { name: attack, summary: attack, description: attack, supportUrl: attack, keywords: [attack] },
        media: { screenshots: [{ file: attack, caption: attack }], videos: [{ title: attack, url: attack }] },
      },
    })
    const written = serialize(parse(html))
    expect(written).not.toMatch(/<script|<svg|onerror=alert\(1\)>|onload=alert\(1\)>/)
    expect(written).not.toMatch(/href="javascript:/)
    expect([...html.matchAll(/<img [^>]*>/g)].every(([tag]) => tag.startsWith('<img src="data:image/png'))).toBe(true)
  })

  test('neither controls nor signs that turn the direction around', () => {
    const name = 'Fleet\u0000\u001b[31m\u202e Desk'
    const html = preview({ offer: { listing: { name, summary: name, description: `<p>${name}</p>` } } })
    expect(html).toContain('Fleet[31m Desk')
    expect(html).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e]/u)
  })

  test('any description gives allowed tags without attributes only', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              '<p>',
              '<a href=x>',
              '</p>',
              '<ul><li>',
              '<script>',
              '<b onclick=x>',
              '<!--',
              '<template>',
              '<math>',
            ),
          ),
        ),
        (parts) => {
          const html = descriptionHtml(parts.join(''))
          const tags = [
            ...html
              .replaceAll('<span class="missing">', '')
              .replaceAll('</span>', '')
              .matchAll(/<[^>]*>/g),
          ]
          for (const [tag] of tags) expect(tag).toMatch(/^<\/?(b|br|em|h4|i|li|ol|p|ul)>$/)
        },
      ),
      { numRuns: 200 },
    )
  })
})
