import { image } from '../../testing/given-offer.ts'
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
