import { image } from '../../testing/given-offer.ts'
import { testRuleFamily } from '../../testing/offer-room.ts'
import { listingLogos } from './listing-logos.ts'

testRuleFamily(listingLogos, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'logo large', given: { offer: {}, files: { 'images/large.png': image(350, 350) } } },
    { name: 'logo small', given: { offer: {}, files: { 'images/small.png': image(48, 48) } } },
    {
      name: 'logo other',
      given: {
        offer: { media: { logos: { wide: 'images/wide.png' } } },
        files: { 'images/wide.png': image(255, 115) },
      },
    },
  ],
  fails: [
    {
      name: 'logo large',
      given: { offer: {}, files: { 'images/large.png': image(300, 216) } },
      finds: [{ rule: 'logo-large', at: '/media/logos/large' }],
    },
    {
      name: 'logo small',
      given: { offer: {}, files: { 'images/small.png': image(64, 64) } },
      finds: [{ rule: 'logo-small', at: '/media/logos/small' }],
    },
    {
      name: 'logo other',
      given: {
        offer: { media: { logos: { wide: 'images/wide.png' } } },
        files: { 'images/wide.png': image(256, 115) },
      },
      finds: [{ rule: 'logo-other', at: '/media/logos/wide' }],
    },
    { name: 'no logo', given: { offer: { media: { logos: null } } }, finds: [{ rule: 'logo-large', at: '/media' }] },
    {
      name: 'a JPEG under the name of a PNG',
      given: { offer: {}, files: { 'images/large.png': new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) } },
      finds: [
        {
          rule: 'logo-large',
          at: '/media/logos/large',
          what: 'The large logo "images/large.png" is a JPEG image and no PNG.',
        },
      ],
    },
    {
      name: 'a file cut off',
      given: { offer: {}, files: { 'images/large.png': image(216, 216).subarray(0, 100) } },
      finds: [
        {
          rule: 'logo-large',
          at: '/media/logos/large',
          what: 'The large logo "images/large.png" is broken: it ends too early.',
        },
      ],
    },
    {
      name: '215 pixels',
      given: { offer: {}, files: { 'images/large.png': image(215, 215) } },
      finds: [{ rule: 'logo-large', at: '/media/logos/large' }],
    },
  ],
})
