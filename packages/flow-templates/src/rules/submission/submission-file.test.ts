import { testSubmissionFamily } from '../../testing/submission-room.ts'
import { submissionFile } from './submission-file.ts'

testSubmissionFamily(submissionFile, import.meta.url, {
  passes: [
    { name: 'a whole one', given: {} },
    { name: 'the word todo in a text', given: { members: { title: 'Write todos to a list' } } },
    { name: 'an address with other parameters', given: { members: { privacyUrl: 'https://a.example/?signed=1' } } },
  ],
  fails: [
    {
      name: 'a comma too many',
      given: { text: '{ "kind": "flow-template", }' },
      finds: [{ rule: 'template-file-readable', line: 1 }],
    },
    {
      name: 'a list',
      given: { text: '[]' },
      finds: [{ rule: 'template-file-shape', at: '', what: '"the submission" should be an object.' }],
    },
    { name: 'an empty file', given: { text: '' }, finds: [{ rule: 'template-file-readable' }] },
    {
      name: 'a slip in a name',
      given: { members: { categorys: [] } },
      finds: [
        {
          rule: 'template-file-shape',
          at: '/categorys',
          what: 'A submission has no field "categorys" here; "categories" may be meant.',
        },
      ],
    },
    {
      name: 'a text where a list belongs',
      given: { members: { categories: 'Mail' } },
      finds: [{ rule: 'template-file-shape', at: '/categories', what: '"categories" should be a list.' }],
    },
    {
      name: 'an event that is none',
      given: { members: { history: [{ event: 'published', on: '2026-11-01' }] } },
      finds: [{ rule: 'template-file-shape', at: '/history/0/event' }],
    },
    {
      name: 'something left',
      given: { members: { title: 'TODO: title' } },
      finds: [{ rule: 'template-file-filled', at: '/title' }],
    },
    {
      name: 'a signature',
      given: {
        members: { package: { url: 'https://cars.blob.core.windows.net/p/cars.zip?sp=r&sig=not0a0real0signature' } },
      },
      finds: [{ rule: 'template-file-no-secret', at: '/package/url' }],
    },
    {
      name: 'a key elsewhere',
      given: { members: { title: `AccountKey=${'a'.repeat(40)}==` } },
      finds: [{ rule: 'template-file-no-secret', at: '/title', what: 'The text holds a key, a token or a signature.' }],
    },
  ],
})
