import { limitOf } from '../../data/field-limits.ts'
import { imageSizes } from '../../data/image-sizes.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { entriesAt, textAt } from '../fields.ts'
import { imageMessages, judgeImage } from './judge-image.ts'

/** Pictures of the app at work. */
export const listingScreenshots = defineRuleFamily({
  id: 'listing-screenshots',
  group: 'Media',
  rules: {
    'screenshot-count': {
      title: 'One to five screenshots.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        none: {
          what: 'The listing has no screenshot.',
          why: 'Partner Center demands one; customers want to see what they get.',
          fix: 'Add a PNG of 1280×720 with a caption.',
        },
        found: {
          what: 'There are {count} screenshots, where {limit} are taken.',
          why: 'Partner Center has no place for more.',
          fix: 'Keep those that show what customers gain.',
        },
      },
    },
    'screenshot-image': {
      title: 'Every screenshot is a PNG of exactly 1280×720.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        missing: {
          what: 'The screenshot names no file.',
          why: 'There is nothing to show.',
          fix: 'Name a PNG under "file".',
        },
        ...imageMessages,
      },
    },
    'screenshot-caption': {
      title: 'Every screenshot has a caption.',
      setting: 'error',
      sources: ['dataverse-listing'],
      messages: {
        found: {
          what: 'The screenshot has no caption.',
          why: 'Partner Center demands one; people who do not see the picture read it.',
          fix: 'Say in a few words what it shows.',
        },
      },
    },
    'screenshot-once': {
      title: 'No screenshot is shown twice.',
      setting: 'warning',
      sources: [],
      deviation: 'Ours: a place spent twice.',
      messages: {
        found: {
          what: 'The screenshot "{path}" is the same picture as "{other}".',
          why: 'One of few places is spent for nothing.',
          fix: 'Show something else, or leave one out.',
        },
      },
    },
  },
  check(context) {
    const { subject, edition, report } = context
    const { root } = subject.offer
    const screenshots = entriesAt(root, 'media', 'screenshots')
    const limit = limitOf('screenshots', edition)
    const at = root.nearest('media', 'screenshots')
    if (screenshots.length === 0) report('screenshot-count', at, { message: 'none' })
    else if (screenshots.length > limit) report('screenshot-count', at, { data: { count: screenshots.length, limit } })
    const seen = new Map<Uint8Array, string>()
    for (const screenshot of screenshots) {
      if (textAt(screenshot, 'caption') === undefined) report('screenshot-caption', screenshot)
      const file = textAt(screenshot, 'file')
      if (file === undefined) {
        report('screenshot-image', screenshot, { message: 'missing' })
        continue
      }
      judgeImage(context, 'screenshot-image', file.node, imageSizes.screenshot)
      const bytes = subject.offer.files.get(file.text)
      if (bytes === undefined) continue
      const other = [...seen].find(([known]) => isSame(known, bytes))?.[1]
      if (other !== undefined) report('screenshot-once', file.node, { data: { path: file.text, other } })
      else if (seen.size < 10) seen.set(bytes, file.text)
    }
  },
})

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at])
}
