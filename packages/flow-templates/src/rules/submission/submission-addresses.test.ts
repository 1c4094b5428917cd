import { testSubmissionFamily } from '../../testing/submission-room.ts'
import { submissionAddresses } from './submission-addresses.ts'

const shape = 'template-links-https'
const answer = 'template-links-answer'
const privacyUrl = 'https://fleetdesk.example/privacy'

testSubmissionFamily(submissionAddresses, import.meta.url, {
  passes: [
    { name: 'the standard contract', given: {} },
    { name: 'own terms', given: { members: { terms: 'https://fleetdesk.example/terms' } } },
    { name: 'a page that opens', given: { facts: { links: [{ url: privacyUrl, status: 200 }] } } },
    { name: 'a page that nobody named', given: { facts: { links: [{ url: 'https://other.example/', status: 404 }] } } },
  ],
  fails: [
    {
      name: 'no privacy statement',
      given: { members: { privacyUrl: undefined } },
      finds: [{ rule: shape, at: '', what: 'The submission has no "privacyUrl".' }],
    },
    { name: 'blanks', given: { members: { supportUrl: ' ' } }, finds: [{ rule: shape, at: '/supportUrl' }] },
    {
      name: 'no terms',
      given: { members: { terms: '' } },
      finds: [{ rule: shape, at: '/terms', what: 'The submission names no terms.' }],
    },
    ...['http://fleetdesk.example', 'the contract', 'ftp://a.example'].map((terms) => ({
      name: terms,
      given: { members: { terms } },
      finds: [{ rule: shape, at: '/terms', what: '"terms" is no https address.' }],
    })),
    {
      name: 'a page that is not there',
      given: { facts: { links: [{ url: privacyUrl, status: 404 }] } },
      finds: [{ rule: answer, at: '/privacyUrl', what: 'The address under "privacyUrl" answers 404.' }],
    },
    {
      name: 'a server that is not there',
      given: { facts: { links: [{ url: privacyUrl, status: 0 }] } },
      finds: [{ rule: answer, at: '/privacyUrl', what: 'Nothing answers at the address under "privacyUrl".' }],
    },
  ],
})
