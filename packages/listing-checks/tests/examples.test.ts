import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type CheckOptions, checkOffer, readOffer } from '../src/index.ts'
import { readOfferFolder } from '../src/node/index.ts'

function check(example: string, options: CheckOptions = {}) {
  const { files, problems } = readOfferFolder(fileURLToPath(new URL(`../../../examples/${example}`, import.meta.url)))
  expect(problems).toEqual([])
  return checkOffer(readOffer(files), { today: '2026-11-20', ...options }).subject.findings
}

const rulesOf = (findings: ReturnType<typeof check>) => findings.map(({ ruleId }) => ruleId)

test('nothing is found in the offer in order', () => {
  expect(check('offer')).toEqual([])
  expect(check('offer', { edition: '2018-02' })).toEqual([])
})

test('what was planted is found, and nothing else', () => {
  expect([...new Set(rulesOf(check('offer-planted-faults')))].sort()).toEqual([
    'appsource-package-files',
    'appsource-solution-managed',
    'category-known',
    'certification-document',
    'contact-email',
    'contact-present',
    'description-html',
    'description-paragraphs',
    'description-product-names',
    'document-pdf',
    'hide-key-pattern',
    'input-xml-files',
    'keywords-count',
    'keywords-in-description',
    'lead-destination',
    'link-help-differs',
    'link-https',
    'listing-name-no-emoji',
    'logo-large',
    'market-known',
    'offer-files-exist',
    'offer-id-pattern',
    'package-access-expiry',
    'package-access-read-only',
    'products-power-automate',
    'screenshot-image',
    'summary-one-line',
    'terms-present',
    'test-drive-removed',
    'video-host',
  ])
})

test('a test drive is judged by its fields in 2018, and is to be removed today', () => {
  expect(rulesOf(check('offer-planted-faults'))).toContain('test-drive-removed')
  const then = rulesOf(check('offer-planted-faults', { edition: '2018-02' }))
  expect(then).not.toContain('test-drive-removed')
  expect(then).toContain('test-drive-fields')
})
