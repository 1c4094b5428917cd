import { limitOf } from '../../data/field-limits.ts'
import { imageSizes } from '../../data/image-sizes.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { addressOf, shownAddress } from '../../text/text-checks.ts'
import { entriesAt, nearest, textAt } from '../fields.ts'
import { imageMessages, judgeImage } from './judge-image.ts'

/** Films about the app. */
export const listingVideos = defineRuleFamily({
  id: 'listing-videos',
  group: 'Media',
  rules: {
    'video-count': {
      title: 'At most four videos.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        found: {
          what: 'There are {count} videos, where {limit} are taken.',
          why: 'Partner Center has no place for more.',
          fix: 'Keep the best; one of 60 to 90 seconds is watched to its end.',
        },
      },
    },
    'video-host': {
      title: 'Every video is on YouTube or Vimeo.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing', 'listing-criteria'],
      messages: {
        missing: {
          what: 'The video has no address.',
          why: 'There is nothing to play.',
          fix: 'Add its address on YouTube or Vimeo.',
        },
        found: {
          what: '"{address}" is no address of a video on YouTube or Vimeo.',
          why: 'The listing plays videos from there only.',
          fix: 'Upload it to one of them, and use the https address of the video itself.',
        },
      },
    },
    'video-thumbnail': {
      title: 'Every video has a thumbnail: PNG, exactly 1280×720.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        missing: {
          what: 'The video has no thumbnail.',
          why: 'It is what customers see until they press play.',
          fix: 'Name a PNG of 1280×720 under "thumbnail".',
        },
        ...imageMessages,
      },
    },
    'video-title': {
      title: 'Every video has a title.',
      setting: 'error',
      sources: ['saas-listing'],
      messages: {
        found: { what: 'The video has no title.', why: 'Partner Center demands one.', fix: 'Say what it shows.' },
      },
    },
  },
  check(context) {
    const { subject, edition, report } = context
    const { root } = subject.offer
    const videos = entriesAt(root, 'media', 'videos')
    const limit = limitOf('videos', edition)
    if (videos.length > limit) {
      report('video-count', nearest(root, 'media', 'videos'), { data: { count: videos.length, limit } })
    }
    for (const video of videos) {
      if (textAt(video, 'title') === undefined) report('video-title', video)
      const url = textAt(video, 'url')
      if (url === undefined) report('video-host', video, { message: 'missing' })
      else if (!isVideo(url.text)) report('video-host', url.node, { data: { address: shownAddress(url.text) } })
      const thumbnail = textAt(video, 'thumbnail')?.node
      if (thumbnail === undefined) report('video-thumbnail', video, { message: 'missing' })
      else judgeImage(context, 'video-thumbnail', thumbnail, imageSizes.thumbnail)
    }
  },
})

function isVideo(text: string): boolean {
  const url = addressOf(text)
  if (url?.protocol !== 'https:') return false
  const host = url.hostname.replace(/^(www|m|player)\./, '')
  if (host === 'youtube.com') return url.searchParams.has('v') || /^\/(embed|shorts|live)\/[\w-]+/.test(url.pathname)
  if (host === 'youtu.be') return /^\/[\w-]+$/.test(url.pathname)
  return host === 'vimeo.com' && /^\/(video\/)?\d+/.test(url.pathname)
}
