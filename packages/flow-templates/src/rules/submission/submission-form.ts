import { defineSubmissionFamily, type SubmissionContext } from '../../submission/submission.ts'
import { filledText } from './fields.ts'

/** The texts and numbers that the form of 2018 asked for. */
export const submissionForm = defineSubmissionFamily({
  id: 'submission-form',
  group: 'Submission of a template',
  rules: {
    'template-form-filled': {
      title: 'Every question of the form is answered.',
      setting: 'error',
      exceptions: [{ editions: ['current'], setting: 'off', because: 'Partner Center does not ask these questions' }],
      sources: ['publish-template-2018'],
      messages: {
        text: {
          what: 'The form has no {field}.',
          why: 'The portal does not take the form without it.',
          fix: 'Write it under "{field}".',
        },
        number: {
          what: 'The form gives no number of {field}.',
          why: 'The portal does not take the form without it.',
          fix: 'Estimate how many there will be, and write it under "{field}".',
        },
        categories: {
          what: 'No category is chosen.',
          why: 'Users find templates by category.',
          fix: 'Choose at least one under "categories".',
        },
      },
    },
  },
  check(context) {
    const { root } = context.subject
    for (const field of ['title', 'description', 'benefit']) {
      if (filledText(root, field) === undefined) reportField(context, 'text', field)
    }
    for (const field of ['users', 'runs']) {
      const value = root.member(field)?.value
      if (!(typeof value === 'number' && value > 0)) reportField(context, 'number', field)
    }
    if ((root.member('categories')?.children.length ?? 0) === 0) reportField(context, 'categories', 'categories')
  },
})

function reportField({ subject: { root }, report }: SubmissionContext, message: string, field: string): void {
  report('template-form-filled', root.nearest(field), { message, data: { field } })
}
