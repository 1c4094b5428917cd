import { testSubmissionFamily } from '../../testing/submission-room.ts'
import { submissionCourse } from './submission-course.ts'

const happened = (...events: readonly string[]) =>
  events.map((event, at) => ({ event, on: `2026-11-${String(at + 1).padStart(2, '0')}` }))
const certified = happened('submit', 'review-began', 'approved')
const live = happened('submit', 'review-began', 'approved', 'sign-off', 'go-live')
const order = 'template-history-order'

testSubmissionFamily(submissionCourse, import.meta.url, {
  passes: [
    { name: 'a draft', given: {} },
    { name: 'a live one with its id', given: { members: { history: live, templateId: 'a'.repeat(32) } } },
    {
      name: 'a run after the last change',
      given: { members: { lastSaved: '2026-11-01T10:00:00Z', lastSuccessfulRun: '2026-11-01T10:05:00Z' } },
    },
    {
      name: 'the route of 2018',
      given: { edition: '2018-02', members: { history: happened('run-succeeded', 'submit') } },
    },
  ],
  fails: [
    {
      name: 'live from the draft',
      given: { members: { history: happened('go-live') } },
      finds: [{ rule: order, at: '/history/0' }],
    },
    {
      name: 'the route of 2018 today',
      given: { members: { history: happened('run-succeeded', 'submit') } },
      finds: [{ rule: order, at: '/history/0' }],
    },
    {
      name: 'days out of order',
      given: {
        members: {
          history: [
            { event: 'submit', on: '2026-11-05' },
            { event: 'review-began', on: '2026-11-04' },
          ],
        },
      },
      finds: [{ rule: order, at: '/history/1/on', what: 'This happened on 2026-11-04, before the event above it.' }],
    },
    {
      name: 'tomorrow',
      given: { members: { history: [{ event: 'submit', on: '2026-11-30' }] } },
      finds: [{ rule: order, at: '/history/0/on' }],
    },
    {
      name: 'no day',
      given: { members: { history: [{ event: 'submit', on: 'yesterday' }] } },
      finds: [{ rule: order, at: '/history/0/on', what: '"yesterday" is no day.' }],
    },
    {
      name: 'saved after the run',
      given: { members: { lastSaved: '2026-11-01T10:06:00Z', lastSuccessfulRun: '2026-11-01T10:05:00Z' } },
      finds: [{ rule: 'template-ran-since-saved', at: '/lastSuccessfulRun' }],
    },
    {
      name: 'no moment',
      given: { members: { lastSaved: 'on Monday' } },
      finds: [{ rule: 'template-ran-since-saved', at: '/lastSaved', what: '"on Monday" is no moment.' }],
    },
    {
      name: 'changes asked',
      given: { members: { history: happened('submit', 'review-began', 'changes-asked') } },
      finds: [{ rule: 'template-review-clean', at: '/history' }],
    },
    {
      name: 'refused in 2018',
      given: {
        edition: '2018-02',
        members: { history: happened('run-succeeded', 'submit', 'review-began', 'refuse') },
      },
      finds: [{ rule: 'template-review-clean', at: '/history', what: 'Microsoft’s review refused the template.' }],
    },
    {
      name: 'certified and left',
      given: { members: { history: certified } },
      finds: [{ rule: 'template-gone-live', at: '/history' }],
    },
    {
      name: 'live without its id',
      given: { members: { history: live } },
      finds: [{ rule: 'template-id-recorded', at: '' }],
    },
    {
      name: 'another id',
      given: { members: { templateId: 'cars' } },
      finds: [{ rule: 'template-id-recorded', at: '/templateId', what: '"cars" is not the id of a template.' }],
    },
  ],
})
