import { imageSizes } from '../../data/image-sizes.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { textAt } from '../fields.ts'
import { imageMessages, judgeImage } from './judge-image.ts'

/** The vendor's logo in its sizes. */
export const listingLogos = defineRuleFamily({
  id: 'listing-logos',
  group: 'Media',
  rules: {
    'logo-large': {
      title: 'There is a large logo: PNG, square, 216 to 350 pixels.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        missing: {
          what: 'The listing has no large logo.',
          why: 'Partner Center demands it and makes the smaller ones of it.',
          fix: 'Add a square PNG of 216 to 350 pixels, and name it under "media.logos.large".',
        },
        ...imageMessages,
      },
    },
    'logo-small': {
      title: 'The small logo, where there is one, is a PNG of 48×48.',
      setting: 'error',
      sources: ['dataverse-listing'],
      messages: imageMessages,
    },
    'logo-other': {
      title: 'Medium and wide logos, where there are any, have their sizes.',
      setting: 'error',
      sources: ['saas-listing'],
      messages: imageMessages,
    },
  },
  check(context) {
    const { root } = context.subject.offer
    const logo = (key: string) => textAt(root, 'media', 'logos', key)?.node
    const large = logo('large')
    if (large === undefined) {
      context.report('logo-large', root.nearest('media', 'logos', 'large'), { message: 'missing' })
    } else judgeImage(context, 'logo-large', large, imageSizes.large)
    const others = [
      ['logo-small', logo('small'), imageSizes.small],
      ['logo-other', logo('medium'), imageSizes.medium],
      ['logo-other', logo('wide'), imageSizes.wide],
    ] as const
    if (others.every(([, node]) => node === undefined)) {
      const lacking = 'The offer names no small, medium or wide logo.'
      const handIn =
        'Name those you have under "media.logos"; without them the marketplace makes them of the large one.'
      for (const rule of ['logo-small', 'logo-other']) context.notChecked(rule, lacking, handIn)
    }
    for (const [rule, node, size] of others) if (node !== undefined) judgeImage(context, rule, node, size)
  },
})
