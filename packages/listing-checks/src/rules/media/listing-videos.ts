import { limitOf } from '../../data/field-limits.ts'
import { imageSizes } from '../../data/image-sizes.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { addressOf, shownAddress } from '../../text/text-checks.ts'
import { entriesAt, textAt } from '../fields.ts'
import { fillInFirst, isUnfilled } from '../offer/unfilled.ts'
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
    'video-plays': {
      title: 'Every video plays for everybody.',
      setting: 'error',
      sources: ['listing-criteria'],
      messages: {
        found: {
          what: '"{address}" does not open: {problem}.',
          why: 'Where a video is private or gone, the listing shows a black picture.',
          fix: 'Make the video public or unlisted, or name another.',
        },
        black: {
          what: 'The page of "{address}" has no title of a video.',
          why: 'That is how YouTube answers for videos that are private or gone: the listing would show a black picture.',
          fix: 'Open it without signing in; make the video public or unlisted, or name another.',
        },
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
    if (videos.length === 0) noteUnsaid(context)
    if (videos.length > limit) {
      report('video-count', root.nearest('media', 'videos'), { data: { count: videos.length, limit } })
    }
    for (const video of videos) {
      if (textAt(video, 'title') === undefined) report('video-title', video)
      const url = textAt(video, 'url')
      if (url === undefined) report('video-host', video, { message: 'missing' })
      else if (!isVideo(url.text)) report('video-host', url.node, { data: { address: shownAddress(url.text) } })
      else judgePlaying(context, url)
      const thumbnail = textAt(video, 'thumbnail')?.node
      if (thumbnail === undefined) report('video-thumbnail', video, { message: 'missing' })
      else judgeImage(context, 'video-thumbnail', thumbnail, imageSizes.thumbnail)
    }
  },
})

const rulesOfVideos = ['video-count', 'video-host', 'video-thumbnail', 'video-plays', 'video-title']

/** An empty list is the word of its author that there are none; in an offer that nobody filled in it is our own. */
function noteUnsaid({ subject, notChecked }: CheckContext): void {
  const { root } = subject.offer
  const isSaid = root.find('media', 'videos')?.kind === 'array'
  if (isSaid && !isUnfilled(root)) return
  const [reason, handIn] = isSaid
    ? ['Nobody filled in the offer yet, so that a list without videos says nothing.', fillInFirst]
    : [
        'The offer does not say which videos it has.',
        'Name them under "media.videos"; where there are none, write [] there.',
      ]
  for (const rule of rulesOfVideos) notChecked(rule, reason, handIn)
}

/** What the page of a video answered; where nobody asked, or a page of consent came instead, nobody knows. */
function judgePlaying(
  { subject, report, notChecked }: CheckContext,
  { text, node }: NonNullable<ReturnType<typeof textAt>>,
): void {
  const url = addressOf(text)
  const fact = subject.facts.links?.find((link) => addressOf(link.url)?.href === url?.href)
  const address = shownAddress(text)
  if (fact === undefined) {
    notChecked('video-plays', 'The videos were not opened.', 'Have them opened, or hand in what they answered.')
  } else if (fact.problem !== undefined) {
    report('video-plays', node, { data: { address, problem: fact.problem.replace(/\.$/, '') } })
  } else if (fact.status !== undefined && (fact.status < 200 || fact.status >= 300)) {
    report('video-plays', node, { data: { address, problem: `status ${fact.status}` } })
  } else if (/(^|\.)youtu(\.be|be\.com)$/.test(url?.hostname ?? '')) {
    const isElsewhere = /^(consent|accounts)\./.test(addressOf(fact.finalUrl)?.hostname ?? '')
    if (fact.title === undefined || isElsewhere) notChecked('video-plays', 'YouTube did not show the page of a video.')
    // Known by use, from no document: the title of a video that cannot be seen is that of the site alone.
    else if (/^\s*(?:[-–]\s*)?YouTube\s*$/i.test(fact.title))
      report('video-plays', node, { message: 'black', data: { address } })
  }
}

function isVideo(text: string): boolean {
  const url = addressOf(text)
  if (url?.protocol !== 'https:') return false
  const host = url.hostname.replace(/^(www|m|player)\./, '')
  if (host === 'youtube.com') return url.searchParams.has('v') || /^\/(embed|shorts|live)\/[\w-]+/.test(url.pathname)
  if (host === 'youtu.be') return /^\/[\w-]+$/.test(url.pathname)
  return host === 'vimeo.com' && /^\/(video\/)?\d+/.test(url.pathname)
}
