import { expect, test } from 'vitest'
import { checkOffer } from '../../engine/check-offer.ts'
import { readOffer } from '../../offer/read-offer.ts'
import { testRuleFamily } from '../../testing/offer-room.ts'
import { listingLinks } from './listing-links.ts'

testRuleFamily(listingLinks, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'link present', given: { offer: { listing: { privacyUrl: 'https://fleetdesk.example/privacy' } } } },
    {
      name: 'link help differs',
      given: { offer: { listing: { helpUrl: 'https://fleetdesk.example/help' } }, kind: 'dataverse' },
    },
    {
      name: 'link answers',
      given: { offer: {}, facts: { links: [{ url: 'https://fleetdesk.example/privacy', status: 200 }] } },
    },
    {
      name: 'link title',
      given: { offer: { listing: { usefulLinks: [{ title: 'A tour', url: 'https://fleetdesk.example/tour' }] } } },
    },
  ],
  fails: [
    {
      name: 'link present',
      given: { offer: { listing: { privacyUrl: null } } },
      finds: [{ rule: 'link-present', at: '/listing' }],
    },
    {
      name: 'link https',
      given: { offer: { listing: { privacyUrl: 'http://fleetdesk.example/privacy' } } },
      finds: [{ rule: 'link-https', at: '/listing/privacyUrl' }],
    },
    {
      name: 'link help differs',
      given: { offer: { listing: { helpUrl: 'https://fleetdesk.example/support/' } }, kind: 'dataverse' },
      finds: [{ rule: 'link-help-differs', at: '/listing/helpUrl' }],
    },
    {
      name: 'link answers',
      given: { offer: {}, facts: { links: [{ url: 'https://fleetdesk.example/privacy', status: 404 }] } },
      finds: [{ rule: 'link-answers', at: '/listing/privacyUrl' }],
    },
    {
      name: 'link title',
      given: { offer: { listing: { usefulLinks: [{ url: 'https://fleetdesk.example/tour' }] } } },
      finds: [{ rule: 'link-title', at: '/listing/usefulLinks/0' }],
    },
    {
      name: 'no help on Dataverse',
      given: { offer: { listing: { helpUrl: null } }, kind: 'dataverse' },
      finds: [{ rule: 'link-present', at: '/listing' }],
    },
    {
      name: 'addresses that lead nowhere',
      given: {
        offer: {
          listing: { websiteUrl: 'https://localhost/', supportUrl: 'https://10.0.0.1/', privacyUrl: 'privacy' },
        },
      },
      finds: [
        { rule: 'link-https', at: '/listing/websiteUrl' },
        { rule: 'link-https', at: '/listing/supportUrl' },
        { rule: 'link-https', at: '/listing/privacyUrl' },
      ],
    },
    {
      name: 'nobody answers',
      given: {
        offer: {},
        facts: { links: [{ url: 'https://fleetdesk.example/privacy', problem: 'The name is not known.' }] },
      },
      finds: [{ rule: 'link-answers', at: '/listing/privacyUrl' }],
    },
    {
      name: 'a page to sign in',
      given: {
        offer: {},
        facts: {
          links: [
            {
              url: 'https://fleetdesk.example/privacy',
              status: 200,
              finalUrl: 'https://login.microsoftonline.com/common/oauth2?x=1',
            },
          ],
        },
      },
      finds: [
        {
          rule: 'link-answers',
          at: '/listing/privacyUrl',
          what: '"https://fleetdesk.example/privacy" leads on to "https://login.microsoftonline.com/common/oauth2", a page to sign in.',
        },
      ],
    },
    {
      name: 'a long title',
      given: {
        offer: {
          listing: {
            usefulLinks: [
              {
                title:
                  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
                url: 'https://fleetdesk.example/tour',
              },
            ],
          },
        },
      },
      finds: [{ rule: 'link-title', at: '/listing/usefulLinks/0/title' }],
    },
  ],
})

test('no message shows a password of an address', () => {
  const listing = {
    supportUrl: 'https://ada:not-a-real-password@a.example/?token=x',
    privacyUrl: 'ftp://b:not-a-real-password@c/',
  }
  const bytes = new TextEncoder().encode(
    JSON.stringify({ offerType: 'saas', listing, package: { url: listing.supportUrl } }),
  )
  const { findings } = checkOffer(readOffer([{ path: 'offer.json', bytes }])).subject
  expect(findings.map(({ message }) => message.what)).toContain(
    '"https://…@a.example/" does not lead customers anywhere: it carries a user name.',
  )
  expect(JSON.stringify(findings)).not.toContain('not-a-real')
})

test('addresses with very many strokes are compared in no time', () => {
  const strokes = '/'.repeat(200_000)
  const listing = { helpUrl: `https://a.example/${strokes}x`, supportUrl: `https://a.example/${strokes}y#${strokes}` }
  const bytes = new TextEncoder().encode(JSON.stringify({ offerType: 'dataverse', listing }))
  const begun = process.cpuUsage().user
  const { findings } = checkOffer(readOffer([{ path: 'offer.json', bytes }])).subject
  expect(findings.map(({ ruleId }) => ruleId)).not.toContain('link-help-differs')
  expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
})
