import { defineSubmissionFamily, type SubmissionContext } from '../../submission/submission.ts'
import { advanceTemplate, type TemplateState } from '../../submission/template-life-cycle.ts'
import { dayOf, filledText } from './fields.ts'

const byPage = 'The file says so; only Microsoft’s pages can show it.'
const noHistory = 'The file tells of no event that decides it.'
const tellIt = 'Record what happened with "sevenstep template advance".'

/** What has happened to a template, from its last run to the gallery. */
export const submissionCourse = defineSubmissionFamily({
  id: 'submission-course',
  group: 'Submission of a template',
  rules: {
    'template-history-order': {
      title: 'Events follow one another as the route has them.',
      setting: 'error',
      sources: ['publish-template', 'publish-template-2018'],
      confidence: 'low',
      messages: {
        found: {
          what: 'This cannot have happened here: {what}',
          why: '{why}',
          fix: '{fix}',
        },
        date: {
          what: '"{on}" is no day.',
          why: 'When it happened cannot be told.',
          fix: 'Write the day as YYYY-MM-DD.',
        },
        before: {
          what: 'This happened on {on}, before the event above it.',
          why: 'The history is told from the oldest event on.',
          fix: 'Put the events in order, or mend the day.',
        },
        ahead: {
          what: 'This is told of {on}, which is yet to come.',
          why: 'A history tells what has happened.',
          fix: 'Record it on the day it happens.',
        },
      },
    },
    'template-ran-since-saved': {
      title: 'The flow ran with success since it was last saved.',
      setting: 'error',
      sources: ['publish-template-2018'],
      deviation: 'The page of today no longer asks for it; it is checked all the same, since reviewers run the flow.',
      messages: {
        found: {
          what: 'The flow has not run with success since it was last saved.',
          why: 'What is submitted was never seen to work.',
          fix: 'Run it once more without saving it, and write the moment under "lastSuccessfulRun".',
        },
        moment: {
          what: '"{value}" is no moment.',
          why: 'What came first cannot be told.',
          fix: 'Write it as ISO 8601 has it, such as 2026-11-20T09:30:00Z.',
        },
      },
    },
    'template-review-clean': {
      title: 'Microsoft’s review asks for nothing.',
      setting: 'error',
      sources: ['publish-template', 'publish-template-2018'],
      messages: {
        found: {
          what: 'Microsoft’s review {asks}.',
          why: 'The template goes no further until it is answered.',
          fix: 'Mend what the report names, submit again, and record it.',
        },
      },
    },
    'template-gone-live': {
      title: 'A certified template was signed off and made live.',
      setting: 'warning',
      exceptions: [{ editions: ['2018-02'], setting: 'off', because: 'approved templates went live by themselves' }],
      sources: ['publish-template'],
      messages: {
        found: {
          what: 'The template is certified and not live.',
          why: 'It stays out of the gallery until "Go live" is pressed.',
          fix: 'Press it in Partner Center, and record it.',
        },
      },
    },
    'template-id-recorded': {
      title: 'The id of a live template is recorded.',
      setting: 'error',
      sources: ['context-parameters', 'publish-template'],
      messages: {
        missing: {
          what: 'The template is live, and its id is not recorded.',
          why: 'Pages that embed the template name it by its id.',
          fix: 'Copy the 32 hexadecimal digits from the address of its gallery page to "templateId".',
        },
        found: {
          what: '"{id}" is not the id of a template.',
          why: 'Ids of templates are 32 hexadecimal digits.',
          fix: 'Copy it from the address of its gallery page.',
        },
      },
    },
  },
  check(context) {
    judgeHistory(context)
    judgeRun(context)
    judgeReview(context)
    judgeId(context)
  },
})

function judgeHistory({ subject: { history, today }, edition, report }: SubmissionContext): void {
  const rule = 'template-history-order'
  const now = today === undefined ? undefined : dayOf(today)
  let state: TemplateState = 'draft'
  let last = Number.NEGATIVE_INFINITY
  for (const { node, event, on } of history) {
    const move = advanceTemplate(edition, state, event)
    if (!move.ok) {
      report(rule, node, { data: { ...move.message } })
      return
    }
    state = move.state
    const day = dayOf(on)
    const place = node.member('on') ?? node
    if (day === undefined) report(rule, place, { message: 'date', data: { on: on.slice(0, 40) } })
    else if (now !== undefined && day > now) report(rule, place, { message: 'ahead', data: { on } })
    else if (day < last) report(rule, place, { message: 'before', data: { on } })
    last = Math.max(last, day ?? last)
  }
}

function judgeRun({ subject: { root }, report, notChecked }: SubmissionContext): void {
  const rule = 'template-ran-since-saved'
  const moments = ['lastSaved', 'lastSuccessfulRun'].map((field) => {
    const value = filledText(root, field)
    const time = value === undefined ? undefined : Date.parse(value)
    if (value !== undefined && Number.isNaN(time)) {
      report(rule, root.nearest(field), { message: 'moment', data: { value: value.slice(0, 40) } })
    }
    return time
  })
  const [saved, ran] = moments
  if (saved === undefined || ran === undefined) {
    const handIn = 'Write both moments, "lastSaved" and "lastSuccessfulRun".'
    notChecked(rule, 'The file does not say when the flow was saved and when it ran.', handIn)
  } else if (ran <= saved) report(rule, root.nearest('lastSuccessfulRun'))
  else if (ran > saved) notChecked(rule, 'The file says so; only the history of runs can show it.')
}

function judgeReview({ subject: { root, state }, report, notChecked }: SubmissionContext): void {
  const asks =
    state === 'attention-needed' ? 'asks for changes' : state === 'refused' ? 'refused the template' : undefined
  const isReviewed = state === 'certified' || state === 'signed-off' || state === 'live'
  if (asks !== undefined) report('template-review-clean', root.nearest('history'), { data: { asks } })
  else if (isReviewed) notChecked('template-review-clean', byPage)
  else notChecked('template-review-clean', noHistory, tellIt)
  if (state === 'certified' || state === 'signed-off') report('template-gone-live', root.nearest('history'))
  else if (state === 'live') notChecked('template-gone-live', byPage)
  else notChecked('template-gone-live', noHistory, tellIt)
}

function judgeId({ subject: { root, state }, report, notChecked }: SubmissionContext): void {
  const id = filledText(root, 'templateId')
  if (id !== undefined) {
    if (!/^[0-9a-f]{32}$/i.test(id)) {
      report('template-id-recorded', root.nearest('templateId'), { data: { id: id.slice(0, 40) } })
    }
  } else if (state === 'live') report('template-id-recorded', root, { message: 'missing' })
  else
    notChecked(
      'template-id-recorded',
      'The template is not live, so it has no id yet.',
      'Write "templateId" once it has.',
    )
}
