import { type BlindFault, bothOffers, sources } from './blind-fault.ts'
import { cleanOffer, image } from './clean-offers.ts'

const encoder = new TextEncoder()

/** A JPEG as far as its first bytes tell. */
const jpeg = () =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9])

/** A Word document as far as its first bytes tell. */
const word = () =>
  Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, ...encoder.encode('        [Content_Types].xml word/document.xml')])

const screenshot = (file: string) => ({ file, caption: 'A further picture' })

/** Logos, screenshots, videos and documents. */
export const mediaFaults: readonly BlindFault[] = [
  {
    name: 'a screenshot of 1920×1080',
    reason: 'Images of a wrong size are sent back; screenshots have 1280×720.',
    basis: 'rejection',
    source: sources.criteria,
    offers: bothOffers,
    changes: [{ put: 'images/board.png', bytes: () => image(1920, 1080) }],
    at: [{ file: 'images/board.png' }, { pointer: '/media/screenshots/0/file' }],
    severity: 'error',
  },
  {
    name: 'a JPEG that is called .png',
    reason: 'Screenshots are PNG.',
    basis: 'rejection',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ put: 'images/driver.png', bytes: jpeg }],
    at: [{ file: 'images/driver.png' }, { pointer: '/media/screenshots/1/file' }],
    severity: 'error',
  },
  {
    name: 'a PNG that was cut off while copying',
    reason: 'A broken image shows nothing.',
    basis: 'rejection',
    source: sources.criteria,
    offers: bothOffers,
    changes: [{ put: 'images/board.png', bytes: () => image(1280, 720).slice(0, 600) }],
    at: [{ file: 'images/board.png' }, { pointer: '/media/screenshots/0/file' }],
    severity: 'error',
  },
  {
    name: 'a logo that is not square',
    reason: 'The large logo is square, 216 to 350 pixels.',
    basis: 'rejection',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ put: 'images/logo.png', bytes: () => image(300, 280) }],
    at: [{ file: 'images/logo.png' }, { pointer: '/media/logos/large' }],
    severity: 'error',
  },
  {
    name: 'a logo of 200 pixels',
    reason: 'The large logo is square, 216 to 350 pixels.',
    basis: 'rejection',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ put: 'images/logo.png', bytes: () => image(200, 200) }],
    at: [{ file: 'images/logo.png' }, { pointer: '/media/logos/large' }],
    severity: 'error',
  },
  {
    name: 'no large logo',
    reason: 'The large logo is needed; the others are made of it.',
    basis: 'limit',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ remove: '/media/logos/large' }],
    at: [{ pointer: '/media/logos' }, { pointer: '/media' }],
    severity: 'error',
  },
  {
    name: 'a small logo of 64 pixels',
    reason: 'The small logo has 48×48.',
    basis: 'limit',
    source: sources.saasListing,
    offers: bothOffers,
    changes: [{ put: 'images/logo-48.png', bytes: () => image(64, 64) }],
    at: [{ file: 'images/logo-48.png' }, { pointer: '/media/logos/small' }],
    severity: 'warning',
  },
  {
    name: 'six screenshots',
    reason: 'At most five screenshots.',
    basis: 'limit',
    source: sources.fields,
    offers: bothOffers,
    changes: [
      { set: '/media/screenshots/2', to: screenshot('images/board.png') },
      { set: '/media/screenshots/3', to: screenshot('images/driver.png') },
      { set: '/media/screenshots/4', to: screenshot('images/video.png') },
      { set: '/media/screenshots/5', to: screenshot('images/six.png') },
      { put: 'images/six.png', bytes: () => image(1280, 720) },
    ],
    at: [{ pointer: '/media/screenshots' }, { pointer: '/media/screenshots/5' }],
    severity: 'error',
  },
  {
    name: 'no screenshot',
    reason: 'One screenshot at least.',
    basis: 'limit',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ set: '/media/screenshots', to: [] }],
    at: [{ pointer: '/media/screenshots' }, { pointer: '/media' }],
    severity: 'error',
  },
  {
    name: 'a screenshot without a caption',
    reason: 'Each screenshot has a caption.',
    basis: 'limit',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ remove: '/media/screenshots/1/caption' }],
    at: [{ pointer: '/media/screenshots/1' }],
    severity: 'error',
  },
  {
    name: 'a screenshot whose file is not there',
    reason: 'The offer names a file that nobody handed in.',
    basis: 'rejection',
    source: sources.checklist,
    offers: bothOffers,
    changes: [{ lose: 'images/driver.png' }],
    at: [{ pointer: '/media/screenshots/1/file' }, { file: 'images/driver.png' }],
    severity: 'error',
  },
  {
    name: 'a video on the vendor’s own site',
    reason: 'Videos are on YouTube or Vimeo.',
    basis: 'limit',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ set: '/media/videos/0/url', to: 'https://halvorsen-logistics.example/route-desk.mp4' }],
    at: [{ pointer: '/media/videos/0/url' }],
    severity: 'error',
  },
  {
    name: 'a still of a video in a wrong size',
    reason: 'Stills of videos have 1280×720.',
    basis: 'limit',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ put: 'images/video.png', bytes: () => image(533, 324) }],
    at: [{ file: 'images/video.png' }, { pointer: '/media/videos/0/thumbnail' }],
    severity: 'error',
  },
  {
    name: 'five videos',
    reason: 'At most four videos.',
    basis: 'limit',
    source: sources.fields,
    offers: ['saas'],
    changes: [1, 2, 3, 4].map((at) => ({
      set: `/media/videos/${at}`,
      to: { title: `Day ${at}`, url: `https://vimeo.com/7654321${at}`, thumbnail: 'images/video.png' },
    })),
    at: [{ pointer: '/media/videos' }, { pointer: '/media/videos/4' }],
    severity: 'error',
  },
  {
    name: 'a video that is gone',
    reason: 'Videos have to play.',
    basis: 'rejection',
    source: sources.criteria,
    offers: bothOffers,
    changes: [],
    facts: { links: [{ url: 'https://www.youtube.com/watch?v=Zq3T5mXl8aQ', status: 404 }] },
    at: [{ pointer: '/media/videos/0/url' }],
    severity: 'error',
  },
  {
    name: 'a Word document that is called .pdf',
    reason: 'Documents are PDF.',
    basis: 'rejection',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ put: 'documents/overview.pdf', bytes: word }],
    at: [{ file: 'documents/overview.pdf' }, { pointer: '/media/documents/0/file' }],
    severity: 'error',
  },
  {
    name: 'a document that asks for a password',
    reason: 'Customers cannot open it.',
    basis: 'rejection',
    source: sources.criteria,
    offers: bothOffers,
    changes: [{ put: 'documents/overview.pdf', bytes: encrypted }],
    at: [{ file: 'documents/overview.pdf' }, { pointer: '/media/documents/0/file' }],
    severity: 'error',
  },
  {
    name: 'no document',
    reason: 'One to three documents.',
    basis: 'limit',
    source: sources.fields,
    offers: bothOffers,
    changes: [{ remove: '/media/documents' }],
    at: [{ pointer: '/media' }, { pointer: '/media/documents' }],
    severity: 'error',
  },
  {
    name: 'four documents',
    reason: 'At most three documents.',
    basis: 'limit',
    source: sources.fields,
    offers: ['dataverse'],
    changes: [1, 2, 3].map((at) => ({
      set: `/media/documents/${at}`,
      to: { title: `Part ${at}`, file: at === 1 ? 'documents/functions.pdf' : 'documents/overview.pdf' },
    })),
    at: [{ pointer: '/media/documents' }, { pointer: '/media/documents/3' }],
    severity: 'error',
  },
]

/** The document with an encryption dictionary in its trailer, as writers put it there. */
function encrypted(): Uint8Array {
  const plain = new TextDecoder('latin1').decode(cleanOffer('saas').get('documents/overview.pdf'))
  const text = plain.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 >>')
  if (text === plain) throw new Error('The trailer of the document has no /Root to put /Encrypt behind.')
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
