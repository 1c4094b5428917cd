import { testSubmissionFamily } from '../../testing/submission-room.ts'
import { submissionCategories } from './submission-categories.ts'

const rule = 'template-category-count'
const at = '/categories'

testSubmissionFamily(submissionCategories, import.meta.url, {
  passes: [
    { name: 'one', given: {} },
    { name: 'three', given: { members: { categories: ['a', 'b', 'c'] } } },
  ],
  fails: [
    { name: 'none', given: { members: { categories: [] } }, finds: [{ rule, at, what: 'No category is chosen.' }] },
    { name: 'not said', given: { members: { categories: undefined } }, finds: [{ rule, at: '' }] },
    {
      name: 'four',
      given: { members: { categories: ['a', 'b', 'c', 'd'] } },
      finds: [{ rule, at, what: '4 categories are chosen.' }],
    },
    {
      name: 'one of them twice',
      given: { members: { categories: ['Productivity', ' productivity'] } },
      finds: [{ rule, at: '/categories/1' }],
    },
  ],
})
