import { image } from '../../testing/given-offer.ts'
import { testRuleFamily } from '../../testing/offer-room.ts'
import { listingScreenshots } from './listing-screenshots.ts'

testRuleFamily(listingScreenshots, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'screenshot count',
      given: { offer: { media: { screenshots: [{ file: 'images/calendar.png', caption: 'Trips' }] } } },
    },
    { name: 'screenshot image', given: { offer: {}, files: { 'images/calendar.png': image(1280, 720) } } },
  ],
  fails: [
    {
      name: 'screenshot count',
      given: { offer: { media: { screenshots: [] } } },
      finds: [{ rule: 'screenshot-count', at: '/media/screenshots' }],
    },
    {
      name: 'screenshot image',
      given: { offer: {}, files: { 'images/calendar.png': image(1366, 768) } },
      finds: [{ rule: 'screenshot-image', at: '/media/screenshots/0/file' }],
    },
    {
      name: 'screenshot caption',
      given: { offer: { media: { screenshots: [{ file: 'images/calendar.png' }] } } },
      finds: [{ rule: 'screenshot-caption', at: '/media/screenshots/0' }],
    },
    {
      name: 'screenshot once',
      given: {
        offer: {
          media: {
            screenshots: [
              { file: 'images/calendar.png', caption: 'Trips' },
              { file: 'images/calendar.png', caption: 'Drivers' },
            ],
          },
        },
      },
      finds: [{ rule: 'screenshot-once', at: '/media/screenshots/1/file' }],
    },
    {
      name: 'a screenshot without a file',
      given: { offer: { media: { screenshots: [{ caption: 'Trips' }] } } },
      finds: [{ rule: 'screenshot-image', at: '/media/screenshots/0' }],
    },
    {
      name: 'six',
      given: {
        offer: {
          media: {
            screenshots: [
              { file: 'images/0.png', caption: 'A' },
              { file: 'images/1.png', caption: 'A' },
              { file: 'images/2.png', caption: 'A' },
              { file: 'images/3.png', caption: 'A' },
              { file: 'images/4.png', caption: 'A' },
              { file: 'images/5.png', caption: 'A' },
            ],
          },
        },
      },
      finds: [{ rule: 'screenshot-count', at: '/media/screenshots' }],
    },
  ],
})
