import { expect, test } from 'vitest'
import { checkOffer } from '../../engine/check-offer.ts'
import type { LinkFact } from '../../engine/listing-facts.ts'
import { readOffer } from '../../offer/read-offer.ts'
import { image, offerText } from '../../testing/given-offer.ts'
import { testRuleFamily } from '../../testing/offer-room.ts'
import { listingVideos } from './listing-videos.ts'

testRuleFamily(listingVideos, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'every form of address',
      given: {
        offer: {
          media: {
            videos: [
              { title: 'A', url: 'https://youtu.be/AbCdEfGhIjk', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://www.youtube.com/embed/AbCdEfGhIjk', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://player.vimeo.com/video/123456', thumbnail: 'images/video.png' },
            ],
          },
        },
      },
    },
    { name: 'none', given: { offer: { media: { videos: null } } } },
    {
      name: 'video count',
      given: {
        offer: {
          media: {
            videos: [
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
            ],
          },
        },
      },
    },
    {
      name: 'video host',
      given: {
        offer: { media: { videos: [{ title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' }] } },
      },
    },
    { name: 'video thumbnail', given: { offer: {}, files: { 'images/video.png': image(1280, 720) } } },
  ],
  fails: [
    {
      name: 'a video that nobody can open',
      given: {
        offer: {},
        facts: { links: [{ url: 'https://www.youtube.com/watch?v=AbCdEfGhIjk', problem: 'The name is not known.' }] },
      },
      finds: [{ rule: 'video-plays', at: '/media/videos/0/url' }],
    },
    {
      name: 'a private video on YouTube, which answers all the same',
      given: {
        offer: {},
        facts: { links: [{ url: 'https://www.youtube.com/watch?v=AbCdEfGhIjk', status: 200, title: ' - YouTube' }] },
      },
      finds: [{ rule: 'video-plays', at: '/media/videos/0/url' }],
    },
    {
      name: 'video count',
      given: {
        offer: {
          media: {
            videos: [
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
              { title: 'A', url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' },
            ],
          },
        },
      },
      finds: [{ rule: 'video-count', at: '/media/videos' }],
    },
    {
      name: 'video host',
      given: {
        offer: {
          media: { videos: [{ title: 'A', url: 'https://www.youtube.com/@fleetdesk', thumbnail: 'images/video.png' }] },
        },
      },
      finds: [{ rule: 'video-host', at: '/media/videos/0/url' }],
    },
    {
      name: 'video thumbnail',
      given: { offer: {}, files: { 'images/video.png': image(640, 360) } },
      finds: [{ rule: 'video-thumbnail', at: '/media/videos/0/thumbnail' }],
    },
    {
      name: 'video title',
      given: { offer: { media: { videos: [{ url: 'https://vimeo.com/123456', thumbnail: 'images/video.png' }] } } },
      finds: [{ rule: 'video-title', at: '/media/videos/0' }],
    },
    {
      name: 'nothing said',
      given: { offer: { media: { videos: [{}] } } },
      finds: [
        { rule: 'video-title', at: '/media/videos/0' },
        { rule: 'video-host', at: '/media/videos/0' },
        { rule: 'video-thumbnail', at: '/media/videos/0' },
      ],
    },
  ],
})

test.each<[name: string, fact: Omit<LinkFact, 'url'> | undefined, isOpen: boolean]>([
  ['nobody opened it', undefined, true],
  [
    'a page of consent came instead',
    { status: 200, finalUrl: 'https://consent.youtube.com/m', title: 'Before you continue' },
    true,
  ],
  ['its page has no title', { status: 200 }, true],
  ['its page names the video', { status: 200, title: 'Fleet Desk in a minute - YouTube' }, false],
])('whether a video plays is open only where nobody saw it: %s', (_, fact, isOpen) => {
  const url = 'https://www.youtube.com/watch?v=AbCdEfGhIjk'
  const offer = readOffer([{ path: 'offer.json', bytes: new TextEncoder().encode(offerText({ offer: {} })) }])
  const { subject } = checkOffer(offer, { facts: { links: fact === undefined ? [] : [{ url, ...fact }] } })
  expect(subject.findings.filter(({ ruleId }) => ruleId === 'video-plays')).toEqual([])
  expect(subject.notChecked?.some(({ rules }) => rules.includes('video-plays')) === true).toBe(isOpen)
})
