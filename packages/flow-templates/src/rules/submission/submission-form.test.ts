import { testSubmissionFamily } from '../../testing/submission-room.ts'
import { submissionForm } from './submission-form.ts'

const edition = '2018-02'
const rule = 'template-form-filled'

testSubmissionFamily(submissionForm, import.meta.url, {
  passes: [{ name: 'a filled form', given: { edition } }],
  fails: [
    ...['title', 'description', 'benefit'].map((field) => ({
      name: `no ${field}`,
      given: { edition, members: { [field]: ' ' } } as const,
      finds: [{ rule, at: `/${field}`, what: `The form has no ${field}.` }],
    })),
    ...[0, -1, 'many', undefined].map((users) => ({
      name: `${users} users`,
      given: { edition, members: { users } } as const,
      finds: [{ rule, at: users === undefined ? '' : '/users', what: 'The form gives no number of users.' }],
    })),
    { name: 'no runs', given: { edition, members: { runs: 0 } }, finds: [{ rule, at: '/runs' }] },
    {
      name: 'no category',
      given: { edition, members: { categories: [] } },
      finds: [{ rule, at: '/categories', what: 'No category is chosen.' }],
    },
  ],
})
